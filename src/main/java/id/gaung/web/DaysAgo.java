package id.gaung.web;

import id.gaung.kernel.Wita;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How long ago a moment was, as one says it: counted in days of the calendar of Balikpapan, so that
 * yesterday evening is yesterday and not a few hours ago.
 */
public final class DaysAgo {

  /** Longer ago a day is called by its date. */
  private static final int DAYS_COUNTED = 6;

  private DaysAgo() {}

  /** Since when a thing waits. */
  public static String since(Instant at, LocalDate today, Translator t, Formats f) {
    return said("web.since.", at, today, t, f);
  }

  /**
   * With the words of the one who asks; a later day is called by its date.
   *
   * @param words the beginning of the keys of today, yesterday (an hour each), days (their number)
   *     and day (a date)
   */
  public static String said(String words, Instant at, LocalDate today, Translator t, Formats f) {
    long days = ChronoUnit.DAYS.between(Wita.date(at), today);
    if (days < 0 || days > DAYS_COUNTED) {
      return t.get(words + "day", f.day(Wita.date(at)));
    }
    return days == 0
        ? t.get(words + "today", f.hour(at))
        : days == 1 ? t.get(words + "yesterday", f.hour(at)) : t.get(words + "days", days);
  }
}
