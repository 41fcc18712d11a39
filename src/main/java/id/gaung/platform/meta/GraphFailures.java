package id.gaung.platform.meta;

import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import java.time.Duration;
import java.util.Optional;

/**
 * Classes a Graph host's errors by what helps, after Meta's table "Error codes" of the Graph API.
 */
public final class GraphFailures {

  /** A throttled account without a word on how long: long enough not to lengthen the block. */
  static final Duration UNKNOWN_BLOCK = Duration.ofMinutes(15);

  private GraphFailures() {}

  /**
   * @param own what the network's own codes say of it
   * @param told how long to wait, as the answer's headers say
   */
  public static Failure of(GraphError error, Optional<Kind> own, Optional<Duration> told) {
    Kind kind = error.isDeadToken() ? Kind.RECONNECT : own.orElseGet(() -> byCode(error));
    Optional<Duration> wait =
        kind == Kind.RATE_LIMITED
            ? Optional.of(told.orElse(UNKNOWN_BLOCK))
            : kind == Kind.TRANSIENT ? told : Optional.empty();
    return new Failure(kind, error.text(), error.message(), wait);
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
