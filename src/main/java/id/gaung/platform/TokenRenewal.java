package id.gaung.platform;

import java.time.Duration;

/**
 * When tokens that come to an end are renewed, the same on every network: once 80 % of their life
 * is over at the latest, and up to a twentieth of it earlier, so that not all come at once.
 */
public final class TokenRenewal {

  private static final int SPREAD = 1000;

  private TokenRenewal() {}

  /**
   * How much of a token's life goes by before it is renewed.
   *
   * @param token of which the moment depends, so that it is the same however often it is asked
   */
  public static Duration after(Duration life, String token) {
    // A hash of texts that differ little differs little: mixed, so that neighbours do not meet.
    long earlier = Math.floorMod(token.hashCode() * 0x9E3779B9L >>> 8, SPREAD);
    return life.multipliedBy(16 * SPREAD - earlier).dividedBy(20 * SPREAD);
  }
}
