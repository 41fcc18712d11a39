package id.gaung.platform.instagram;

import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.meta.GraphError;
import id.gaung.platform.meta.MediaCodes;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Instagram's own error codes mean, after the table "Error codes" of its platform. */
final class InstagramErrors {

  private static final Pattern SUBCODE = Pattern.compile("\\b(22070\\d\\d)\\b");

  /** A number that belongs to nothing the token opens (803). */
  private static final int NO_SUCH_ALIAS = 803;

  /** No such name, or a personal, private or age-gated account (business-discovery). */
  private static final int NO_SUCH_USER = 110;

  private InstagramErrors() {}

  /** A container that ended in {@code ERROR}; its text holds the subcode, if anything does. */
  public static Failure ofContainer(String status) {
    Matcher found = SUBCODE.matcher(status);
    if (!found.find()) {
      return Failure.of(Kind.MEDIA_REJECTED, "ERROR", status);
    }
    int subcode = Integer.parseInt(found.group(1));
    return Failure.of(
        MediaCodes.kind(subcode).orElse(Kind.MEDIA_REJECTED), "ERROR/" + subcode, status);
  }

  /** Empty where Meta's common codes decide. */
  static Optional<Kind> kind(GraphError error) {
    return error.message().toLowerCase(Locale.ROOT).contains("not an instagram business")
        ? Optional.of(Kind.RECONNECT)
        : MediaCodes.kind(error.subcode());
  }

  static boolean isNoSuchUser(GraphError error) {
    return error.code() == NO_SUCH_USER || error.subcode() == 2207013;
  }

  /** Whether a call to delete may have done it all the same. */
  static boolean isAmbiguous(GraphError error) {
    int code = error.code();
    boolean unsure = code == 1 || code == 2 || code == -1;
    return error.subcode() != 2207073
        && (error.status() >= 500
            || error.status() == 408
            || unsure
            || (error.passing() && !error.isThrottle()));
  }

  /** The object asked for is not there, or this account may not see it, or not yet. */
  static boolean isMissing(GraphError error) {
    return error.isMissingObject()
        || error.code() == NO_SUCH_ALIAS
        || error.is(24, 2207006)
        || error.is(24, 2207008);
  }
}
