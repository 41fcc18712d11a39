package id.gaung.platform;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a post carries beside its text: one thing, or several pictures. */
public sealed interface Attachment {

  /** Kinds of attachment, as a network's {@link Traits} name them. */
  enum Kind {
    PICTURES,
    VIDEO,
    LINK_CARD
  }

  /** Text alone. */
  Attachment NONE = new Pictures(List.of());

  /**
   * Pictures, each with its alt text.
   *
   * @param pictures in order; fit for the network already; none for text alone
   */
  record Pictures(List<Picture> pictures) implements Attachment {
    public Pictures {
      pictures = List.copyOf(pictures);
    }
  }

  /**
   * A video, as it was uploaded: nothing is transcoded.
   *
   * @param publicUrl where a network that fetches by itself finds it, signed and reachable until
   *     the post is out
   * @param bytes length of the content
   * @param width as it is seen, after its rotation
   * @param cover the picture shown before it plays; empty lets the network choose
   * @param altText for those who cannot see it; may be empty
   */
  record Video(
      Picture.Content content,
      URI publicUrl,
      String mimeType,
      long bytes,
      int width,
      int height,
      Duration duration,
      Optional<Picture> cover,
      String altText)
      implements Attachment {}

  /**
   * A card of a page that the text links to. Its words and picture come from what we know, never
   * from fetching a stranger's address.
   */
  record LinkCard(URI address, String title, String description, Optional<Picture> picture)
      implements Attachment {}
}
