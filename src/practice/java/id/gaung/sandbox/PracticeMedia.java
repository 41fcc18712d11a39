package id.gaung.sandbox;

import java.time.Instant;

/**
 * A picture a practice network holds, without its bytes.
 *
 * @param remoteId Bluesky: the blob's CID; else a numeric id
 * @param size in bytes
 * @param width in pixels; 0 if unknown
 * @param height in pixels; 0 if unknown
 * @param failed whether processing ends in an error
 * @param readyAt when processing ends
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
    Instant readyAt) {}
