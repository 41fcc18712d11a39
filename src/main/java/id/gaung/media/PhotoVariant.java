package id.gaung.media;

import java.util.UUID;

/** A row of {@code photo_variant}. */
public record PhotoVariant(
    UUID photoId, String fit, String sha256, String mimeType, long bytes, int width, int height) {}
