package id.gaung.campaign;

import java.util.List;

/**
 * A brief to read.
 *
 * @param versions all versions, newest first
 * @param mayEdit whether the reader may write a new text now
 * @param anonymous whether personal data is withheld from the reader
 */
public record BriefPage(
    Campaign campaign,
    BriefVersion version,
    List<BriefVersion> versions,
    boolean mayEdit,
    boolean anonymous) {

  public Completeness completeness() {
    return Completeness.of(version.sections());
  }

  /** The section's text for this reader. */
  public String text(BriefSection section) {
    return section.in(version.sections());
  }

  /** The contact names a person, which observers do not read. */
  public boolean isWithheld(BriefSection section) {
    return anonymous && section == BriefSection.CONTACT;
  }
}
