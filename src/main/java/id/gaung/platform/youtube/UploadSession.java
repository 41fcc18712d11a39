package id.gaung.platform.youtube;

import id.gaung.platform.Access;
import id.gaung.platform.Attachment;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.Piece;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.WebAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The resumable upload of one video, after YouTube's page "Resumable uploads": a session is opened,
 * takes bytes in pieces, and says at any time how many it has. One session makes one video at most.
 */
final class UploadSession {

  static final String PATH = "/upload/youtube/v3/videos";

  /** As Google asks, a multiple of 256 KiB. */
  static final long PIECE = 128 * 256 * 1024L;

  private final YouTubeApi api;

  UploadSession(YouTubeApi api) {
    this.api = api;
  }

  HttpOutcome open(Access access, VideoMetadata metadata, Attachment.Video video) {
    return api.send(
        PlatformRequest.post(api.config().upload(), PATH)
            .query("uploadType", "resumable")
            .query("part", metadata.parts())
            .query("notifySubscribers", "true")
            .bearer(YouTubeApi.token(access))
            .header("X-Upload-Content-Length", String.valueOf(video.bytes()))
            .header("X-Upload-Content-Type", video.mimeType())
            .json(metadata.body()));
  }

  /**
   * The address of the session that an answer opened. With the account's token calls go there, so
   * it is taken on Google's own hosts alone.
   */
  Optional<URI> opened(HttpOutcome outcome) {
    return outcome instanceof Answered answer && answer.ok()
        ? answer
            .header("Location")
            .flatMap(WebAddress::given)
            .filter(at -> at.getHost() != null && at.getRawUserInfo() == null)
            .filter(
                at ->
                    WebAddress.isSameSite(api.config().upload(), at)
                        || ("https".equals(at.getScheme())
                            && at.getHost().endsWith(".googleapis.com")))
        : Optional.empty();
  }

  /**
   * Asks how much is there; sends nothing.
   *
   * @param size of the whole video, as it was said when the session was opened
   */
  HttpOutcome ask(Access access, URI session, long size) {
    return api.send(request(access, session).header("Content-Range", "bytes */" + size));
  }

  HttpOutcome send(Access access, URI session, Attachment.Video video, long offset, long bytes) {
    return api.send(
        request(access, session)
            .header(
                "Content-Range",
                "bytes %d-%d/%d".formatted(offset, offset + bytes - 1, video.bytes()))
            .file(video.mimeType(), bytes, Piece.of(video.content(), offset, bytes))
            .uploading(bytes));
  }

  /** The query holds the session's key: as a query it is in no text of the request. */
  private static PlatformRequest request(Access access, URI session) {
    PlatformRequest request = PlatformRequest.put(WebAddress.site(session), session.getRawPath());
    for (String part : Optional.ofNullable(session.getRawQuery()).orElse("").split("&", -1)) {
      String[] pair = part.split("=", 2);
      if (!part.isEmpty()) {
        request = request.query(decoded(pair[0]), pair.length > 1 ? decoded(pair[1]) : "");
      }
    }
    return request.bearer(YouTubeApi.token(access));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
