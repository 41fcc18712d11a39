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

  /** They were called off: nobody has to do anything more for them. */
  default void calledOff(List<UUID> renditions) {}

  /** Due, and a person puts them out. */
  default void handedOver(List<HandedRendition> renditions) {}

  /** The address of a post that was out without one is known now. */
  default void addressed(PublishedRendition rendition) {}

  /** A person says that posts are gone from their network. */
  default void gone(List<UUID> renditions) {}

  /** They were taken for gone by mistake. */
  default void stands(List<UUID> renditions) {}

  /** A rendition that waits for a person to put it out. */
  record HandedRendition(UUID renditionId, UUID postId, UUID channelId) {}

  /**
   * A rendition that has just gone out.
   *
   * @param readable whether its network can be asked for its counts; if not, people type them
   * @param following what is to follow it; nothing where a person put it out, who typed that, too
   */
  record PublishedRendition(
      UUID renditionId,
      UUID channelId,
      Instant publishedAt,
      RemotePost post,
      boolean readable,
      FollowingWords following) {

    /** One that a person put out. */
    public PublishedRendition(
        UUID renditionId, UUID channelId, Instant publishedAt, RemotePost post, boolean readable) {
      this(renditionId, channelId, publishedAt, post, readable, FollowingWords.NONE);
    }

    /** One that we put out. */
    public PublishedRendition(
        UUID renditionId,
        UUID channelId,
        Instant publishedAt,
        RemotePost post,
        FollowingWords following) {
      this(renditionId, channelId, publishedAt, post, true, following);
    }
  }
}
