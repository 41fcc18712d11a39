package id.gaung.platform.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.LimitHeaders;
import id.gaung.platform.NetworkQuota;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an error means, by its reason and never by its message, which Google words anew at will.
 * After the pages "Errors" and "Videos: insert" of the Data API.
 */
final class YouTubeErrors {

  static final String NO_CHANNEL = "youtubeSignupRequired";

  private static final Duration USUAL_WAIT = Duration.ofMinutes(1);

  /** What a channel may upload is counted over a day; how much, Google does not say. */
  private static final Duration UPLOAD_WAIT = Duration.ofDays(1);

  private static final Set<String> PROJECT_QUOTA = Set.of("quotaExceeded", "dailyLimitExceeded");
  private static final Set<String> RATES = Set.of("rateLimitExceeded", "RATE_LIMIT_EXCEEDED");

  /** As in {@code limit 'Video Uploads per day'} or {@code VideoUploadsPerDayPerProject}. */
  private static final Pattern OF_A_DAY = Pattern.compile("(?i)\\bper day\\b|PerDay");

  private static final String UPLOAD_LIMIT = "uploadLimitExceeded";

  private static final String UPLOAD_RATE = "uploadRateLimitExceeded";

  private static final Map<String, Kind> REASONS =
      Map.ofEntries(
          Map.entry("rateLimitExceeded", Kind.RATE_LIMITED),
          Map.entry("userRateLimitExceeded", Kind.RATE_LIMITED),
          Map.entry(UPLOAD_RATE, Kind.RATE_LIMITED),
          Map.entry("authError", Kind.TOKEN_EXPIRED),
          Map.entry(NO_CHANNEL, Kind.PERMISSION),
          Map.entry("insufficientPermissions", Kind.PERMISSION),
          Map.entry("accountDelegationForbidden", Kind.PERMISSION),
          Map.entry("authenticatedUserAccountSuspended", Kind.ACCOUNT_BLOCKED),
          Map.entry("authenticatedUserAccountClosed", Kind.ACCOUNT_BLOCKED),
          Map.entry("channelSuspended", Kind.ACCOUNT_BLOCKED),
          Map.entry("channelClosed", Kind.ACCOUNT_BLOCKED),
          Map.entry("invalidTitle", Kind.TEXT_REJECTED),
          Map.entry("invalidDescription", Kind.TEXT_REJECTED),
          Map.entry("invalidTags", Kind.TEXT_REJECTED),
          Map.entry("backendError", Kind.TRANSIENT),
          Map.entry("internalError", Kind.TRANSIENT));

  private YouTubeErrors() {}

  /**
   * @param of what is used up where a day's quota is
   */
  static Failure of(Answered answer, NetworkQuota.Of of, Instant now) {
    JsonNode error = error(answer);
    String reason = reason(error);
    String code = reason.isEmpty() ? "HTTP " + answer.status() : reason;
    String words = error.path("message").asText("").replaceAll("<[^>]*>", "");
    if (isProjectQuota(answer)) {
      return new Failure(Kind.QUOTA, code, words, Optional.of(PacificDay.left(now)), of);
    }
    if (reason.equals(UPLOAD_LIMIT)) {
      return new Failure(Kind.QUOTA, code, words, Optional.of(UPLOAD_WAIT), NetworkQuota.Of.VIDEOS);
    }
    Kind kind = Optional.ofNullable(REASONS.get(reason)).orElseGet(() -> byStatus(answer.status()));
    return kind == Kind.RATE_LIMITED
        ? Failure.rateLimited(code, words, told(answer, now).orElse(USUAL_WAIT))
        : new Failure(
            kind, code, words, kind == Kind.TRANSIENT ? told(answer, now) : Optional.empty());
  }

  private static Kind byStatus(int status) {
    return switch (status) {
      case 401 -> Kind.TOKEN_EXPIRED;
      case 403 -> Kind.PERMISSION;
      case 429 -> Kind.RATE_LIMITED;
      default -> status < 400 || status == 408 || status >= 500 ? Kind.TRANSIENT : Kind.REJECTED;
    };
  }

  private static Optional<Duration> told(Answered answer, Instant now) {
    return answer
        .header("Retry-After")
        .flatMap(text -> LimitHeaders.wait(text, answer.header("Date"), now));
  }

  private static JsonNode error(Answered answer) {
    return answer.json().map(body -> body.path("error")).orElse(MissingNode.getInstance());
  }

  private static String reason(JsonNode error) {
    return AnswerJson.text(error.path("errors").path(0), "reason")
        .or(() -> AnswerJson.text(error.path("details").path(0), "reason"))
        .orElse("");
  }

  /** The reason that an answer gives; empty if it gives none. */
  static String reason(Answered answer) {
    return reason(error(answer));
  }

  static boolean isUploadRate(Answered answer) {
    return reason(answer).equals(UPLOAD_RATE);
  }

  /**
   * Whether all of the project's accounts have used up a day's quota. That of uploads is refused as
   * a rate since May 2026 (googleapis/google-api-python-client 2753), and then only the name of the
   * limit tells it from one of a minute.
   */
  static boolean isProjectQuota(Answered answer) {
    String reason = reason(answer);
    return (answer.status() == 403 && PROJECT_QUOTA.contains(reason))
        || (RATES.contains(reason) && OF_A_DAY.matcher(answer.body()).find());
  }
}
