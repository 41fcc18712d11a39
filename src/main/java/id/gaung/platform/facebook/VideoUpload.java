package id.gaung.platform.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Attachment;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.PublishStep;
import id.gaung.platform.WebAddress;
import id.gaung.platform.facebook.PageProgress.UploadPart;
import id.gaung.platform.meta.GraphApi;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sends a video's bytes: a reel's to the upload host, from where it broke off; another video's in
 * the pieces that Facebook asks for. Nobody sees any of it, so every trouble is an ordinary hiccup.
 */
final class VideoUpload {

  static final String REELS = "/video_reels";

  /** Where a reel's bytes are taken, in the answer to the call that begins it. */
  static final String ADDRESS = "upload_url";

  private final GraphApi api;
  private final FacebookConfig config;
  private final ReelUpload reels;
  private final VideoPieces pieces;

  VideoUpload(GraphApi api, FacebookConfig config) {
    this.api = api;
    this.config = config;
    this.reels = new ReelUpload(api, config);
    this.pieces = new VideoPieces(api);
  }

  /** Where a kind of video is begun and published. */
  static String edge(Access access, boolean reel) {
    return FeedPublishing.page(access) + (reel ? REELS : "/videos");
  }

  PublishStep begin(Access access, Attachment.Video video, boolean reel, PageProgress progress) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("upload_phase", "start");
    if (!reel) {
      form.put("file_size", String.valueOf(video.bytes()));
    }
    HttpOutcome outcome = api.post(GraphApi.token(access), edge(access, reel), form);
    JsonNode body = GraphApi.good(outcome).orElse(AnswerJson.object());
    String id = body.path("video_id").asText("");
    String address = body.path(ADDRESS).asText("");
    String session = body.path("upload_session_id").asText("");
    boolean asked = reel ? !address.isEmpty() : !session.isEmpty() && VideoPieces.end(body) > 0;
    if (id.isEmpty() || !asked) {
      return new PublishStep.Failed(api.failure(outcome), progress.checkpoint());
    }
    if (reel && !isUploadHost(address)) {
      // The Page's token goes there, so it must be the host that we know.
      return new PublishStep.Failed(
          Failure.of(Kind.REJECTED, "REFUSED", "an upload address on another host"),
          progress.checkpoint());
    }
    PageProgress begun = progress.with(UploadPart.VIDEO, id);
    return on(
        reel
            ? begun.with(UploadPart.ADDRESS, address)
            : VideoPieces.asked(begun.with(UploadPart.SESSION, session), body));
  }

  private boolean isUploadHost(String address) {
    return WebAddress.given(address)
        .filter(uri -> WebAddress.isOn(config.upload(), uri))
        .isPresent();
  }

  /** The next bytes, if some are missing. */
  PublishStep next(Access access, Attachment.Video video, PageProgress progress) {
    return progress
        .part(UploadPart.ADDRESS)
        .map(address -> reels.next(access, video, address, progress))
        .orElseGet(() -> pieces.next(access, video, progress));
  }

  HttpOutcome status(Access access, PageProgress progress) {
    return status(api, access, progress);
  }

  static HttpOutcome status(GraphApi api, Access access, PageProgress progress) {
    return api.fields(
        GraphApi.token(access),
        GraphApi.node(progress.part(UploadPart.VIDEO).orElse("")),
        "status,published,post_id,permalink_url");
  }

  static boolean isMissing(HttpOutcome outcome) {
    return GraphApi.error(outcome).filter(error -> error.isMissingObject()).isPresent();
  }

  static PublishStep on(PageProgress progress) {
    return new PublishStep.Continue(progress.checkpoint(), Duration.ZERO);
  }
}
