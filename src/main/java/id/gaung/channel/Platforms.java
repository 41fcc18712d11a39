package id.gaung.channel;

import id.gaung.kernel.Network;
import id.gaung.kernel.Problem;
import id.gaung.platform.ByHand;
import id.gaung.platform.PublishMode;
import id.gaung.platform.SocialPlatform;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The clients of the networks that are switched on, by network. */
public final class Platforms {

  private final Map<Network, SocialPlatform> byNetwork = new TreeMap<>();

  public Platforms(Collection<? extends SocialPlatform> platforms) {
    platforms.forEach(platform -> byNetwork.put(platform.network(), platform));
  }

  /**
   * @throws Problem if the network is not switched on in this installation
   */
  public SocialPlatform of(Network network) {
    return find(network)
        .orElseThrow(() -> Problem.conflict("channel.network-off", network.label()));
  }

  public Optional<SocialPlatform> find(Network network) {
    return Optional.ofNullable(byNetwork.get(network));
  }

  /**
   * How that account's posts get out: the network's client, or a person, with a draft or without.
   *
   * @return empty if the network is not switched on
   */
  public Optional<SocialPlatform> publishing(Channel channel) {
    return find(channel.network())
        .map(
            client ->
                switch (channel.mode()) {
                  case API -> client;
                  case HANDOVER -> channel.hasLogin() ? client.handover() : new ByHand(client);
                  case BY_HAND -> new ByHand(client);
                });
  }

  /**
   * With what it is found out whether a post is out: what opens the account, also where people
   * publish by now, since it may have been sent before that.
   *
   * @return empty if the network is not switched on
   */
  public Optional<SocialPlatform> lookingUp(Channel channel) {
    return channel.mode() == PublishMode.BY_HAND && channel.hasLogin()
        ? find(channel.network())
        : publishing(channel);
  }

  /** The networks that are switched on, in the order in which they stand on every page. */
  public List<Network> networks() {
    return List.copyOf(byNetwork.keySet());
  }
}
