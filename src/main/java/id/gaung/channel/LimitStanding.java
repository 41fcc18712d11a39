package id.gaung.channel;

import id.gaung.platform.NetworkQuota;
import id.gaung.web.Formats;
import id.gaung.web.Translator;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

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
   * Until when that kind of work has to wait for this limit; empty if it need not. Never for good:
   * after it one call may be made again, and what it is answered is heard.
   */
  Optional<Instant> against(Work work, Instant now) {
    if (!work.minds(of) || !work.stopsAt(used, most, inPercent)) {
      return Optional.empty();
    }
    return Optional.of(end()).filter(now::isBefore);
  }

  /** Whether what was heard still holds. */
  boolean holds(Instant now) {
    return now.isBefore(until.orElseGet(() -> heardAt.plus(Duration.ofDays(1))));
  }

  /** When it begins anew, or may have. */
  private Instant end() {
    Duration untold =
        inPercent ? UNTOLD_PART : of == NetworkQuota.Of.POSTS ? UNTOLD_POSTS : UNTOLD;
    return until.orElseGet(() -> heardAt.plus(untold));
  }

  /** Of which something may have to wait. */
  boolean isTight() {
    return Work.READ.stopsAt(used, most, inPercent);
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

  /** Such as "4,800 of 5,000 calls used". */
  public String said(Translator t, Formats f) {
    if (inPercent) {
      return t.get(ofApp ? "channel.limit.app" : "channel.limit.part", f.number(used));
    }
    return t.get("channel.limit." + of, f.number(used), f.number(most));
  }
}
