package id.gaung.kernel;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An ISO 8601 week in WITA: Monday 00:00 (inclusive) to the next Monday 00:00 (exclusive). Never
 * the week of a locale, which begins on Sunday in Indonesia (domain.md 3.5, rule 10).
 *
 * @param monday the week's first day
 */
public record Week(LocalDate monday) implements Comparable<Week> {

  private static final Pattern LABEL = Pattern.compile("(\\d{4})-W(\\d{2})");

  public Week {
    if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
      throw new IllegalArgumentException("a week starts on a Monday, not on " + monday);
    }
  }

  public static Week of(LocalDate date) {
    return new Week(date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
  }

  public static Week of(Instant instant) {
    return of(Wita.date(instant));
  }

  /** Reads {@code 2026-W48}; empty when the text is no such week (2027 has no week 53). */
  public static Optional<Week> parse(String label) {
    Matcher matcher = LABEL.matcher(label);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int year = Integer.parseInt(matcher.group(1));
    int week = Integer.parseInt(matcher.group(2));
    try {
      LocalDate fourthOfJanuary = LocalDate.of(year, 1, 4);
      Week parsed = of(fourthOfJanuary.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week));
      return parsed.label().equals(label) ? Optional.of(parsed) : Optional.empty();
    } catch (DateTimeException outOfRange) {
      return Optional.empty();
    }
  }

  /** {@code 48} of {@code 2026-W48}. */
  public int number() {
    return monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
  }

  /** {@code 2026-W48}; the year is the ISO week-based year. */
  public String label() {
    return "%04d-W%02d".formatted(monday.get(IsoFields.WEEK_BASED_YEAR), number());
  }

  public LocalDate sunday() {
    return monday.plusDays(6);
  }

  /** Monday 00:00 WITA. */
  public Instant start() {
    return Wita.startOf(monday);
  }

  /** The next Monday 00:00 WITA, which no longer belongs to this week. */
  public Instant end() {
    return Wita.startOf(monday.plusDays(7));
  }

  public boolean contains(Instant instant) {
    return !instant.isBefore(start()) && instant.isBefore(end());
  }

  public Week next() {
    return new Week(monday.plusDays(7));
  }

  public Week previous() {
    return new Week(monday.minusDays(7));
  }

  @Override
  public int compareTo(Week other) {
    return monday.compareTo(other.monday);
  }

  @Override
  public String toString() {
    return label();
  }
}
