package id.gaung.channel;

import id.gaung.platform.NetworkQuota;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an account may still do at its network.
 *
 * @param pausedUntil until when the network asked us to leave the account alone
 * @param limits those heard of that have not begun anew since, the most used first
 * @param at when this was so
 */
public record Budget(Optional<Instant> pausedUntil, List<LimitStanding> limits, Instant at) {

  /** Nothing is known of any limit. */
  public static final Budget FREE = new Budget(Optional.empty(), List.of(), Instant.EPOCH);

  public Budget {
    limits = List.copyOf(limits);
  }

  static Budget of(Optional<Instant> pausedUntil, List<LimitStanding> heard, Instant now) {
    return new Budget(
        pausedUntil.filter(now::isBefore),
        heard.stream()
            .filter(limit -> limit.holds(now))
            .sorted(Comparator.comparing(LimitStanding::percent).reversed())
            .toList(),
        now);
  }

  /**
   * Why work has to wait.
   *
   * @param limit which is used up; empty where the network merely asked for a pause
   */
  public record Wait(Instant until, Optional<LimitStanding> limit) {}

  /** What a call has to upload, which has limits of its own. */
  public enum Load {
    NOTHING,
    PICTURES,
    /** Of which nothing has been sent yet. */
    VIDEO,
    /** One whose upload was begun counts already, and is finished. */
    VIDEO_BEGUN;

    private boolean minds(NetworkQuota.Of of) {
      return switch (of) {
        case UPLOADS -> this != NOTHING;
        case VIDEOS -> this == VIDEO;
        case POSTS, REPLIES, CALLS, READS, DELETES -> true;
        // A post whose draft is refused is handed over without one.
        case DRAFTS -> false;
      };
    }
  }

  /** Until when every call of that kind waits; the longest wait counts. Empty if it may go now. */
  public Optional<Wait> against(Work work) {
    return against(work, Load.NOTHING);
  }

  public Optional<Wait> against(Work work, Load load) {
    Optional<Wait> limited =
        limits.stream()
            .filter(limit -> load.minds(limit.of()))
            .flatMap(
                limit ->
                    limit.against(work, at).map(end -> new Wait(end, Optional.of(limit))).stream())
            .max(Comparator.comparing(Wait::until));
    Optional<Wait> paused = pausedUntil.map(until -> new Wait(until, limited.flatMap(Wait::limit)));
    return paused
        .filter(p -> limited.filter(l -> l.until().isAfter(p.until())).isEmpty())
        .or(() -> limited);
  }

  /** When posts may go out again, if they have to wait. */
  public Optional<Wait> posts() {
    return against(Work.PUBLISH);
  }

  /**
   * Until when nothing can be looked up: the network does not answer us, or refused to be read. A
   * part that is kept for publishing is kept for this, too.
   */
  public Optional<Instant> lookUps() {
    return Stream.concat(
            pausedUntil.stream(),
            limits.stream()
                .filter(limit -> limit.of() == NetworkQuota.Of.READS && limit.isFull())
                .flatMap(limit -> limit.against(Work.READ, at).stream()))
        .max(Comparator.naturalOrder());
  }

  /** When counts are read again, if that has to wait. */
  public Optional<Wait> readings() {
    return against(Work.READ);
  }

  /**
   * How much of a limit is used, as the network said last, or as our own posts count.
   *
   * @param ofApp whether all accounts of this installation on the network share it
   * @param most at least 1; 100 where only a part is told
   * @param until when it begins anew; empty where the network does not say
   * @param heardAt when the network said so; long ago where only our own posts are counted
   */
  public record LimitStanding(
      NetworkQuota.Of of,
      boolean ofApp,
      long most,
      long used,
      boolean inPercent,
      Optional<Instant> until,
      Instant heardAt) {

    /** Where it is not told when a limit begins anew: so long after it was heard of, ask again. */
    private static final Duration UNTOLD_PART = Duration.ofMinutes(15);

    private static final Duration UNTOLD_POSTS = Duration.ofHours(1);
    private static final Duration UNTOLD = Duration.ofMinutes(5);

    /**
     * Until when that kind of work has to wait for this limit; empty if it need not. Never for
     * good: after it one call may be made again, and what it is answered is heard.
     */
    Optional<Instant> against(Work work, Instant now) {
      if (!work.minds(of) || !work.stopsAt(used, most, inPercent)) {
        return Optional.empty();
      }
      return Optional.of(end()).filter(now::isBefore);
    }

    /** The same with more of it used. */
    LimitStanding plus(int more) {
      return new LimitStanding(of, ofApp, most, used + more, inPercent, until, heardAt);
    }

    /** Whether what was heard still holds. */
    boolean holds(Instant now) {
      return now.isBefore(until.orElseGet(() -> heardAt.plus(Duration.ofDays(1))));
    }

    /** When it begins anew, or may have. */
    private Instant end() {
      boolean daily = of == NetworkQuota.Of.POSTS || of == NetworkQuota.Of.VIDEOS;
      Duration untold = inPercent ? UNTOLD_PART : daily ? UNTOLD_POSTS : UNTOLD;
      return until.orElseGet(() -> heardAt.plus(untold));
    }

    /** Of which something may have to wait. */
    boolean isTight() {
      return Work.READ.stopsAt(used, most, inPercent);
    }

    boolean isFull() {
      return used >= most;
    }

    /** How near its end it is: in steps of five percent, of one at the end. */
    int step() {
      int percent = percent();
      return percent < 90 ? percent / 5 * 5 : percent;
    }

    /** Rounded down, from 0; more than 100 where the network says so. */
    public int percent() {
      return (int) Math.min(999, used * 100 / most);
    }

    /** Of the sentence that says how much is used of how much. */
    public String key() {
      if (!inPercent) {
        return "channel.limit." + of;
      }
      return of == NetworkQuota.Of.CALLS
          ? ofApp ? "channel.limit.app" : "channel.limit.part"
          : "channel.limit.full." + of;
    }
  }
}
