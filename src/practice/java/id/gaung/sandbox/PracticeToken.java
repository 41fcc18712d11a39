package id.gaung.sandbox;

import java.time.Instant;
import java.util.Optional;

/**
 * A token that was handed out. Of a Bluesky refresh token only its {@code jti} is kept.
 *
 * @param accountId empty for a token of an app alone
 * @param nextToken what a Bluesky refresh gave in its place
 */
public record PracticeToken(
    String token,
    Kind kind,
    Optional<Long> accountId,
    Optional<Long> appId,
    String scopes,
    Instant createdAt,
    Optional<Instant> expiresAt,
    Optional<Instant> revokedAt,
    Optional<String> nextToken) {

  /** What the token is for. */
  public enum Kind {
    /** Mastodon: without an end. */
    ACCESS,
    /** Instagram: an hour, to be exchanged. */
    SHORT,
    /** Instagram: sixty days, refreshable. */
    LONG,
    /** Bluesky: ninety days, spent by each refresh. */
    REFRESH
  }

  boolean expired(Instant now) {
    return expiresAt.filter(end -> !end.isAfter(now)).isPresent();
  }

  @Override
  public String toString() {
    return "PracticeToken[" + kind + "]";
  }
}
