package id.gaung.platform.threads;

import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.meta.GraphError;
import id.gaung.platform.meta.MediaCodes;
import java.util.Optional;

/** What Threads' own errors mean, after its pages "Troubleshooting" and "Error codes". */
final class ThreadsErrors {

  private static final int NO_SUCH_OBJECT = 24;
  private static final int MEDIA_NOT_FOUND = 4279009;
  private static final int USER_RESTRICTED = 4279013;

  private ThreadsErrors() {}

  /** Empty where Meta's common codes decide. */
  static Optional<Kind> kind(GraphError error) {
    String text = error.message();
    if (text.contains("LINK_LIMIT_EXCEEDED") || text.contains("at most 500 characters")) {
      return Optional.of(Kind.TEXT_REJECTED);
    }
    if (text.contains("FEATURE_NOT_AVAILABLE")) {
      return Optional.of(Kind.PERMISSION);
    }
    return switch (error.subcode()) {
      case MEDIA_NOT_FOUND -> Optional.of(Kind.TRANSIENT);
      case USER_RESTRICTED -> Optional.of(Kind.ACCOUNT_BLOCKED);
      default -> MediaCodes.kind(error.subcode());
    };
  }

  /** The object asked for is not there, or this account may not see it, or not yet. */
  static boolean isMissing(GraphError error) {
    return error.isMissingObject() || error.code() == NO_SUCH_OBJECT;
  }

  /** The same of a failure's code. */
  static boolean isMissing(String code) {
    return code.equals("100/33") || code.split("/", 2)[0].equals(String.valueOf(NO_SUCH_OBJECT));
  }

  /**
   * A container that was made is not known to the server that is asked to publish it. Others report
   * it for every kind of post, also after the container was ready, and that nothing came out.
   */
  static boolean isNotFoundYet(GraphError error) {
    return error.is(NO_SUCH_OBJECT, MEDIA_NOT_FOUND);
  }

  /** Whether another container may do better: it could not be fetched, or nobody knows why. */
  static boolean mayPass(String reason) {
    return reason.isEmpty() || reason.equals("UNKNOWN") || reason.startsWith("FAILED_DOWNLOADING");
  }

  /**
   * A container that ended in {@code ERROR}.
   *
   * @param reason its {@code error_message}, a word in capitals; {@code ASPEC} is Threads' spelling
   */
  static Failure ofContainer(String reason) {
    if (reason.startsWith("INVALID_ASPEC")) {
      return Failure.of(Kind.MEDIA_REJECTED, "content.video-ratio", "");
    }
    return reason.startsWith("FAILED_PROCESSING") || reason.startsWith("INVALID_")
        ? Failure.of(Kind.MEDIA_REJECTED, "VIDEO_UNPROCESSED", reason)
        : Failure.of(Kind.MEDIA_REJECTED, reason.isEmpty() ? "ERROR" : "ERROR/" + reason, reason);
  }
}
