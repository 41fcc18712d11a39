package id.gaung.platform.x;

import id.gaung.platform.Access;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Attachment;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.PublishStep;
import java.time.Clock;
import java.util.Optional;

/** Uploads a video: announced, sent in pieces, closed, processed. */
final class XVideo {

  private final XApi api;
  private final XPieces pieces;
  private final XProcessing processing;
  private final Clock clock;

  XVideo(XApi api, Clock clock) {
    this.api = api;
    this.pieces = new XPieces(api);
    this.processing = new XProcessing(api, clock);
    this.clock = clock;
  }

  /** The next step of the video; empty if it may be posted. */
  Optional<PublishStep> next(Access access, Attachment.Video video, XProgress progress) {
    Optional<String> id = progress.media(0);
    if (id.isEmpty()) {
      return Optional.of(begin(access, video, progress));
    }
    if (progress.has(XMark.READY)) {
      return Optional.empty();
    }
    if (progress.has(XMark.WHOLE)) {
      return Optional.of(processing.state(access, id.get(), progress));
    }
    return Optional.of(
        pieces.areThere(video, progress)
            ? processing.close(access, id.get(), progress)
            : pieces.next(access, video, id.get(), progress));
  }

  private PublishStep begin(Access access, Attachment.Video video, XProgress progress) {
    HttpOutcome outcome =
        api.send(
            XApi.post(access, XMedia.UPLOAD + "/initialize")
                .json(
                    AnswerJson.object()
                        .put("media_type", video.mimeType())
                        .put("total_bytes", video.bytes())
                        .put("media_category", "tweet_video")));
    return XMedia.id(outcome)
        .map(id -> XMedia.on(progress.uploaded(0, id, clock.instant())))
        .orElseGet(
            () ->
                new PublishStep.Failed(
                    XMedia.refused(api.failure(outcome)), progress.checkpoint()));
  }
}
