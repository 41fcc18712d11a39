package id.gaung.publishing;

import java.util.UUID;

/**
 * A rendition that left the queue.
 *
 * @param state the one it had before
 */
public record Turned(UUID id, RenditionState state, UUID postId) {}
