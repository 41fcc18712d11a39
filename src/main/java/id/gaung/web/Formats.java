package id.gaung.web;

import id.gaung.kernel.Rupiah;
import id.gaung.kernel.Week;
import id.gaung.kernel.Wita;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Numbers, money and time as people read them; the only place that formats them. Patterns are
 * spelled out, so that another JDK's locale data changes nothing but month names. Times are WITA.
 * Thread-safe.
 */
public final class Formats {

  private final boolean indonesian;
  private final DecimalFormatSymbols symbols;
  private final DateTimeFormatter longDate;
  private final DateTimeFormatter shortDate;
  private final DateTimeFormatter dayMonth;
  private final DateTimeFormatter shortDay;
  private final DateTimeFormatter shortWeekday;
  private final DateTimeFormatter weekday;
  private final DateTimeFormatter time;

  public Formats(Language language) {
    indonesian = language == Language.ID;
    // British English says "Sept" on some JDKs and "Sep" on others.
    Locale locale = indonesian ? language.locale() : Locale.ENGLISH;
    symbols = new DecimalFormatSymbols(Locale.ROOT);
    symbols.setGroupingSeparator(indonesian ? '.' : ',');
    symbols.setDecimalSeparator(indonesian ? ',' : '.');
    longDate = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", locale);
    shortDate = DateTimeFormatter.ofPattern("d MMM uuuu", locale);
    dayMonth = DateTimeFormatter.ofPattern("d MMM", locale);
    shortWeekday = DateTimeFormatter.ofPattern("EEE", locale);
    shortDay = DateTimeFormatter.ofPattern("EEE d MMM", locale);
    weekday = DateTimeFormatter.ofPattern("EEEE", locale);
    time = DateTimeFormatter.ofPattern(indonesian ? "HH.mm" : "HH:mm", locale);
  }

  /** {@code 12.345} */
  public String number(long value) {
    return new DecimalFormat("#,##0", symbols).format(value);
  }

  /** With its sign: {@code +1.000}, {@code −60}, {@code 0}. */
  public String signed(long value) {
    if (value == 0) {
      return "0";
    }
    return (value > 0 ? "+" : "−") + number(Math.abs(value));
  }

  /** {@code 6,32}: as many decimals as the value has. */
  public String decimal(BigDecimal value) {
    String zeros = "0".repeat(Math.max(0, value.scale()));
    return new DecimalFormat(zeros.isEmpty() ? "#,##0" : "#,##0." + zeros, symbols).format(value);
  }

  /** {@code 6,32 %} of a value already in percent; the space does not break. English has none. */
  public String percent(BigDecimal value) {
    return decimal(value) + (indonesian ? "\u00a0%" : "%");
  }

  /** {@code Rp1.234.567}, without a space. */
  public String rupiah(Rupiah value) {
    String digits = number(Math.abs(value.amount()));
    return (value.amount() < 0 ? "−Rp" : "Rp") + digits;
  }

  /** A ratio of money in whole rupiah, as money is read; one below a rupiah keeps its sen. */
  public String rupiah(BigDecimal value) {
    return value.abs().compareTo(BigDecimal.ONE) < 0
        ? "Rp" + decimal(value)
        : rupiah(new Rupiah(value.setScale(0, RoundingMode.HALF_UP).longValueExact()));
  }

  /** {@code 73 GB} of whole gigabytes from one on, {@code 512 MB} below; both of 1,024. */
  public String space(long megabytes) {
    return megabytes < 1024 ? number(megabytes) + " MB" : number(megabytes / 1024) + " GB";
  }

  /** {@code Selasa, 10 Februari 2026} */
  public String longDate(LocalDate date) {
    return longDate.format(date);
  }

  /** {@code 10 Feb 2026} */
  public String date(LocalDate date) {
    return shortDate.format(date);
  }

  /** {@code 10 Feb} */
  public String dayMonth(LocalDate date) {
    return dayMonth.format(date);
  }

  /** {@code Selasa} */
  public String weekday(LocalDate date) {
    return weekday.format(date);
  }

  /** {@code Sel}, above a column. */
  public String shortWeekday(LocalDate date) {
    return shortWeekday.format(date);
  }

  /** {@code 19.30 WITA} */
  public String time(Instant instant) {
    return time.format(Wita.dateTime(instant)) + " WITA";
  }

  /** {@code 10 Feb 2026, 19.30 WITA} */
  public String dateTime(Instant instant) {
    LocalDateTime local = Wita.dateTime(instant);
    return shortDate.format(local) + ", " + time.format(local) + " WITA";
  }

  /** {@code Pekan 48 (23–29 Nov 2026)} */
  public String week(Week week) {
    return weekNumber(week) + " (" + days(week) + ")";
  }

  /** {@code Pekan 48}, where the year is plain. */
  public String weekNumber(Week week) {
    return (indonesian ? "Pekan " : "Week ") + week.number();
  }

  /** {@code Kam 26 Nov}, in lists. */
  public String day(LocalDate date) {
    return shortDay.format(date);
  }

  /** {@code Kam 26 Nov · 12.00 WITA}, in lists. */
  public String dayTime(Instant instant) {
    LocalDateTime local = Wita.dateTime(instant);
    return shortDay.format(local) + " · " + time.format(local) + " WITA";
  }

  /** {@code Kam 26 Nov · 12.00}, on cards, where WITA goes without saying. */
  public String dayHour(Instant instant) {
    LocalDateTime local = Wita.dateTime(instant);
    return shortDay.format(local) + " · " + time.format(local);
  }

  /** {@code 12.00}, where WITA has been said. */
  public String hour(Instant instant) {
    return time.format(Wita.dateTime(instant));
  }

  /** {@code 16 Nov–20 Des 2026}: the year twice only where there are two. */
  public String days(LocalDate first, LocalDate last) {
    String from = first.getYear() == last.getYear() ? dayMonth(first) : date(first);
    return from + "–" + date(last);
  }

  /** {@code 23–29 Nov 2026} */
  public String days(Week week) {
    LocalDate first = week.monday();
    LocalDate last = week.sunday();
    if (first.getMonth() == last.getMonth()) {
      return first.getDayOfMonth() + "–" + date(last);
    }
    String from = first.getYear() == last.getYear() ? dayMonth(first) : date(first);
    return from + " – " + date(last);
  }
}
