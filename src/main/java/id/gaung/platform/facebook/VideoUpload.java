package id.gaung.platform.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Attachment;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.FilePart;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.Picture;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.PublishStep;
import id.gaung.platform.WebAddress;
import id.gaung.platform.facebook.PageProgress.Part;
import id.gaung.platform.meta.GraphApi;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sends a video's bytes: a reel's to the upload host, from where it broke off; another video's in
 * the pieces that Facebook asks for. Nobody sees any of it, so every trouble is an ordinary hiccup.
 */
final class VideoUpload {

  /** Facebook itself asks for pieces of a few megabytes; nothing larger is sent at once. */
  private static final long LARGEST_PIECE = 100_000_000;

  private final GraphApi api;
  private final FacebookConfig config;

  VideoUpload(GraphApi api, FacebookConfig config) {
    this.api = api;
    this.config = config;
  }

  /** Where a kind of video is begun and published. */
  static String edge(Access access, boolean reel) {
    return FeedPublishing.page(access) + (reel ? "/video_reels" : "/videos");
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
    String address = body.path("upload_url").asText("");
    String session = body.path("upload_session_id").asText("");
    if (id.isEmpty() || (reel ? address : session).isEmpty()) {
      return new PublishStep.Failed(api.failure(outcome), progress.checkpoint());
    }
    if (reel && !isUploadHost(address)) {
      // The Page's token goes there, so it must be the host that we know.
      return new PublishStep.Failed(
          Failure.of(Kind.REJECTED, "REFUSED", "an upload address on another host"),
          progress.checkpoint());
    }
    PageProgress begun = progress.with(Part.VIDEO, id);
    return on(
        reel ? begun.with(Part.ADDRESS, address) : piece(begun.with(Part.SESSION, session), body));
  }

  private boolean isUploadHost(String address) {
    return WebAddress.given(address)
        .filter(uri -> WebAddress.isOn(config.upload(), uri))
        .isPresent();
  }

  /** The next bytes, if some are missing. */
  PublishStep next(Access access, Attachment.Video video, PageProgress progress) {
    return progress
        .part(Part.ADDRESS)
        .map(address -> reel(access, video, address, progress))
        .orElseGet(() -> inPieces(access, video, progress));
  }

  /** What is there already is asked first: a part of it may be, from an attempt that broke off. */
  private PublishStep reel(
      Access access, Attachment.Video video, String address, PageProgress progress) {
    HttpOutcome asked = status(access, progress);
    Optional<VideoNode> node = VideoNode.of(access, asked, config.web());
    if (node.isEmpty()) {
      return new PublishStep.Failed(
          api.failure(asked), (isMissing(asked) ? progress.anew() : progress).checkpoint());
    }
    long offset = Math.max(0, node.get().bytes());
    if (node.get().stage() != VideoNode.Stage.UPLOADING || offset >= video.bytes()) {
      return on(progress.with(Part.UPLOADED, "yes"));
    }
    URI target = URI.create(address);
    long rest = video.bytes() - offset;
    HttpOutcome outcome =
        api.send(
            PlatformRequest.post(WebAddress.site(target), target.getRawPath())
                .header("Authorization", "OAuth " + GraphApi.token(access))
                .header("offset", String.valueOf(offset))
                .header("file_size", String.valueOf(video.bytes()))
                .file(video.mimeType(), rest, from(video.content(), offset, rest))
                .uploading(rest));
    boolean taken =
        GraphApi.good(outcome).filter(body -> body.path("success").asBoolean(false)).isPresent();
    return taken
        ? on(progress.with(Part.UPLOADED, "yes"))
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

  HttpOutcome status(Access access, PageProgress progress) {
    return api.fields(
        GraphApi.token(access),
        GraphApi.node(progress.part(Part.VIDEO).orElse("")),
        "status,published,post_id,permalink_url");
  }

  static boolean isMissing(HttpOutcome outcome) {
    return GraphApi.error(outcome).filter(error -> error.isMissingObject()).isPresent();
  }

  private PublishStep inPieces(Access access, Attachment.Video video, PageProgress progress) {
    long offset = progress.number(Part.OFFSET);
    long end = Math.min(progress.number(Part.END), video.bytes());
    if (offset >= end) {
      return on(progress.with(Part.UPLOADED, "yes"));
    }
    long piece = Math.min(LARGEST_PIECE, end - offset);
    Map<String, String> form = new LinkedHashMap<>();
    form.put("upload_phase", "transfer");
    form.put("upload_session_id", progress.part(Part.SESSION).orElse(""));
    form.put("start_offset", String.valueOf(offset));
    FilePart chunk =
        new FilePart(
            "video_file_chunk",
            "video.mp4",
            video.mimeType(),
            piece,
            from(video.content(), offset, piece));
    HttpOutcome outcome =
        api.send(
            api.post(GraphApi.token(access), edge(access, false))
                .multipart(form, List.of(chunk))
                .uploading(piece));
    Optional<JsonNode> told = GraphApi.good(outcome).filter(VideoUpload::saysWhere);
    if (told.isPresent()) {
      return on(piece(progress, told.get()));
    }
    // An attempt that broke off may have got further than we know; the session is nobody else's.
    return new PublishStep.Failed(
        api.failure(outcome),
        (outcome instanceof HttpOutcome.Answered a && a.status() < 500 ? progress.anew() : progress)
            .checkpoint());
  }

  private static boolean saysWhere(JsonNode body) {
    return !body.path("start_offset").asText("").isEmpty()
        && !body.path("end_offset").asText("").isEmpty();
  }

  /** Facebook writes these numbers as texts. */
  private static PageProgress piece(PageProgress progress, JsonNode body) {
    return progress
        .with(Part.OFFSET, body.path("start_offset").asText("0"))
        .with(Part.END, body.path("end_offset").asText("0"));
  }

  private static Picture.Content from(Picture.Content whole, long offset, long bytes) {
    return () -> {
      InputStream in = whole.open();
      in.skipNBytes(offset);
      return new Piece(in, bytes);
    };
  }

  private static PublishStep on(PageProgress progress) {
    return new PublishStep.Continue(progress.checkpoint(), Duration.ZERO);
  }
}
