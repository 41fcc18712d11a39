package id.gaung.channel;

import id.gaung.kernel.Network;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.Credentials;
import id.gaung.platform.SocialPlatform;
import java.util.List;
import java.util.Optional;

/**
 * Who looks at accounts that have no login here: anybody where the network lets anybody, else one
 * of the office's own accounts whose login may look at others.
 */
final class Lookers {

  private final ChannelDao dao;
  private final Platforms platforms;

  Lookers(ChannelDao dao, Platforms platforms) {
    this.dao = dao;
    this.platforms = platforms;
  }

  /** What is asked with in nobody's name; empty where the network wants a login. */
  Optional<Access> openly(Account account) {
    return platforms.find(account.network()).flatMap(platform -> platform.openly(account));
  }

  /**
   * The office's account in whose name that one is looked at; one that need not wait goes first.
   *
   * @return empty where no login is needed, or none may
   */
  Optional<Channel> office(Account account) {
    Optional<SocialPlatform> platform = platforms.find(account.network());
    if (platform.isEmpty() || openly(account).isPresent()) {
      return Optional.empty();
    }
    List<Channel> able =
        dao.connected(List.of(account.network().name())).stream()
            .filter(channel -> channel.hasLogin() && isOf(account.network(), channel))
            .filter(channel -> may(platform.get(), account, channel))
            .toList();
    return able.stream()
        .filter(channel -> channel.pausedUntil().isEmpty())
        .findFirst()
        .or(() -> able.stream().findFirst());
  }

  private static boolean isOf(Network network, Channel channel) {
    return channel.network().equals(network);
  }

  private static boolean may(SocialPlatform platform, Account account, Channel office) {
    return platform.through(account, new Access(office.account(), Credentials.NONE)).isPresent();
  }

  boolean canLook(Account account) {
    return openly(account).isPresent() || office(account).isPresent();
  }

  /** In the office's name; as it is where its login may not look at that account any more. */
  Access through(Account account, Access office) {
    return platforms
        .find(account.network())
        .flatMap(platform -> platform.through(account, office))
        .orElseGet(() -> new Access(account, Credentials.NONE));
  }
}
