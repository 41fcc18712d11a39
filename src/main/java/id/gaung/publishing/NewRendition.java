package id.gaung.publishing;

import java.time.Instant;
import java.util.UUID;

/** A rendition about to be stored. */
public record NewRendition(
    UUID id,
    UUID postId,
    UUID channelId,
    String text,
    Instant dueAt,
    RenditionState state,
    Instant createdAt) {}
