package id.gaung.sandbox;

import id.gaung.kernel.Network;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Reads how it stands with the practice networks. */
final class Networks {

  private static final int POSTS_SHOWN = 20;

  private final SandboxServers servers;
  private final SandboxAccounts accounts;
  private final SandboxPosts posts;
  private final SandboxFaults faults;
  private final Clock clock;

  Networks(
      SandboxServers servers,
      SandboxAccounts accounts,
      SandboxPosts posts,
      SandboxFaults faults,
      Clock clock) {
    this.servers = servers;
    this.accounts = accounts;
    this.posts = posts;
    this.faults = faults;
    this.clock = clock;
  }

  List<NetworkBlock> read() {
    List<Fault> on = faults.list();
    return PracticeServer.networks().stream().map(network -> read(network, on)).toList();
  }

  private NetworkBlock read(Network network, List<Fault> on) {
    String address = servers.uri(network).toString().replaceFirst("/$", "");
    Instant now = clock.instant();
    return new NetworkBlock(
        network,
        address,
        accounts.list(network).stream().map(account -> line(account, address, now)).toList(),
        on.stream().filter(fault -> fault.network().equals(network)).toList(),
        posts.newest(network, POSTS_SHOWN),
        posts.count(network));
  }

  private static NetworkBlock.AccountLine line(
      PracticeAccount account, String address, Instant now) {
    return new NetworkBlock.AccountLine(
        account,
        address + PracticeServer.of(account.network()).routes().ofAccount(account.handle()),
        EngagementModel.followers(account, now));
  }
}
