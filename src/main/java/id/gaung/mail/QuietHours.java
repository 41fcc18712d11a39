package id.gaung.mail;

import id.gaung.kernel.Wita;
import java.time.Instant;
import java.time.LocalTime;

/** From 20.00 until 07.00 WITA nothing goes out that can wait. */
final class QuietHours {

  private static final LocalTime BEGIN = LocalTime.of(20, 0);
  private static final LocalTime END = LocalTime.of(7, 0);

  private QuietHours() {}

  static boolean at(Instant now) {
    LocalTime time = Wita.dateTime(now).toLocalTime();
    return !time.isBefore(BEGIN) || time.isBefore(END);
  }
}
