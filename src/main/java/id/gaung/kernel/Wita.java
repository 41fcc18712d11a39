package id.gaung.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Waktu Indonesia Tengah (UTC+8, no daylight saving), the only zone in which Gaung shows time. */
public final class Wita {

  public static final ZoneId ZONE = ZoneId.of("Asia/Makassar");

  private Wita() {}

  public static LocalDateTime dateTime(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZONE);
  }

  public static LocalDate date(Instant instant) {
    return LocalDate.ofInstant(instant, ZONE);
  }

  public static Instant instant(LocalDateTime dateTime) {
    return dateTime.atZone(ZONE).toInstant();
  }

  /** The first instant of the day. */
  public static Instant startOf(LocalDate date) {
    return date.atStartOfDay(ZONE).toInstant();
  }
}
