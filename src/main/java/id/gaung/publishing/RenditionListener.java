package id.gaung.publishing;

import id.gaung.platform.RemotePost;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Whoever wants to hear of publications; called in the transaction that records them. */
@FunctionalInterface
public interface RenditionListener {
  void published(List<PublishedRendition> renditions);

  /** They were missed, or failed for good: nothing more comes of them by itself. */
  default void cameToNothing(List<UUID> renditions, boolean missed) {}

  /** A rendition that has just gone out. */
  record PublishedRendition(
      UUID renditionId, UUID channelId, Instant publishedAt, RemotePost post) {}
}
