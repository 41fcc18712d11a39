package id.gaung.sandbox;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many posts of a page are taken until midnight in UTC; the real number stands in no page of
 * LinkedIn's. Kept in memory: a restarted server counts anew. Thread-safe.
 */
final class LinkedInQuota {

  static final int POSTS = 150;

  private record Bucket(LocalDate day, long account) {}

  private final Clock clock;
  private final boolean enforced;
  private final Map<Bucket, Integer> used = new ConcurrentHashMap<>();

  LinkedInQuota(Clock clock, boolean enforced) {
    this.clock = clock;
    this.enforced = enforced;
  }

  void post(PracticeAccount page) {
    LocalDate day = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    used.keySet().removeIf(bucket -> bucket.day().isBefore(day));
    if (enforced && used.merge(new Bucket(day, page.id()), 1, Integer::sum) > POSTS) {
      throw LinkedInProblems.refuse(
          429,
          "TOO_MANY_REQUESTS",
          101,
          "Resource level throttle APPLICATION_AND_MEMBER DAY limit for calls to this resource is"
              + " reached.");
    }
  }
}
