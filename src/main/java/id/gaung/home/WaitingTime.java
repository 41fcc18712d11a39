package id.gaung.home;

import id.gaung.home.Card.CardLink;
import id.gaung.kernel.Wita;
import id.gaung.web.Formats;
import id.gaung.web.Translator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How long a thing has waited, or when it should have been, as one says it on that day. */
public final class WaitingTime {

  private static final String AT = "home.at.";

  /** Longer ago a day is called by its date. */
  private static final int DAYS_COUNTED = 6;

  private WaitingTime() {}

  /** Empty for what has no time. */
  public static Optional<String> of(
      Card card, CardLink link, LocalDate today, Translator t, Formats f) {
    return link.since().map(at -> said(times(card), at, today, t, f));
  }

  /** The beginning of the keys of its words. */
  private static String times(Card card) {
    return switch (card.key()) {
      case "missed", "failed", "uncertain" -> AT;
      case "drafting" -> "home.changed.";
      default -> "home.since.";
    };
  }

  private static String said(String times, Instant at, LocalDate today, Translator t, Formats f) {
    long days = ChronoUnit.DAYS.between(Wita.date(at), today);
    if (days < 0 || days > DAYS_COUNTED) {
      String day = f.day(Wita.date(at));
      return times.equals(AT) ? day : t.get(times + "day", day);
    }
    return days == 0
        ? t.get(times + "today", f.hour(at))
        : days == 1 ? t.get(times + "yesterday", f.hour(at)) : t.get(times + "days", days);
  }
}
