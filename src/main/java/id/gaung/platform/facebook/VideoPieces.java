package id.gaung.platform.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.Attachment;
import id.gaung.platform.FilePart;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.PublishStep;
import id.gaung.platform.meta.GraphApi;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends a video in the pieces that Facebook asks for. */
final class VideoPieces {

  /** Facebook itself asks for pieces of a few megabytes; nothing larger is sent at once. */
  private static final long LARGEST_PIECE = 100_000_000;

  private final GraphApi api;

  VideoPieces(GraphApi api) {
    this.api = api;
  }

  PublishStep next(Access access, Attachment.Video video, PageProgress progress) {
    long offset = progress.number(UploadPart.OFFSET);
    long end = Math.min(progress.number(UploadPart.END), video.bytes());
    if (offset >= end) {
      return VideoUpload.on(progress.with(UploadPart.UPLOADED, "yes"));
    }
    long piece = Math.min(LARGEST_PIECE, end - offset);
    Map<String, String> form = new LinkedHashMap<>();
    form.put("upload_phase", "transfer");
    form.put("upload_session_id", progress.part(UploadPart.SESSION).orElse(""));
    form.put("start_offset", String.valueOf(offset));
    FilePart chunk =
        new FilePart(
            "video_file_chunk",
            "video.mp4",
            video.mimeType(),
            piece,
            Piece.of(video.content(), offset, piece));
    HttpOutcome outcome =
        api.send(
            api.post(GraphApi.token(access), VideoUpload.edge(access, false))
                .multipart(form, List.of(chunk))
                .uploading(piece));
    Optional<JsonNode> told = GraphApi.good(outcome).filter(VideoPieces::saysWhere);
    if (told.isPresent()) {
      return VideoUpload.on(asked(progress, told.get()));
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
  static PageProgress asked(PageProgress progress, JsonNode body) {
    return progress
        .with(UploadPart.OFFSET, body.path("start_offset").asText("0"))
        .with(UploadPart.END, body.path("end_offset").asText("0"));
  }
}
