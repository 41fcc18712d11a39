package id.gaung.publishing;

import id.gaung.kernel.Network;
import id.gaung.media.MediaItem;
import id.gaung.platform.Attachment;
import id.gaung.platform.ContentRules;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes photos and videos ready for a network. */
interface MediaSource {

  /**
   * What will be sent: photos made fit, in order, or a video as it was uploaded.
   *
   * @throws id.gaung.kernel.Problem if one is not there, or cannot be made fit
   */
  ReadyMedia ready(List<RenditionPicture> chosen, Network network, ContentRules rules);

  /**
   * The card of a link. Its picture is left out where it is not there, may not be shown on the
   * network, or cannot be made fit: the link is worth more than its picture.
   */
  default ReadyMedia card(URI address, PostCard card, Network network, ContentRules rules) {
    return ReadyMedia.card(
        new Attachment.LinkCard(
            address, card.titled(address), card.description(), Optional.empty()));
  }

  /** What the library says of them, in one query; nothing of those it does not know. */
  default Map<UUID, MediaItem> items(Collection<UUID> ids) {
    return Map.of();
  }
}
