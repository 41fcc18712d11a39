package id.gaung.platform.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.LimitHeaders;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Classes the answers of Mastodon and its kin by HTTP status first: their texts may be localised,
 * and bodies may be no JSON at all.
 */
final class MastodonFailures {

  private static final Duration UNKNOWN_LIMIT = Duration.ofMinutes(5);
  private static final Duration LONGEST_WAIT = Duration.ofHours(3);

  private final Clock clock;

  MastodonFailures(Clock clock) {
    this.clock = clock;
  }

  /**
   * @param body as JSON; a missing node if it is none
   * @param reset {@code X-RateLimit-Reset}, an ISO 8601 instant
   * @param retryAfter {@code Retry-After}
   * @param date {@code Date}, the server's clock
   */
  Failure of(
      int status,
      JsonNode body,
      Optional<String> reset,
      Optional<String> retryAfter,
      Optional<String> date) {
    String detail = detail(body);
    String code = "HTTP " + status;
    if (status == 429) {
      return Failure.rateLimited(code, detail, wait(reset, retryAfter, date));
    }
    if (status >= 500 || status == 408) {
      return new Failure(
          Kind.TRANSIENT, code, detail, retryAfter.flatMap(text -> until(text, date)));
    }
    return Failure.of(kind(status, detail), code, detail);
  }

  /**
   * The limit that an answer of any status says is reached with it.
   *
   * @param remaining {@code X-RateLimit-Remaining}; Mastodon sends it with every answer
   * @param reset as {@link #of}
   */
  Optional<Failure> spent(
      Optional<String> remaining, Optional<String> reset, Optional<String> date) {
    return remaining
        .filter(left -> left.strip().matches("-\\d+|0+"))
        .map(
            left ->
                Failure.rateLimited(
                    "X-RateLimit-Remaining",
                    "no further request is allowed for now",
                    wait(reset, Optional.empty(), date)));
  }

  private static Kind kind(int status, String detail) {
    return switch (status) {
      case 401 -> Kind.RECONNECT;
      case 403 -> forbidden(detail);
      case 413, 415 -> Kind.MEDIA_REJECTED;
      case 301, 302, 303, 307, 308, 404, 405, 406, 410 -> Kind.SERVER_NOT_FOUND;
      default -> Kind.REJECTED;
    };
  }

  /** A missing scope is cured by connecting again with more; a frozen account is not. */
  private static Kind forbidden(String detail) {
    String text = detail.toLowerCase(Locale.ROOT);
    boolean frozen =
        text.contains("disabled")
            || text.contains("suspended")
            || text.contains("pending")
            || text.contains("confirm");
    return frozen && !text.contains("scope") ? Kind.ACCOUNT_BLOCKED : Kind.PERMISSION;
  }

  private static String detail(JsonNode body) {
    String error = body.path("error").asText("");
    String description = body.path("error_description").asText("");
    return description.isBlank() ? error : error + ": " + description;
  }

  private Duration wait(
      Optional<String> reset, Optional<String> retryAfter, Optional<String> date) {
    return reset
        .flatMap(text -> until(text, date))
        .or(() -> retryAfter.flatMap(text -> until(text, date)))
        .orElse(UNKNOWN_LIMIT);
  }

  /** However it is written, and whatever the server's clock says. */
  private Optional<Duration> until(String reset, Optional<String> date) {
    return LimitHeaders.wait(reset, date, clock.instant()).map(MastodonFailures::within);
  }

  /** Clocks differ and a server may say anything: at least a second, at most a whole window. */
  private static Duration within(Duration wait) {
    if (wait.compareTo(Duration.ofSeconds(1)) < 0) {
      return Duration.ofSeconds(1);
    }
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }
}
