package id.gaung.publishing;

import id.gaung.kernel.Network;
import id.gaung.platform.ContentRules;
import id.gaung.platform.Picture;
import java.util.List;

/** Makes photos ready for a network. */
interface PictureSource {

  /**
   * The pictures as they will be sent, in order.
   *
   * @throws id.gaung.kernel.Problem if one cannot be made fit
   */
  List<Picture> pictures(
      List<RenditionPicture> pictures, Network network, ContentRules.PictureRules rules);
}
