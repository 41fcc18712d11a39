package id.gaung.channel;

import id.gaung.kernel.Network;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.Permit;
import id.gaung.platform.PublishMode;
import id.gaung.web.Form;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The list of channels.
 *
 * @param networks that can be connected here
 * @param permitted those whose permission is recorded, where one is needed
 * @param planned how many posts wait on each account
 * @param followers of those whose followers were read once
 * @param responsible who may put posts out by hand, by id
 * @param budgets what each may still do at its network
 * @param answered when the networks of accounts answered last
 * @param canChange whether the reader may connect and disconnect
 */
public record ChannelListing(
    List<Channel> channels,
    List<Network> networks,
    Set<Network> permitted,
    Map<UUID, Long> planned,
    Map<UUID, Followers> followers,
    Map<String, String> responsible,
    Map<UUID, Budget> budgets,
    Map<UUID, Instant> answered,
    Instant now,
    boolean canChange,
    Form form) {

  private static final Duration SOON = Duration.ofDays(7);

  /** How many followed an account when that was read last. */
  public record Followers(long count, Instant readAt) {}

  public Optional<Followers> followers(Channel channel) {
    return Optional.ofNullable(followers.get(channel.id()));
  }

  /** When its network answered last; empty if it never did. */
  public Optional<Instant> answeredAt(Channel channel) {
    return Optional.ofNullable(answered.get(channel.id()));
  }

  /** Who puts the account's posts out; the empty text where nobody has to or nobody is known. */
  public String responsible(Channel channel) {
    return channel
        .responsibleId()
        .map(id -> responsible.getOrDefault(id.toString(), ""))
        .orElse("");
  }

  /** The networks whose accounts can be connected; on the others a person publishes. */
  public List<Network> connectable() {
    return networks.stream().filter(this::connects).toList();
  }

  private boolean connects(Network network) {
    return Permits.connects(NetworkModule.of(network), permitted);
  }

  /** Those that have to allow what their terms do not give everybody. */
  public List<Network> needing() {
    return networks.stream()
        .filter(network -> NetworkModule.of(network).permit() != Permit.NOT_NEEDED)
        .toList();
  }

  public boolean isPermitted(Network network) {
    return permitted.contains(network);
  }

  /** Whether posts may get out that way, by what its network allowed. */
  public boolean allows(Network network, PublishMode mode) {
    return Permits.allows(NetworkModule.of(network), permitted, mode);
  }

  /** Where an account is connected, or entered where a person publishes. */
  public String entrance(Network network) {
    return "/channels/" + (connects(network) ? "connect/" : "by-hand/") + network.path();
  }

  /** The ways in which the account's posts may get out, but for the one in which they do. */
  public List<PublishMode> otherModes(Channel channel) {
    return NetworkModule.of(channel.network()).traits().modes().stream()
        .filter(mode -> mode != channel.mode())
        .filter(mode -> mode == PublishMode.BY_HAND || channel.hasLogin())
        .filter(mode -> allows(channel.network(), mode))
        .toList();
  }

  public Budget budget(Channel channel) {
    return budgets.getOrDefault(channel.id(), Budget.FREE);
  }

  public long planned(Channel channel) {
    return planned.getOrDefault(channel.id(), 0L);
  }

  /** Whether a person must connect it again within a week. */
  public boolean endsSoon(Channel channel) {
    return channel.isConnected()
        && channel.endsAt().filter(end -> end.isBefore(now.plus(SOON))).isPresent();
  }

  public long working() {
    return channels.stream().filter(Channel::isConnected).count();
  }

  public long soon() {
    return channels.stream().filter(this::endsSoon).count();
  }

  public long broken() {
    return channels.stream().filter(c -> c.state() == ChannelState.RECONNECT).count();
  }
}
