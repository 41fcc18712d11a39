package id.gaung.publishing;

import id.gaung.kernel.Network;
import id.gaung.media.MediaItem;
import id.gaung.platform.Picture;
import id.gaung.platform.PictureRules;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes photos ready for a network. */
interface PictureSource {

  /**
   * The pictures as they will be sent, in order.
   *
   * @throws id.gaung.kernel.Problem if one cannot be made fit
   */
  List<Picture> pictures(List<RenditionPicture> pictures, Network network, PictureRules rules);

  /** What the library says of them, in one query; nothing of those it does not know. */
  default Map<UUID, MediaItem> items(Collection<UUID> ids) {
    return Map.of();
  }
}
