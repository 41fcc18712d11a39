package id.gaung.campaign;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The fifteen sections of a professional brief, in their order (domain.md 1). */
public enum BriefSection {
  SUMMARY(true),
  PRODUCTS(true),
  AUDIENCE(true),
  /** At most {@link #MAX_KEY_MESSAGES}, one a line. */
  KEY_MESSAGES(true),
  DO_DONT(true),
  DELIVERABLES(true),
  SCHEDULE(true),
  REVIEW(true),
  DISCLOSURE(true),
  REWARD(true),
  RIGHTS(true),
  SAMPLES(false),
  ASSETS(false),
  CONTACT(true),
  CANCELLATION(true);

  /** More messages than three are remembered by nobody. */
  public static final int MAX_KEY_MESSAGES = 3;

  /** Characters a section may have; the whole brief should be a page and an annex. */
  public static final int MAX_LENGTH = 4000;

  private final boolean compulsory;

  BriefSection(boolean compulsory) {
    this.compulsory = compulsory;
  }

  public boolean isCompulsory() {
    return compulsory;
  }

  /** As in JSON and in the database: {@code key-messages}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The text of this section; empty if it was not written. */
  public String in(Map<String, String> sections) {
    return sections.getOrDefault(key(), "");
  }

  public String label() {
    return "campaign.brief." + key();
  }

  public String hint() {
    return label() + ".hint";
  }

  public static Optional<BriefSection> of(String key) {
    return Arrays.stream(values()).filter(section -> section.key().equals(key)).findFirst();
  }

  public static List<BriefSection> compulsory() {
    return Arrays.stream(values()).filter(BriefSection::isCompulsory).toList();
  }
}
