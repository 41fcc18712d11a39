package id.gaung.sandbox;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What one project may use in a day of Google's: uploads, and units of everything else. Kept in
 * memory: a restarted server counts anew. Thread-safe.
 */
final class YouTubeQuota {

  static final int UPLOADS = 100;
  private static final int UNITS = 10_000;

  private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

  private record Bucket(LocalDate day, String name) {}

  private final Clock clock;
  private final boolean enforced;
  private final Map<Bucket, Integer> used = new ConcurrentHashMap<>();

  YouTubeQuota(Clock clock, boolean enforced) {
    this.clock = clock;
    this.enforced = enforced;
  }

  void upload() {
    take("uploads", 1, UPLOADS);
  }

  void units(int cost) {
    take("units", cost, UNITS);
  }

  private void take(String name, int cost, int most) {
    LocalDate day = clock.instant().atZone(PACIFIC).toLocalDate();
    used.keySet().removeIf(bucket -> bucket.day().isBefore(day));
    if (enforced && used.merge(new Bucket(day, name), cost, Integer::sum) > most) {
      throw YouTubeRefusals.quota();
    }
  }
}
