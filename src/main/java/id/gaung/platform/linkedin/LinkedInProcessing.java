package id.gaung.platform.linkedin;

import id.gaung.platform.Access;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.PublishStep;
import id.gaung.platform.WebAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** Waits until LinkedIn has processed what was uploaded: posted before, it would be missing. */
final class LinkedInProcessing {

  private static final Duration GIVE_UP = Duration.ofMinutes(30);
  private static final long LONGEST_PAUSE = 30;

  /** LinkedIn fails now and then on what it takes later, so once is no verdict. */
  private static final int MOST_FAILURES = 2;

  private static final Pattern OF_FILE = Pattern.compile("(?i)invalid|unsupported|format|codec");

  private final LinkedInApi api;

  LinkedInProcessing(LinkedInApi api) {
    this.api = api;
  }

  HttpOutcome ask(Access access, String kind, String urn) {
    return api.get(access, "/rest/" + kind + "/" + WebAddress.encoded(urn));
  }

  /** A picture whose state may not be read is posted as it is. */
  PublishStep picture(Access access, String urn, int index, LinkedInProgress progress) {
    HttpOutcome outcome = ask(access, "images", urn);
    LinkedInProgress ready = progress.with(UploadNote.READY, index, "yes");
    if (LinkedInAnswers.status(outcome) == 403) {
      return ready.on();
    }
    return told(outcome, "PICTURE", since(progress, index), progress, ready);
  }

  private Instant since(LinkedInProgress progress, int index) {
    try {
      return Instant.parse(progress.part(UploadNote.SENT, index).orElse(""));
    } catch (DateTimeParseException notOurs) {
      return api.clock().instant();
    }
  }

  PublishStep video(HttpOutcome outcome, LinkedInProgress progress) {
    Instant since = progress.at(LinkedInMark.WHOLE).orElse(api.clock().instant());
    return told(outcome, "VIDEO", since, progress, progress.with(UploadNote.READY, 0, "yes"));
  }

  private PublishStep told(
      HttpOutcome outcome,
      String what,
      Instant since,
      LinkedInProgress progress,
      LinkedInProgress ready) {
    if (LinkedInAnswers.isMissing(outcome)) {
      return LinkedInUpload.lost(what + "_LOST", progress);
    }
    if (LinkedInAnswers.good(outcome).isEmpty()) {
      return new PublishStep.Failed(api.failure(outcome), progress.checkpoint());
    }
    String state =
        LinkedInAnswers.good(outcome).map(body -> body.path("status").asText("")).orElse("");
    return switch (state) {
      case "AVAILABLE" -> ready.on();
      case "PROCESSING_FAILED" -> failed(outcome, progress);
      default -> waiting(what, since, progress);
    };
  }

  private static PublishStep failed(HttpOutcome outcome, LinkedInProgress progress) {
    long times = progress.number(LinkedInMark.FAILURES) + 1;
    String why =
        LinkedInAnswers.good(outcome)
            .map(body -> body.path("processingFailureReason").asText(""))
            .orElse("");
    boolean again = times < MOST_FAILURES && !OF_FILE.matcher(why).find();
    return new PublishStep.Failed(
        Failure.of(again ? Kind.TRANSIENT : Kind.MEDIA_REJECTED, "VIDEO_UNPROCESSED", why),
        progress.anew().with(LinkedInMark.FAILURES, String.valueOf(times)).checkpoint());
  }

  /** Half as long as it took until now. */
  private PublishStep waiting(String what, Instant since, LinkedInProgress progress) {
    Duration waited = Duration.between(since, api.clock().instant());
    if (waited.compareTo(GIVE_UP) > 0) {
      return LinkedInUpload.lost(what + "_UNFINISHED", progress);
    }
    long pause = Math.min(LONGEST_PAUSE, Math.max(1, waited.toSeconds() / 2));
    return new PublishStep.Continue(progress.checkpoint(), Duration.ofSeconds(pause));
  }
}
