package id.gaung.media;

import id.gaung.kernel.Actor;
import java.util.Optional;
import java.util.UUID;

/**
 * Who sends a file in parts.
 *
 * @param thing what it is for, such as a deliverable; empty for the library
 */
public record Uploader(Actor actor, Optional<UUID> thing) {

  String owner() {
    return actor.kind()
        + actor.id().map(id -> ":" + id).orElse("")
        + thing.map(id -> ":" + id).orElse("");
  }
}
