package id.gaung.platform.bluesky;

import id.gaung.platform.AnswerJson;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.HttpOutcome.NotSent;
import id.gaung.platform.LimitHeaders;
import id.gaung.platform.NoAnswer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Classes errors by what helps, first by their names (lexicons, and the reference server's
 * auth-verifier.ts and account-manager.ts), then by status, since gateways answer without names.
 */
final class BlueskyFailures {

  private static final Duration UNTOLD_WAIT = Duration.ofMinutes(1);

  private static final Set<String> BLOCKED =
      Set.of(
          "AccountTakedown",
          "AccountDeactivated",
          "AccountSuspended",
          "RepoTakendown",
          "RepoSuspended",
          "RepoDeactivated",
          // Told of one's own account, so it is deleted there.
          "AccountNotFound",
          "RepoNotFound");

  private static final Set<String> SIGN_IN_AGAIN =
      Set.of("InvalidToken", "AuthMissing", "AuthenticationRequired", "AuthFactorTokenRequired");

  private static final Set<String> MEDIA =
      Set.of("BlobNotFound", "InvalidMimeType", "InvalidSize", "BlobTooLarge");

  private static final Pattern PART =
      Pattern.compile("(?:/|\\$\\.record[.\\[\"']+|\\$\\.)(text|facets|embed)\\b");

  private final Clock clock;

  BlueskyFailures(Clock clock) {
    this.clock = clock;
  }

  /** Of a call that changes nothing visible, so that an unknown outcome may simply be repeated. */
  Failure of(HttpOutcome outcome) {
    return outcome.match(this::of, this::of, BlueskyFailures::of);
  }

  private Failure of(NotSent notSent) {
    return NoAnswer.of(notSent, false);
  }

  private static Failure of(HttpOutcome.Unknown unknown) {
    return Failure.of(Kind.TRANSIENT, "NO_ANSWER", unknown.detail());
  }

  private Failure of(Answered answer) {
    String error = Xrpc.error(answer).orElse("HTTP " + answer.status());
    String message = message(answer);
    Kind kind = kind(answer.status(), error, message);
    Optional<Duration> wait =
        kind == Kind.RATE_LIMITED
            ? Optional.of(toldWait(answer).orElse(UNTOLD_WAIT))
            : toldWait(answer).filter(w -> kind == Kind.TRANSIENT && answer.status() == 503);
    return new Failure(kind, error, message, wait);
  }

  private static Kind kind(int status, String error, String message) {
    if (status == 429) {
      return Kind.RATE_LIMITED;
    }
    if (error.equals("ExpiredToken")) {
      return Kind.TOKEN_EXPIRED;
    }
    if (BLOCKED.contains(error)) {
      return Kind.ACCOUNT_BLOCKED;
    }
    if (SIGN_IN_AGAIN.contains(error)) {
      return Kind.RECONNECT;
    }
    if (MEDIA.contains(error)) {
      return Kind.MEDIA_REJECTED;
    }
    if (error.equals("InvalidRequest")) {
      return invalid(message);
    }
    return byStatus(status);
  }

  /**
   * The part of the record that is refused: {@code Record/text must not be longer than 300
   * graphemes} in the words of older servers, {@code grapheme too big (maximum 300, got 301) at
   * $.record.text} in those of today's.
   */
  private static Kind invalid(String message) {
    Matcher part = PART.matcher(message);
    String refused = part.find() ? part.group(1) : "";
    if (refused.equals("embed") || message.contains("blob")) {
      return Kind.MEDIA_REJECTED;
    }
    return refused.equals("text") || refused.equals("facets") ? Kind.TEXT_REJECTED : Kind.REJECTED;
  }

  private static Kind byStatus(int status) {
    if ((status >= 300 && status < 400) || status == 404 || status == 405) {
      return Kind.SERVER_NOT_FOUND;
    }
    return switch (status) {
      case 401 -> Kind.RECONNECT;
      case 403 -> Kind.PERMISSION;
      case 408, 421, 425 -> Kind.TRANSIENT;
      case 501 -> Kind.REJECTED;
      default -> status >= 500 || status < 300 ? Kind.TRANSIENT : Kind.REJECTED;
    };
  }

  private static String message(Answered answer) {
    return answer.json().flatMap(json -> AnswerJson.text(json, "message")).orElse("");
  }

  /** {@code Retry-After}, else {@code RateLimit-Reset}; at least a second. */
  private Optional<Duration> toldWait(Answered answer) {
    LimitHeaders headers = new LimitHeaders(answer, clock.instant());
    return headers
        .wait("Retry-After")
        .or(() -> headers.wait("RateLimit-Reset"))
        .map(wait -> wait.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : wait);
  }

  /** The limit that an answer, good or not, says is reached with it. */
  Optional<Failure> spent(HttpOutcome outcome) {
    return outcome instanceof Answered answer
            && answer.header("RateLimit-Remaining").filter(v -> v.matches("0+|-[0-9]+")).isPresent()
        ? Optional.of(
            Failure.rateLimited(
                "RateLimit-Remaining",
                "no further request is allowed for now",
                toldWait(answer).orElse(UNTOLD_WAIT)))
        : Optional.empty();
  }
}
