package id.gaung.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The secrets of an account, understood by its client alone; kept sealed by whoever stores them.
 *
 * @param secrets named tokens and passwords
 * @param refreshAt from when on {@link SocialPlatform#refresh} should be called; empty if never
 * @param expiresAt when they stop working unless refreshed; empty if they never do
 */
public record Credentials(
    Map<String, String> secrets, Optional<Instant> refreshAt, Optional<Instant> expiresAt) {

  private static final int SPREAD = 1000;

  /** Of an account that has no login: nothing is opened by it. */
  public static final Credentials NONE =
      new Credentials(Map.of(), Optional.empty(), Optional.empty());

  public Credentials {
    secrets = Map.copyOf(secrets);
  }

  /**
   * How much of a token's life goes by before it is renewed, the same on every network: 80 % at the
   * latest, and up to a twentieth earlier, so that not all come at once.
   *
   * @param token of which the moment depends, so that it is the same however often it is asked
   */
  public static Duration renewedAfter(Duration life, String token) {
    // A hash of texts that differ little differs little: mixed, so that neighbours do not meet.
    long earlier = Math.floorMod((token.hashCode() * 0x9E3779B9L) >>> 8, SPREAD);
    return life.multipliedBy(16 * SPREAD - earlier).dividedBy(20 * SPREAD);
  }

  /** Never the secrets: this text may reach a log. */
  @Override
  public String toString() {
    return "Credentials[" + secrets.keySet() + ", expiresAt=" + expiresAt + "]";
  }
}
