package id.gaung.channel;

import id.gaung.platform.NetworkQuota;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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

  /** Until when every call of that kind waits; the longest wait counts. Empty if it may go now. */
  public Optional<Wait> against(Work work) {
    return against(work, false);
  }

  /**
   * @param uploads whether pictures or videos have to be uploaded, which have limits of their own
   */
  public Optional<Wait> against(Work work, boolean uploads) {
    Optional<Wait> limited =
        limits.stream()
            .filter(limit -> uploads || !isOfUploads(limit.of()))
            .flatMap(
                limit ->
                    limit.against(work, at).map(end -> new Wait(end, Optional.of(limit))).stream())
            .max(Comparator.comparing(Wait::until));
    Optional<Wait> paused = pausedUntil.map(until -> new Wait(until, limited.flatMap(Wait::limit)));
    return paused
        .filter(p -> limited.filter(l -> l.until().isAfter(p.until())).isEmpty())
        .or(() -> limited);
  }

  private static boolean isOfUploads(NetworkQuota.Of of) {
    return of == NetworkQuota.Of.UPLOADS || of == NetworkQuota.Of.VIDEOS;
  }

  /** When posts may go out again, if they have to wait. */
  public Optional<Wait> posts() {
    return against(Work.PUBLISH);
  }

  /** When counts are read again, if that has to wait. */
  public Optional<Wait> readings() {
    return against(Work.READ);
  }
}
