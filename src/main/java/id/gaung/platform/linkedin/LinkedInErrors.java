package id.gaung.platform.linkedin;

import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.LimitHeaders;
import id.gaung.platform.NetworkQuota.Of;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The failure that a refusal of LinkedIn means: by its code, then its status, then its words. */
final class LinkedInErrors {

  /** Our names for what needs a sentence of its own: an evidence's kind. */
  static final String DUPLICATE = "DUPLICATE_TEXT";

  static final String VERSION = "VERSION_ENDED";

  /** Whoever runs Gaung sets another version; that is looked at again. */
  private static final Duration UNTIL_SET = Duration.ofHours(1);

  /** A limit that is not said to be a day's. */
  private static final Duration SOON = Duration.ofHours(1);

  private LinkedInErrors() {}

  /**
   * @param of what is used up if it is enough for today
   */
  static Failure of(Answered answer, Of of, Instant now) {
    LinkedInProblem problem = LinkedInProblem.of(answer);
    if (isVersion(answer.status(), problem)) {
      return waits(VERSION, problem, UNTIL_SET, Of.CALLS);
    }
    if (answer.status() == 429) {
      return limited(answer, problem, of, now);
    }
    boolean duplicate = isDuplicate(answer);
    return Failure.of(
        duplicate ? Kind.TEXT_REJECTED : problem.kind(answer.status()),
        duplicate ? DUPLICATE : problem.code(answer.status()),
        problem.detail());
  }

  private static boolean isVersion(int status, LinkedInProblem problem) {
    return status == 426
        || problem.text("code").equals("NONEXISTENT_VERSION")
        || (status == 400 && problem.words().matches("(?s).*requested version .* is not active.*"));
  }

  /** Also 409, of which it is not said when LinkedIn gives it. */
  static boolean isDuplicate(Answered answer) {
    String words = LinkedInProblem.of(answer).words();
    return answer.status() == 409
        || ((answer.status() == 422 || answer.status() == 400)
            && (words.contains("duplicate_post") || words.contains("is a duplicate of")));
  }

  /** Limits are of a day that ends at midnight in UTC, and come without headers. */
  private static Failure limited(Answered answer, LinkedInProblem problem, Of of, Instant now) {
    Duration midnight =
        Duration.between(
            now, now.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).plusDays(1).toInstant());
    Optional<Duration> asked = new LimitHeaders(answer, now).wait("Retry-After");
    if (asked.isPresent()) {
      return Failure.rateLimited(problem.code(429), problem.detail(), asked.get());
    }
    if (problem.words().matches("(?s).*\\bday\\b.*")) {
      return waits(problem.code(429), problem, midnight, of);
    }
    return Failure.rateLimited(
        problem.code(429), problem.detail(), midnight.compareTo(SOON) < 0 ? midnight : SOON);
  }

  private static Failure waits(String code, LinkedInProblem problem, Duration wait, Of of) {
    return new Failure(Kind.QUOTA, code, problem.detail(), Optional.of(wait), of);
  }
}
