package id.gaung.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates and times as people type them: {@code 24/11/2026}, {@code 24-11-26}, {@code 24 Nov 2026},
 * {@code 24112026} or {@code 2026-11-24}; {@code 19.30}, {@code 19:30}, {@code 1930} or {@code 7}.
 * The day comes before the month, always. What is meant by a text that is not one of these is never
 * guessed.
 */
final class TypedDate {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
  private static final DateTimeFormatter ISO_MINUTES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");
  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
  private static final Pattern PARTS =
      Pattern.compile(
          "(\\d{1,2})\\s*[/.\\- ]\\s*(\\d{1,2}|\\p{L}{3,9})\\s*[/.\\- ]\\s*(\\d{2}|\\d{4})");
  private static final Pattern DIGITS = Pattern.compile("(\\d{2})(\\d{2})(\\d{4})");
  private static final Pattern BEGUN =
      Pattern.compile(
          "\\d{1,2}(\\s*[/.\\- ]\\s*((\\d{1,2}|\\p{L}{3,9})(\\s*[/.\\- ]\\s*\\d{0,3})?)?)?|\\d{3,7}");
  private static final Pattern TIME =
      Pattern.compile("(\\d{1,2})(?:\\s*[.:]\\s*(\\d{2})(?:[.:]\\d{2})?|(\\d{2}))?\\s*(?:wita)?");
  private static final int CENTURY = 2000;

  /** The first three letters of the months in Indonesian and in English. */
  private static final Map<String, Integer> MONTHS =
      Map.ofEntries(
          Map.entry("jan", 1),
          Map.entry("feb", 2),
          Map.entry("mar", 3),
          Map.entry("apr", 4),
          Map.entry("mei", 5),
          Map.entry("may", 5),
          Map.entry("jun", 6),
          Map.entry("jul", 7),
          Map.entry("agu", 8),
          Map.entry("aug", 8),
          Map.entry("sep", 9),
          Map.entry("okt", 10),
          Map.entry("oct", 10),
          Map.entry("nov", 11),
          Map.entry("des", 12),
          Map.entry("dec", 12));

  private TypedDate() {}

  /**
   * What a text was read as.
   *
   * @param value empty if it cannot be read
   * @param wrong the key of the reason, if it cannot be read
   */
  record Reading<T>(Optional<T> value, Optional<String> wrong) {

    static <T> Reading<T> of(T value) {
      return new Reading<>(Optional.of(value), Optional.empty());
    }

    static <T> Reading<T> not(String key) {
      return new Reading<>(Optional.empty(), Optional.of(key));
    }
  }

  static Reading<LocalDate> date(String typed) {
    String text = typed.strip();
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      return day(iso.group(1), iso.group(2), iso.group(3));
    }
    for (Pattern pattern : List.of(PARTS, DIGITS)) {
      Matcher parts = pattern.matcher(text);
      if (parts.matches()) {
        String year = parts.group(3);
        return day(
            year.length() == 2 ? Integer.toString(CENTURY + Integer.parseInt(year)) : year,
            parts.group(2),
            parts.group(1));
      }
    }
    return Reading.not(BEGUN.matcher(text).matches() ? "field.date.incomplete" : "field.date");
  }

  private static Reading<LocalDate> day(String year, String month, String day) {
    int number =
        Character.isDigit(month.charAt(0))
            ? Integer.parseInt(month)
            : MONTHS.getOrDefault(
                month.substring(0, Math.min(3, month.length())).toLowerCase(Locale.ROOT), 0);
    try {
      return Reading.of(LocalDate.of(Integer.parseInt(year), number, Integer.parseInt(day)));
    } catch (DateTimeException none) {
      return Reading.not("field.date.none");
    }
  }

  static Reading<LocalTime> time(String typed) {
    Matcher parts = TIME.matcher(typed.strip().toLowerCase(Locale.ROOT));
    if (!parts.matches()) {
      return Reading.not("field.time");
    }
    String minutes =
        Optional.ofNullable(parts.group(2))
            .or(() -> Optional.ofNullable(parts.group(3)))
            .orElse("0");
    try {
      return Reading.of(LocalTime.of(Integer.parseInt(parts.group(1)), Integer.parseInt(minutes)));
    } catch (DateTimeException none) {
      return Reading.not("field.time.none");
    }
  }

  /** A date and a time in one text, such as {@code 24/11/2026 19.30}; empty if it is not one. */
  static Optional<LocalDateTime> dateTime(String typed) {
    String text = typed.strip();
    try {
      return Optional.of(LocalDateTime.parse(text));
    } catch (DateTimeParseException notIso) {
      int space = Math.max(text.lastIndexOf(' '), text.lastIndexOf(','));
      if (space < 0) {
        return Optional.empty();
      }
      String day = text.substring(0, space).replaceAll("[\\s,]+$", "");
      return date(day).value().flatMap(d -> time(text.substring(space + 1)).value().map(d::atTime));
    }
  }

  /** As machines and the addresses of forms write it: {@code 2026-11-24T19:30}. */
  static String iso(LocalDateTime at) {
    return ISO_MINUTES.format(at);
  }

  /** As a field shows it: {@code 24/11/2026}. */
  static String shown(LocalDate date) {
    return DAY.format(date);
  }
}
