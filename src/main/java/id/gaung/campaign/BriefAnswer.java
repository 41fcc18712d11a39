package id.gaung.campaign;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * A brief as the API tells it.
 *
 * @param sha256 over the canonical text; give it back as {@code basedOn} when saving
 */
public record BriefAnswer(
    int number,
    Map<String, String> sections,
    String sha256,
    boolean bound,
    Instant savedAt,
    int written,
    int compulsory) {

  /**
   * @param anonymous whether the contact, which names a person, is left out
   */
  static BriefAnswer from(BriefVersion version, boolean anonymous) {
    Map<String, String> sections = new TreeMap<>(version.sections());
    if (anonymous) {
      sections.remove(BriefSection.CONTACT.key());
    }
    Completeness completeness = Completeness.of(version.sections());
    return new BriefAnswer(
        version.number(),
        sections,
        version.sha256(),
        version.bound(),
        version.createdAt(),
        completeness.written(),
        completeness.of());
  }
}
