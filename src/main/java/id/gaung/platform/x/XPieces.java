package id.gaung.platform.x;

import id.gaung.platform.Access;
import id.gaung.platform.Attachment;
import id.gaung.platform.FilePart;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.Piece;
import id.gaung.platform.PublishStep;
import java.util.List;
import java.util.Map;

/** Sends a video in pieces, one in each step. A piece that is sent again takes its own place. */
final class XPieces {

  /** X answers 431 to pieces of 5 MB at times; a video has a thousand pieces at most. */
  private static final long PIECE = 2_000_000;

  private final XApi api;

  XPieces(XApi api) {
    this.api = api;
  }

  boolean areThere(Attachment.Video video, XProgress progress) {
    return progress.number(XMark.PIECES) * PIECE >= video.bytes();
  }

  PublishStep next(Access access, Attachment.Video video, String id, XProgress progress) {
    long piece = progress.number(XMark.PIECES);
    long from = piece * PIECE;
    long bytes = Math.min(PIECE, video.bytes() - from);
    FilePart part =
        new FilePart(
            "media", "video.mp4", video.mimeType(), bytes, Piece.of(video.content(), from, bytes));
    HttpOutcome outcome =
        api.send(
            XApi.post(access, XMedia.UPLOAD + "/" + id + "/append")
                .multipart(Map.of("segment_index", String.valueOf(piece)), List.of(part))
                .uploading(bytes));
    return XAnswers.isOk(outcome)
        ? XMedia.on(progress.with(XMark.PIECES, String.valueOf(piece + 1)))
        : XVideoTrouble.of(outcome, api.failure(outcome), progress);
  }
}
