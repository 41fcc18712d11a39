package id.gaung.campaign;

import java.util.List;
import java.util.Map;

/** The sections of a brief in the order of thinking, as its form has them. */
// The lists never change: List.of.
@SuppressWarnings("ImmutableEnumChecker")
public enum BriefPart {
  GOAL(BriefSection.SUMMARY, BriefSection.AUDIENCE),
  MESSAGE(BriefSection.PRODUCTS, BriefSection.KEY_MESSAGES, BriefSection.DO_DONT),
  CONTENT(BriefSection.DELIVERABLES, BriefSection.SCHEDULE, BriefSection.REVIEW),
  REWARD(BriefSection.REWARD, BriefSection.RIGHTS, BriefSection.SAMPLES),
  TERMS(
      BriefSection.DISCLOSURE,
      BriefSection.ASSETS,
      BriefSection.CONTACT,
      BriefSection.CANCELLATION);

  private final List<BriefSection> sections;

  BriefPart(BriefSection... sections) {
    this.sections = List.of(sections);
  }

  public List<BriefSection> sections() {
    return sections;
  }

  /** The compulsory sections without a text. */
  public List<BriefSection> missing(Map<String, String> texts) {
    return sections.stream()
        .filter(section -> section.isCompulsory() && section.in(texts).isBlank())
        .toList();
  }

  public String label() {
    return "campaign.brief.part." + this;
  }
}
