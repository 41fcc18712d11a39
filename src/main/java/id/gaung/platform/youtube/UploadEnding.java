package id.gaung.platform.youtube;

import id.gaung.platform.Access;
import id.gaung.platform.Attachment;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.NetworkQuota;
import id.gaung.platform.NoAnswer;
import id.gaung.platform.PublishStep;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/** Sends the last piece of an upload, with which the video is there. */
final class UploadEnding {

  /** What was said of uploads that were there all the same. */
  private static final Set<Integer> NO_REFUSAL = Set.of(404, 408, 410);

  private final YouTubeApi api;
  private final UploadSession upload;

  UploadEnding(YouTubeApi api, UploadSession upload) {
    this.api = api;
    this.upload = upload;
  }

  PublishStep send(
      Access access, Attachment.Video video, UploadProgress progress, URI session, long offset) {
    HttpOutcome outcome = upload.send(access, session, video, offset, video.bytes() - offset);
    if (UploadStanding.of(outcome, video.bytes()) instanceof UploadStanding.Whole whole) {
      return new PublishStep.Continue(
          progress.uploaded(whole.video(), api.now()).checkpoint(), Duration.ZERO);
    }
    return outcome.match(
        answer -> answered(progress, answer),
        notSent -> new PublishStep.Failed(NoAnswer.of(notSent, false), progress.checkpoint()),
        unknown -> new PublishStep.Unknown(NoAnswer.of(unknown)));
  }

  private PublishStep answered(UploadProgress progress, Answered answer) {
    Failure failure = api.failure(answer, NetworkQuota.Of.VIDEOS);
    int status = answer.status();
    if (status < 400 || status >= 500 || NO_REFUSAL.contains(status)) {
      return new PublishStep.Unknown(failure);
    }
    boolean again = failure.passes() || failure.kind() == Kind.TOKEN_EXPIRED;
    return new PublishStep.Failed(
        failure, again ? progress.checkpoint() : progress.anew().checkpoint());
  }
}
