package id.gaung.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How the practice networks' counts grow: a function of the post, its account and the time alone,
 * so that nothing has to run and every reading is the same again. A count is its final size times
 * {@code 1 - exp(-t / tau)}, rounded down: it never falls, except that one post in sixteen loses a
 * few percent once, some days after publishing, as platforms correct themselves. Sizes are those of
 * a small city office's accounts.
 */
final class EngagementModel {

  /**
   * A network's habits.
   *
   * @param reach share of the followers a middling post reaches
   * @param likes of those reached; the rest likewise
   * @param tau when about two thirds of the final count are there
   */
  record Habits(
      double reach,
      double likes,
      double comments,
      double shares,
      double quotes,
      double saves,
      Duration tau) {}

  private static final double SECONDS_PER_DAY = 86_400;

  /** A day's usual growth: seven percent in eight weeks. */
  private static final double DAILY_GROWTH = 0.0012;

  /** The steps of each account's followers, which are asked for with every post that is read. */
  private static final Map<Walker, double[]> STEPS = new ConcurrentHashMap<>();

  private static final int DAYS_AHEAD = 60;

  private record Walker(String remoteId, int followersAtStart) {}

  private EngagementModel() {}

  /** Zero before the post is out. */
  static PracticeEngagement of(PracticeAccount account, PracticePost post, Instant now) {
    double seconds = Duration.between(post.createdAt(), now).toMillis() / 1000.0;
    if (seconds <= 0) {
      return PracticeEngagement.NONE;
    }
    String seed = post.remoteId();
    Habits habits = PracticeServer.of(account.network()).habits();
    double tau = habits.tau().toSeconds() * spread(0.35, "tau", seed);
    double grown = 1 - StrictMath.exp(-seconds / tau);
    double kept = grown * correction(seed, seconds);
    double reach =
        followers(account, post.createdAt()) * habits.reach() * spread(0.45, "reach", seed);
    double views = reach * (1.15 + 0.5 * Chance.of("views", seed));
    return new PracticeEngagement(
        floor(views * kept),
        floor(reach * kept),
        part(reach, habits.likes(), "likes", seed, kept),
        part(reach, habits.comments(), "comments", seed, kept),
        part(reach, habits.shares(), "shares", seed, kept),
        part(reach, habits.quotes(), "quotes", seed, kept),
        part(reach, habits.saves(), "saves", seed, kept));
  }

  /** A walk with a step a day, up more often than down; smooth within the day. */
  static long followers(PracticeAccount account, Instant now) {
    double days =
        Math.max(0, Duration.between(account.createdAt(), now).toSeconds() / SECONDS_PER_DAY);
    double[] steps = steps(account, (int) Math.ceil(days));
    double followers = account.followersAtStart();
    for (int day = 0; day < days; day++) {
      followers += steps[day] * Math.min(1, days - day);
    }
    return Math.max(0, floor(followers));
  }

  private static double[] steps(PracticeAccount account, int days) {
    return STEPS.compute(
        new Walker(account.remoteId(), account.followersAtStart()),
        (walker, known) ->
            known != null && known.length >= days ? known : steps(walker, days + DAYS_AHEAD));
  }

  private static double[] steps(Walker walker, int days) {
    double[] steps = new double[days];
    for (int day = 0; day < days; day++) {
      double bell = Chance.bell("followers", walker.remoteId(), day);
      steps[day] = walker.followersAtStart() * DAILY_GROWTH * (1 + 1.2 * bell);
    }
    return steps;
  }

  /** Half the reach at most, whatever the chance. */
  private static long part(double reach, double share, String what, String seed, double kept) {
    return floor(reach * Math.min(0.5, share * spread(0.4, what, seed)) * kept);
  }

  /** Around one, skewed upwards: a few posts do far better than most. */
  private static double spread(double width, String what, String seed) {
    return StrictMath.exp(width * Chance.bell(what, seed));
  }

  private static double correction(String seed, double seconds) {
    if (Chance.of("corrected", seed) >= 1 / 16.0) {
      return 1;
    }
    double from = (3 + 7 * Chance.of("corrected at", seed)) * SECONDS_PER_DAY;
    return seconds < from ? 1 : 1 - (0.02 + 0.03 * Chance.of("corrected by", seed));
  }

  private static long floor(double value) {
    return (long) Math.floor(value);
  }
}
