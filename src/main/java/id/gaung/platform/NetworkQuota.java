package id.gaung.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How much of something an account may do, as the network publishes it; what it says with its
 * answers goes before.
 *
 * @param within the window, which slides unless {@code day} is given
 * @param told how one learns how much of it is used
 * @param day where the days of the window begin, which are then counted from midnight there
 */
public record NetworkQuota(Of of, int most, Duration within, Told told, Optional<ZoneId> day) {

  /** One that answers tell of. */
  public NetworkQuota(Of of, int most, Duration within) {
    this(of, most, within, Told.WITH_ANSWERS);
  }

  /** Of a window that slides. */
  public NetworkQuota(Of of, int most, Duration within, Told told) {
    this(of, most, within, told, Optional.empty());
  }

  /** Of a day from midnight to midnight, of which nothing is told. */
  public static NetworkQuota daily(Of of, int most, ZoneId day) {
    return new NetworkQuota(of, most, Duration.ofDays(1), Told.NEVER, Optional.of(day));
  }

  /** When the window began in which it is now. */
  public Instant since(Instant now) {
    return day.map(zone -> now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant())
        .orElseGet(() -> now.minus(within));
  }

  /**
   * When there is room again.
   *
   * @param first what leaves the window first came then
   */
  public Instant until(Instant first, Instant now) {
    return day.map(
            zone -> now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant())
        .orElseGet(() -> first.plus(within));
  }

  public enum Of {
    /** Posts that come out. */
    POSTS,
    /** Posts that answer others, such as the further parts of a thread, where they count apart. */
    REPLIES,
    /** Uploads of pictures and videos. */
    UPLOADS,
    VIDEOS,
    /** Drafts that wait in the network's app until a person ends them. */
    DRAFTS,
    /** Calls that only read, where publishing has limits of its own. */
    READS,
    /** Posts that are taken away. */
    DELETES,
    /** Calls of any kind. */
    CALLS
  }

  /** How one learns how much is used. */
  public enum Told {
    /** Its answers say so: {@link NetworkModule#limits}. */
    WITH_ANSWERS,
    /** It says so when asked ({@link SocialPlatform#askLimits}); in between our posts count. */
    WHEN_ASKED,
    /** Never: what we published counts, or what our calls took ({@link NetworkModule#took}). */
    NEVER
  }
}
