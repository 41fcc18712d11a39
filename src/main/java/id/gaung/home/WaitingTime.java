package id.gaung.home;

import id.gaung.web.DaysAgo;
import id.gaung.web.Formats;
import id.gaung.web.Translator;
import java.time.LocalDate;
import java.util.Optional;

/** How long a thing has waited, or when it should have been, as one says it on that day. */
public final class WaitingTime {

  private static final String AT = "home.at.";

  private WaitingTime() {}

  /** Empty for what has no time. */
  public static Optional<String> of(
      Card card, CardLink link, LocalDate today, Translator t, Formats f) {
    return link.since().map(at -> DaysAgo.said(times(card), at, today, t, f));
  }

  /** The beginning of the keys of its words. */
  private static String times(Card card) {
    return switch (card.key()) {
      case "missed", "failed", "uncertain" -> AT;
      case "drafting" -> "home.changed.";
      default -> "web.since.";
    };
  }
}
