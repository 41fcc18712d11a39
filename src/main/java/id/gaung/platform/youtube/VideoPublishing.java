package id.gaung.platform.youtube;

import id.gaung.platform.Access;
import id.gaung.platform.Attachment;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.NetworkQuota;
import id.gaung.platform.NoAnswer;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.youtube.UploadSession.Standing;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The steps of publishing a video: a session is opened, asked before each piece how much it has,
 * and the last piece is marked before it is sent, since with it the video is there. Then YouTube
 * works on it.
 */
final class VideoPublishing {

  private final YouTubeApi api;
  private final UploadSession upload;
  private final UploadsList uploads;
  private final VideoProcessing processing;

  VideoPublishing(
      YouTubeApi api, UploadSession upload, UploadsList uploads, VideoProcessing processing) {
    this.api = api;
    this.upload = upload;
    this.uploads = uploads;
    this.processing = processing;
  }

  PublishStep next(Access access, Publication publication, Checkpoint checkpoint) {
    UploadProgress progress = UploadProgress.of(checkpoint);
    if (progress.video().isPresent()) {
      return processing.next(access, progress, progress.video().get());
    }
    Optional<Attachment.Video> video = publication.video().filter(one -> one.bytes() > 0);
    if (video.isEmpty()) {
      return new PublishStep.Failed(
          Failure.of(Kind.MEDIA_REJECTED, "content.video-required", ""), Checkpoint.START);
    }
    return progress
        .session()
        .map(session -> goOn(access, video.get(), progress, session))
        .orElseGet(() -> begin(access, publication, video.get(), progress));
  }

  private PublishStep begin(
      Access access, Publication publication, Attachment.Video video, UploadProgress progress) {
    UploadProgress before = remembering(access, publication, progress);
    HttpOutcome outcome = upload.open(access, VideoMetadata.of(publication), video);
    return upload
        .opened(outcome)
        .<PublishStep>map(session -> on(before.begun(session)))
        // Nothing stands there yet, whatever became of this call.
        .orElseGet(() -> failed(outcome, before));
  }

  private UploadProgress remembering(
      Access access, Publication publication, UploadProgress progress) {
    return progress.newest().isPresent()
        ? progress
        : publication
            .newestKnown()
            .map(List::of)
            .or(() -> uploads.newest(access))
            .map(progress::after)
            .orElse(progress);
  }

  private PublishStep goOn(
      Access access, Attachment.Video video, UploadProgress progress, URI session) {
    HttpOutcome outcome = upload.ask(access, session, video);
    Standing standing = UploadSession.standing(outcome, video);
    if (standing instanceof Standing.Whole whole) {
      return on(progress.uploaded(whole.video(), api.now()));
    }
    if (standing instanceof Standing.Lost) {
      return lost(progress);
    }
    if (!(standing instanceof Standing.Partly partly)) {
      return failed(outcome, progress);
    }
    long left = video.bytes() - partly.bytes();
    if (left == 0) {
      return new PublishStep.Unknown(Failure.of(Kind.TRANSIENT, "VIDEO_UNFINISHED", ""));
    }
    if (left > UploadSession.PIECE) {
      return piece(access, video, progress, session, partly.bytes());
    }
    return progress.isEnding()
        ? last(access, video, progress, session, partly.bytes())
        : on(progress.ending(api.now()));
  }

  /** A session that ends before the last byte was sent made nothing; later, only a list tells. */
  private static PublishStep lost(UploadProgress progress) {
    Failure failure = Failure.of(Kind.TRANSIENT, "VIDEO_LOST", "");
    return progress.isEnding()
        ? new PublishStep.Unknown(failure)
        : new PublishStep.Failed(failure, progress.anew().checkpoint());
  }

  private PublishStep piece(
      Access access, Attachment.Video video, UploadProgress progress, URI session, long offset) {
    HttpOutcome outcome = upload.send(access, session, video, offset, UploadSession.PIECE);
    Standing standing = UploadSession.standing(outcome, video);
    if (standing instanceof Standing.Lost) {
      return lost(progress);
    }
    // How much of it arrived, the next step asks.
    return standing instanceof Standing.Partly partly && partly.bytes() > offset
        ? on(progress)
        : failed(outcome, progress);
  }

  private PublishStep last(
      Access access, Attachment.Video video, UploadProgress progress, URI session, long offset) {
    HttpOutcome outcome = upload.send(access, session, video, offset, video.bytes() - offset);
    if (UploadSession.standing(outcome, video) instanceof Standing.Whole whole) {
      return on(progress.uploaded(whole.video(), api.now()));
    }
    return outcome.match(
        answer -> ended(progress, answer),
        notSent -> new PublishStep.Failed(NoAnswer.of(notSent, false), progress.checkpoint()),
        unknown -> new PublishStep.Unknown(NoAnswer.of(unknown)));
  }

  /**
   * A refusal is certain; that there is more to come, or no session, was said of others falsely.
   */
  private PublishStep ended(UploadProgress progress, Answered answer) {
    Failure failure = api.failure(answer, NetworkQuota.Of.VIDEOS);
    boolean certain =
        answer.status() >= 400
            && answer.status() < 500
            && answer.status() != 404
            && answer.status() != 408
            && answer.status() != 410;
    if (!certain) {
      return new PublishStep.Unknown(failure);
    }
    boolean again = failure.passes() || failure.kind() == Kind.TOKEN_EXPIRED;
    return new PublishStep.Failed(
        failure, again ? progress.checkpoint() : progress.anew().checkpoint());
  }

  /** Without an answer, or with one that is none, the session says later what arrived. */
  private PublishStep failed(HttpOutcome outcome, UploadProgress progress) {
    Failure failure = api.failure(outcome, NetworkQuota.Of.VIDEOS);
    return new PublishStep.Failed(failure, progress.checkpoint());
  }

  private static PublishStep on(UploadProgress progress) {
    return new PublishStep.Continue(progress.checkpoint(), Duration.ZERO);
  }
}
