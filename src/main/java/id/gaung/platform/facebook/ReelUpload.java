package id.gaung.platform.facebook;

import id.gaung.platform.Access;
import id.gaung.platform.Attachment;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.Piece;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.PublishStep;
import id.gaung.platform.WebAddress;
import id.gaung.platform.facebook.PageProgress.UploadPart;
import id.gaung.platform.meta.GraphApi;
import java.net.URI;
import java.util.Optional;

/** Sends a reel's bytes to the upload host, from where an earlier attempt broke off. */
final class ReelUpload {

  private final GraphApi api;
  private final FacebookConfig config;

  ReelUpload(GraphApi api, FacebookConfig config) {
    this.api = api;
    this.config = config;
  }

  /** What is there already is asked first: a part of it may be, from an attempt that broke off. */
  PublishStep next(Access access, Attachment.Video video, String address, PageProgress progress) {
    HttpOutcome asked = VideoUpload.status(api, access, progress);
    Optional<VideoNode> node = VideoNode.of(access, asked, config.web());
    if (node.isEmpty()) {
      return new PublishStep.Failed(
          api.failure(asked),
          (VideoUpload.isMissing(asked) ? progress.anew() : progress).checkpoint());
    }
    long offset = Math.max(0, node.get().bytes());
    if (node.get().stage() != VideoNode.Stage.UPLOADING || offset >= video.bytes()) {
      return VideoUpload.on(progress.with(UploadPart.UPLOADED, "yes"));
    }
    URI target = URI.create(address);
    long rest = video.bytes() - offset;
    HttpOutcome outcome =
        api.send(
            PlatformRequest.post(WebAddress.site(target), target.getRawPath())
                .header("Authorization", "OAuth " + GraphApi.token(access))
                .header("offset", String.valueOf(offset))
                .header("file_size", String.valueOf(video.bytes()))
                .file(video.mimeType(), rest, Piece.of(video.content(), offset, rest))
                .uploading(rest));
    boolean taken =
        GraphApi.good(outcome).filter(body -> body.path("success").asBoolean(false)).isPresent();
    return taken
        ? VideoUpload.on(progress.with(UploadPart.UPLOADED, "yes"))
        : new PublishStep.Failed(trouble(outcome), progress.checkpoint());
  }

  /**
   * The upload host's errors are not the Graph's; what it refused is found out when asked again.
   */
  private Failure trouble(HttpOutcome outcome) {
    Failure failure = api.failure(outcome);
    return failure.kind() == Kind.REJECTED
        ? Failure.of(Kind.TRANSIENT, failure.code(), failure.detail())
        : failure;
  }
}
