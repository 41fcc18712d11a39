package id.gaung.platform.youtube;

import id.gaung.platform.Access;
import id.gaung.platform.Attachment;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.NetworkQuota;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The steps of publishing a video: a session is opened, asked before each piece how much it has,
 * and the last piece is marked before it is sent, since with it the video is there. Then YouTube
 * works on it.
 */
final class UploadSteps {

  private final YouTubeApi api;
  private final UploadSession upload;
  private final UploadEnding ending;
  private final UploadsList uploads;
  private final VideoProcessing processing;

  UploadSteps(
      YouTubeApi api, UploadSession upload, UploadsList uploads, VideoProcessing processing) {
    this.api = api;
    this.upload = upload;
    this.ending = new UploadEnding(api, upload);
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
        .<PublishStep>map(session -> on(before.begun(session, video.bytes())))
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
    HttpOutcome outcome = upload.ask(access, session, video.bytes());
    UploadStanding standing = UploadStanding.of(outcome, video.bytes());
    if (standing instanceof UploadStanding.Whole whole) {
      return on(progress.uploaded(whole.video(), api.now()));
    }
    if (standing instanceof UploadStanding.Lost) {
      return lost(progress);
    }
    if (!(standing instanceof UploadStanding.Partly partly)) {
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
        ? ending.send(access, video, progress, session, partly.bytes())
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
    UploadStanding standing = UploadStanding.of(outcome, video.bytes());
    if (standing instanceof UploadStanding.Lost) {
      return lost(progress);
    }
    // How much of it arrived, the next step asks.
    return standing instanceof UploadStanding.Partly partly && partly.bytes() > offset
        ? on(progress)
        : failed(outcome, progress);
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
