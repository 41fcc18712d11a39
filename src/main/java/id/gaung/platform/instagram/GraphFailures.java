package id.gaung.platform.instagram;

import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Classes Instagram's errors by what helps, after Meta's tables "Error codes" of the Instagram
 * platform and of the Graph API; where a subcode is known it decides.
 */
final class GraphFailures {

  /** A throttled account without a word on how long: long enough not to lengthen the block. */
  private static final Duration UNKNOWN_BLOCK = Duration.ofMinutes(15);

  private static final Pattern SUBCODE = Pattern.compile("\\b(22070\\d\\d)\\b");

  /** Download or processing went wrong on Instagram's side, or a container is used up. */
  private static final Set<Integer> PASSING =
      Set.of(
          2207001, 2207003, 2207006, 2207008, 2207020, 2207027, 2207032, 2207052, 2207053, 2207077,
          2207082);

  /** Format, size, ratio, number of children: the picture must change. */
  private static final Set<Integer> PICTURE =
      Set.of(2207004, 2207005, 2207009, 2207023, 2207026, 2207028, 2207057);

  /** Caption too long, too many tags. */
  private static final Set<Integer> TEXT = Set.of(2207010, 2207040);

  private GraphFailures() {}

  /**
   * @param told how long to wait, as the answer's headers say
   */
  static Failure of(GraphError error, Optional<Duration> told) {
    Kind kind = kind(error);
    Optional<Duration> wait =
        kind == Kind.RATE_LIMITED
            ? Optional.of(told.orElse(UNKNOWN_BLOCK))
            : kind == Kind.TRANSIENT ? told : Optional.empty();
    return new Failure(kind, error.text(), error.message(), wait);
  }

  /** A container that ended in {@code ERROR}; its text holds the subcode, if anything does. */
  static Failure ofContainer(String status) {
    Matcher found = SUBCODE.matcher(status);
    if (!found.find()) {
      return Failure.of(Kind.MEDIA_REJECTED, "ERROR", status);
    }
    int subcode = Integer.parseInt(found.group(1));
    return Failure.of(bySubcode(subcode).orElse(Kind.MEDIA_REJECTED), "ERROR/" + subcode, status);
  }

  private static Kind kind(GraphError error) {
    if (error.isDeadToken()) {
      return Kind.RECONNECT;
    }
    return bySubcode(error.subcode()).orElseGet(() -> byCode(error));
  }

  private static Optional<Kind> bySubcode(int subcode) {
    if (PASSING.contains(subcode)) {
      return Optional.of(Kind.TRANSIENT);
    }
    if (PICTURE.contains(subcode)) {
      return Optional.of(Kind.MEDIA_REJECTED);
    }
    if (TEXT.contains(subcode)) {
      return Optional.of(Kind.TEXT_REJECTED);
    }
    return switch (subcode) {
      case 2207042 -> Optional.of(Kind.QUOTA);
      case 2207050, 2207051 -> Optional.of(Kind.ACCOUNT_BLOCKED);
      default -> Optional.empty();
    };
  }

  private static Kind byCode(GraphError error) {
    if (error.isThrottle()) {
      return Kind.RATE_LIMITED;
    }
    int code = error.code();
    if (error.passing() || code == 1 || code == 2 || code == -1 || code == -2 || code == 9004) {
      return Kind.TRANSIENT;
    }
    if (code == 3 || code == 10 || (code >= 200 && code <= 299)) {
      return Kind.PERMISSION;
    }
    return switch (code) {
      case 9 -> Kind.QUOTA;
      case 25, 368 -> Kind.ACCOUNT_BLOCKED;
      case 352, 36000, 36001, 36003 -> Kind.MEDIA_REJECTED;
      case 36004 -> Kind.TEXT_REJECTED;
      case 0 -> byStatus(error.status());
      default -> Kind.REJECTED;
    };
  }

  private static Kind byStatus(int status) {
    if (status >= 500 || status == 408) {
      return Kind.TRANSIENT;
    }
    return status == 403 ? Kind.PERMISSION : Kind.REJECTED;
  }
}
