package id.gaung.platform;

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

  /** Of an account that has no login: nothing is opened by it. */
  public static final Credentials NONE =
      new Credentials(Map.of(), Optional.empty(), Optional.empty());

  public Credentials {
    secrets = Map.copyOf(secrets);
  }

  /** Never the secrets: this text may reach a log. */
  @Override
  public String toString() {
    return "Credentials[" + secrets.keySet() + ", expiresAt=" + expiresAt + "]";
  }
}
