package id.gaung.platform.x;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.PublishStep;
import java.util.Set;
import java.util.regex.Pattern;

/** How an upload that was stopped goes on: where it was, or from the start. */
final class XVideoTrouble {

  /** X fails now and then on what it takes later, so once is no verdict. */
  private static final int MOST_FAILURES = 2;

  private static final Pattern OF_FILE = Pattern.compile("(?i)invalid|unsupported|too long");

  /** What says nothing of the upload. */
  private static final Set<Kind> KEEPS =
      Set.of(
          Kind.RATE_LIMITED,
          Kind.QUOTA,
          Kind.TOKEN_EXPIRED,
          Kind.PERMISSION,
          Kind.ACCOUNT_BLOCKED,
          Kind.TRANSIENT);

  private XVideoTrouble() {}

  static PublishStep of(HttpOutcome outcome, Failure failure, XProgress progress) {
    if (XAnswers.status(outcome) == 404) {
      return lost("VIDEO_LOST", progress);
    }
    Failure refused = XMedia.refused(failure);
    boolean keeps = KEEPS.contains(refused.kind());
    return new PublishStep.Failed(refused, (keeps ? progress : progress.anew()).checkpoint());
  }

  /** To be uploaded again. */
  static PublishStep lost(String code, XProgress progress) {
    return new PublishStep.Failed(
        Failure.of(Kind.TRANSIENT, code, ""), progress.anew().checkpoint());
  }

  /**
   * X could not process it.
   *
   * @param error its name and message
   */
  static PublishStep unprocessed(JsonNode error, XProgress progress) {
    long times = progress.number(XMark.FAILURES) + 1;
    String words = (error.path("name").asText("") + " " + error.path("message").asText("")).strip();
    boolean again = times < MOST_FAILURES && !OF_FILE.matcher(words).find();
    return new PublishStep.Failed(
        Failure.of(again ? Kind.TRANSIENT : Kind.MEDIA_REJECTED, "VIDEO_UNPROCESSED", words),
        progress.anew().with(XMark.FAILURES, String.valueOf(times)).checkpoint());
  }
}
