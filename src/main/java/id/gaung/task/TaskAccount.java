package id.gaung.task;

import id.gaung.channel.Channel;
import id.gaung.kernel.Network;
import id.gaung.publishing.RenditionPicture;
import id.gaung.publishing.RenditionRow;
import id.gaung.publishing.RenditionState;
import java.util.List;

/**
 * A post on one account.
 *
 * @param links in its text
 * @param open whether its address is waited for
 */
public record TaskAccount(
    RenditionRow row,
    Channel channel,
    List<RenditionPicture> pictures,
    List<String> links,
    boolean open) {

  public Network network() {
    return channel.network();
  }

  public boolean isVideo() {
    return pictures.stream().anyMatch(RenditionPicture::video);
  }

  public String field() {
    return "url-" + row.id();
  }

  public boolean isOut() {
    return row.state() == RenditionState.PUBLISHED;
  }
}
