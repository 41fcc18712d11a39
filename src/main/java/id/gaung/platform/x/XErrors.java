package id.gaung.platform.x;

import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.NetworkQuota.Of;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The failure that a refusal of X means: by its type, then its status, then its words. */
final class XErrors {

  /** Our names for what needs a sentence of its own: an evidence's kind. */
  static final String DUPLICATE = "DUPLICATE_TEXT";

  static final String CREDITS = "CREDITS_SPENT";

  /** The usual window, where X does not say when it ends. */
  private static final Duration WINDOW = Duration.ofMinutes(15);

  /** Somebody has to pay; that is looked at again. */
  private static final Duration UNPAID = Duration.ofHours(1);

  private XErrors() {}

  static Failure of(Answered answer, Instant now) {
    XProblem problem = XProblem.of(answer);
    int status = answer.status();
    String type = problem.type();
    String words = problem.words();
    String code = type.isEmpty() ? "HTTP " + status : status + "/" + type;
    if (status == 402 || type.equals("credits") || words.contains("spend cap")) {
      return waits(CREDITS, problem, UNPAID);
    }
    if (type.equals("usage-capped")) {
      boolean daily = problem.text("period").equals("Daily");
      return waits(code, problem, daily ? untilTomorrow(now) : Failure.LONGEST_WAIT);
    }
    if (status == 429) {
      Duration wait = new XLimits(answer, now).asked().orElse(WINDOW);
      return Failure.rateLimited(code, problem.detail(), wait);
    }
    boolean duplicate = status == 403 && words.contains("duplicate content");
    return Failure.of(
        duplicate ? Kind.TEXT_REJECTED : XRefusalKind.of(status, type, words),
        duplicate ? DUPLICATE : code,
        problem.detail());
  }

  private static Failure waits(String code, XProblem problem, Duration wait) {
    return new Failure(Kind.QUOTA, code, problem.detail(), Optional.of(wait), Of.CALLS);
  }

  private static Duration untilTomorrow(Instant now) {
    return Duration.between(
        now, now.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).plusDays(1).toInstant());
  }
}
