package id.gaung.publishing;

import java.util.Optional;
import java.util.UUID;

/**
 * A rendition that left the queue.
 *
 * @param state the one it had before
 * @param heldReason what stood in its way
 */
public record Turned(UUID id, RenditionState state, UUID postId, Optional<String> heldReason) {}
