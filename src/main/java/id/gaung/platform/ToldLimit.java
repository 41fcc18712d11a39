package id.gaung.platform;

import java.time.Instant;
import java.util.Optional;

/**
 * What an answer said about a limit.
 *
 * @param ofApp whether all accounts that this installation has on the network share it
 * @param most at least 1; 100 where only a part is told
 * @param used at least 0; more than {@code most} where the network says so
 * @param inPercent whether the network tells only how large a part is used
 * @param until when it begins anew, or when calls are served again; empty where that is not told
 */
public record ToldLimit(
    NetworkQuota.Of of,
    boolean ofApp,
    long most,
    long used,
    boolean inPercent,
    Optional<Instant> until) {

  public ToldLimit {
    if (most < 1 || used < 0) {
      throw new IllegalArgumentException(used + " of " + most);
    }
  }

  /** A number of things. */
  public static ToldLimit counted(
      NetworkQuota.Of of, long most, long used, Optional<Instant> until) {
    return new ToldLimit(of, false, most, used, false, until);
  }

  /**
   * A part of all calls.
   *
   * @param percent may be above 100
   */
  public static ToldLimit calls(boolean ofApp, int percent, Optional<Instant> until) {
    return new ToldLimit(NetworkQuota.Of.CALLS, ofApp, 100, percent, true, until);
  }

  /** The same, where each thing takes so much of what the network counts. */
  public ToldLimit each(int cost) {
    long all = Math.max(1, most / cost);
    return new ToldLimit(
        of, ofApp, all, Math.max(0, all - Math.max(0, most - used) / cost), inPercent, until);
  }
}
