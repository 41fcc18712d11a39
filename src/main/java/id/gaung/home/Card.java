package id.gaung.home;

import id.gaung.kernel.Tone;
import java.util.List;
import java.util.Optional;

/**
 * A number, a sentence and where to go.
 *
 * @param key of the sentence, below {@code home.card}; its link's text is the same key with {@code
 *     .go}
 * @param whose whom it waits for, if it waits for anybody
 * @param links the first leads to the one place, or each to one of the things themselves
 */
public record Card(String key, long count, Whose whose, List<CardLink> links) {

  public Card {
    links = List.copyOf(links);
  }

  /** Of the sprite. */
  public String icon() {
    return switch (key) {
      case "tasks" -> "phone";
      case "type-figures" -> "pencil";
      case "missed", "offers-due", "offers-expired", "paused-too-long", "with-creator-answer" ->
          "clock";
      case "failed",
          "licence-over",
          "tasks-refused",
          "follow-ups",
          "uncertain",
          "reconnect",
          "blocked",
          "no-channel" ->
          "alert";
      case "stopped" -> "stop";
      case "drafts", "post-reviews" -> "eye";
      case "without-post", "today", "published-today" -> "calendar";
      case "change", "with-creator-change", "with-staff", "returned" -> "pencil";
      case "drafting" -> "circle-dashed";
      case "approve" -> "clock";
      case "close", "running" -> "campaign";
      case "people", "with-approver" -> "user";
      case "audit" -> "shield";
      default -> "creators";
    };
  }

  /** How its state is to be taken. */
  public Tone tone() {
    return switch (key) {
      case "missed",
          "failed",
          "licence-over",
          "tasks-refused",
          "follow-ups",
          "uncertain",
          "stopped",
          "blocked",
          "reconnect",
          "no-channel" ->
          Tone.BAD;
      case "drafting", "offers-expired", "running", "audit", "today", "published-today" ->
          Tone.PLAIN;
      default -> Tone.WAIT;
    };
  }

  /** Whether it names the things themselves. */
  public boolean isNamed() {
    return links.stream().allMatch(link -> link.name().isPresent());
  }

  /** How many things it counts for: of decisions all, of others the rows that it takes. */
  public long rows() {
    return isDecision() ? count : isNamed() ? links.size() : 1;
  }

  /** Whether it asks for a decision that can be begun from here. */
  public boolean isDecision() {
    return key.equals("approve");
  }

  /** Whether there may be more than are named. */
  public boolean isCut() {
    return isNamed() && links.size() >= CampaignLinks.SHOWN && count > links.size();
  }

  /** Whom a card waits for. */
  public enum Whose {
    READER,
    OTHERS,
    /** It is only good to know. */
    NOBODY
  }

  /** What waits for the reader; nothing if nothing does. */
  static Optional<Card> ifAny(String key, long count, String href) {
    return ifAny(key, count, Whose.READER, List.of(CardLink.to(href)));
  }

  /** Nothing if nothing waits. */
  static Optional<Card> ifAny(String key, long count, Whose whose, List<CardLink> links) {
    return count == 0 ? Optional.empty() : Optional.of(new Card(key, count, whose, links));
  }

  /** What is good to know even if it is zero. */
  static Optional<Card> fact(String key, long count, String href) {
    return Optional.of(new Card(key, count, Whose.NOBODY, List.of(CardLink.to(href))));
  }
}
