package id.gaung.platform.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.Attachment;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.FilePart;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.Piece;
import id.gaung.platform.PublishStep;
import id.gaung.platform.facebook.PageProgress.UploadPart;
import id.gaung.platform.meta.GraphApi;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sends a video in the pieces that Facebook asks for. */
final class VideoPieces {

  /** Facebook itself asks for pieces of a few megabytes; nothing larger is sent at once. */
  private static final long LARGEST_PIECE = 100_000_000;

  private static final Set<Kind> KEEPS =
      Set.of(Kind.RATE_LIMITED, Kind.RECONNECT, Kind.PERMISSION, Kind.ACCOUNT_BLOCKED);

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
    Optional<JsonNode> told =
        GraphApi.good(outcome).filter(body -> start(body) > offset || start(body) == end(body));
    if (told.isPresent()) {
      return VideoUpload.on(asked(progress, told.get()));
    }
    // It may have got further than we know by an attempt that broke off: begun anew, nobody sees.
    Failure failure = api.failure(outcome);
    boolean lost =
        outcome instanceof Answered a && a.status() < 500 && !KEEPS.contains(failure.kind());
    return new PublishStep.Failed(failure, (lost ? progress.anew() : progress).checkpoint());
  }

  /** -1 where Facebook does not ask for any; it writes these numbers as texts. */
  static long end(JsonNode body) {
    return number(body.path("end_offset").asText(""));
  }

  private static long start(JsonNode body) {
    return number(body.path("start_offset").asText(""));
  }

  private static long number(String text) {
    return text.matches("\\d{1,15}") ? Long.parseLong(text) : -1;
  }

  static PageProgress asked(PageProgress progress, JsonNode body) {
    return progress
        .with(UploadPart.OFFSET, String.valueOf(Math.max(0, start(body))))
        .with(UploadPart.END, String.valueOf(Math.max(0, end(body))));
  }
}
