package id.gaung.platform.facebook;

import id.gaung.platform.Failure.Kind;
import id.gaung.platform.meta.GraphError;
import java.util.Optional;
import java.util.Set;

/** What Facebook's own codes mean for a Page, after the tables of its references. */
final class FacebookErrors {

  /** Posting too fast. */
  private static final int TOO_FAST = 1390008;

  /** The same photos are posted already. */
  private static final int ALREADY_POSTED = 1366051;

  private static final Set<Integer> PASSING = Set.of(1363047, 1609010, 6001);

  /** Not to be fetched, too small, not to be processed, of a format that is not taken. */
  private static final Set<Integer> MEDIA = Set.of(389, 382, 210, 6000, 1366046);

  /** A link that cannot be read, or leads to Facebook itself. */
  private static final Set<Integer> LINK = Set.of(1609005, 1609008, 2061006);

  /** Limited, or the Page or its person must first prove who they are. */
  private static final Set<Integer> BLOCKED = Set.of(1404112, 1404078, 4854002);

  private FacebookErrors() {}

  /** Empty where Meta's common codes decide. */
  static Optional<Kind> kind(GraphError error) {
    if (isTooFast(error)) {
      return Optional.of(Kind.RATE_LIMITED);
    }
    return ofNumber(error.subcode()).or(() -> ofNumber(error.code()));
  }

  static boolean isTooFast(GraphError error) {
    return error.subcode() == TOO_FAST;
  }

  private static Optional<Kind> ofNumber(int code) {
    if (PASSING.contains(code)) {
      return Optional.of(Kind.TRANSIENT);
    }
    if (MEDIA.contains(code)) {
      return Optional.of(Kind.MEDIA_REJECTED);
    }
    if (LINK.contains(code)) {
      return Optional.of(Kind.TEXT_REJECTED);
    }
    return BLOCKED.contains(code) ? Optional.of(Kind.ACCOUNT_BLOCKED) : Optional.empty();
  }

  /**
   * Whether a call that makes a post visible may have done so all the same: Facebook broke off, or
   * says that the very same post stands already, which is most likely ours.
   */
  static boolean isAmbiguous(GraphError error) {
    int code = error.code();
    return error.status() >= 500
        || error.status() == 408
        || code == 506
        || error.subcode() == ALREADY_POSTED
        || code == 1
        || code == 2
        || code == -1
        || (error.passing() && !error.isThrottle());
  }
}
