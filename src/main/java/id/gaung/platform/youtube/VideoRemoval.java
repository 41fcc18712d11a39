package id.gaung.platform.youtube;

import id.gaung.platform.Access;
import id.gaung.platform.Deleting;
import id.gaung.platform.Failure;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.NoAnswer;
import id.gaung.platform.RemotePost;

/** Takes a video away from its channel. */
final class VideoRemoval {

  private final YouTubeApi api;

  VideoRemoval(YouTubeApi api) {
    this.api = api;
  }

  Deleting delete(Access access, RemotePost post) {
    HttpOutcome outcome = api.send(api.delete(access, "/videos").query("id", post.remoteId()));
    return outcome.match(
        this::answered,
        notSent -> new Deleting.Failed(NoAnswer.of(notSent, false)),
        unknown -> new Deleting.Unknown(NoAnswer.of(unknown)));
  }

  private Deleting answered(Answered answer) {
    if (answer.ok() || YouTubeApi.says(answer, 404, "videoNotFound")) {
      return new Deleting.Gone();
    }
    Failure failure = api.failure(answer);
    return failure.kind() == Failure.Kind.TRANSIENT
        ? new Deleting.Unknown(failure)
        : new Deleting.Failed(failure);
  }
}
