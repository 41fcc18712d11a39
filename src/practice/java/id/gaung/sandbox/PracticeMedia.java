package id.gaung.sandbox;

import java.time.Instant;

/**
 * A picture or a video a practice network holds, without its bytes.
 *
 * @param remoteId Bluesky: the blob's CID; else a numeric id
 * @param size in bytes
 * @param width in pixels; 0 if unknown, and of videos
 * @param height in pixels; 0 if unknown
 * @param failed whether processing ends in an error
 * @param readyAt when processing ends
 * @param covered whether a cover came with it
 */
public record PracticeMedia(
    long id,
    long accountId,
    String remoteId,
    String mimeType,
    int size,
    int width,
    int height,
    String alt,
    boolean failed,
    Instant createdAt,
    Instant readyAt,
    boolean covered) {

  public boolean isVideo() {
    return PracticeFile.isVideo(mimeType);
  }
}
