package id.gaung.sandbox;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
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
    return Arrays.stream(PracticeNetwork.values()).map(network -> read(network, on)).toList();
  }

  private NetworkBlock read(PracticeNetwork network, List<Fault> on) {
    String address = servers.uri(network).toString().replaceFirst("/$", "");
    Instant now = clock.instant();
    return new NetworkBlock(
        network,
        address,
        accounts.list(network).stream().map(account -> line(account, address, now)).toList(),
        on.stream().filter(fault -> fault.network() == network).toList(),
        posts.newest(network, POSTS_SHOWN),
        posts.count(network));
  }

  private static NetworkBlock.AccountLine line(
      PracticeAccount account, String address, Instant now) {
    return new NetworkBlock.AccountLine(
        account,
        address + PublicRoutes.of(account.network()).ofAccount(account.handle()),
        EngagementModel.followers(account, now));
  }
}
