package id.gaung.publishing;

import id.gaung.channel.Channel;
import id.gaung.channel.Channels;
import id.gaung.collaboration.ApprovedContent;
import id.gaung.kernel.Network;
import id.gaung.platform.Attachment;
import id.gaung.platform.NetworkModule;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The accounts that can be chosen for a post, and those that are chosen until somebody says else.
 */
final class UsualAccounts {

  private final Channels channels;

  UsualAccounts(Channels channels) {
    this.channels = channels;
  }

  /** In the order of networks everywhere. */
  List<Channel> all() {
    return channels.connected().stream().sorted(Comparator.comparing(Channel::network)).toList();
  }

  /**
   * Those that the content is for and whose networks take it. Accounts by hand only where nothing
   * else publishes to their network: each is work for somebody.
   *
   * @param video whether the post opens with a video; else a photo, or one is still to be chosen
   */
  List<Channel> of(Optional<ApprovedContent> content, boolean video) {
    List<Channel> all = all();
    Set<Network> automatic =
        all.stream().filter(c -> !c.isByHand()).map(Channel::network).collect(Collectors.toSet());
    Attachment.Kind shown = video ? Attachment.Kind.VIDEO : Attachment.Kind.PICTURES;
    return all.stream()
        .filter(c -> !c.isByHand() || !automatic.contains(c.network()))
        .filter(c -> NetworkModule.of(c.network()).traits().attachments().contains(shown))
        .filter(
            c ->
                content
                    .map(made -> made.isFor(c.network().name().toLowerCase(Locale.ROOT)))
                    .orElse(true))
        .toList();
  }
}
