package id.gaung;

import id.gaung.jobs.Schedule;
import id.gaung.kernel.Network;
import id.gaung.platform.NetworkModule;
import id.gaung.sandbox.SandboxAccounts;
import id.gaung.sandbox.SandboxConfig;
import id.gaung.sandbox.SandboxServers;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * An office with accounts on every network whose posts are read: the product with its own clients
 * over real HTTP, before it networks that answer at once, behind them the practice networks, where
 * accounts are connected as people do it.
 */
final class ReadingOffice implements AutoCloseable {

  private final BenchDatabase outside;
  private final BenchDatabase inside;
  private final SandboxServers servers;
  private final SandboxAccounts accounts;
  private final Map<NetworkModule, CannedNetwork> networks;
  private final Gaung gaung;
  private final BenchWorld world;

  private ReadingOffice(
      BenchDatabase outside,
      BenchDatabase inside,
      SandboxServers servers,
      SandboxAccounts accounts,
      Map<NetworkModule, CannedNetwork> networks) {
    this.outside = outside;
    this.inside = inside;
    this.servers = servers;
    this.accounts = accounts;
    this.networks = networks;
    PlatformSettings platforms = Practice.settings(PlatformSettings.DEFAULT, servers);
    Clock clock = Clock.systemUTC();
    this.gaung =
        Assembly.with(
            new GaungConfiguration(
                Path.of(inside.folder().toString()),
                URI.create("http://localhost:1"),
                BenchConfig.KEY),
            inside.database(),
            clock,
            Clients.ofListed(platforms, clock));
    this.world = new BenchWorld(gaung);
  }

  /** Those whose clients read posts, as the product declares them. */
  static List<NetworkModule> read() {
    return NetworkModule.connected().stream()
        .filter(module -> !module.traits().counts().offered().isEmpty())
        .toList();
  }

  /**
   * @param which of the networks that are read
   * @param feed what each account has published
   * @param call how long an answer about posts takes
   */
  static ReadingOffice open(Predicate<NetworkModule> which, Feed feed, Duration call)
      throws IOException {
    BenchDatabase outside = BenchDatabase.open("networks");
    SandboxAccounts accounts = new SandboxAccounts(outside.database().jdbi(), Clock.systemUTC());
    accounts.ensureUsual();
    Map<NetworkModule, CannedNetwork> networks = new LinkedHashMap<>();
    Map<Network, Integer> ports = new HashMap<>();
    Map<Network, URI> seen = new HashMap<>();
    for (NetworkModule module : read().stream().filter(which).toList()) {
      Optional<Canned> canned = Canned.of(module, feed);
      if (canned.isEmpty()) {
        System.err.println(module.name() + " is read, and nothing here answers in its place yet.");
        continue;
      }
      int port = FreePort.next();
      CannedNetwork network = CannedNetwork.before(port, canned.get(), call);
      networks.put(module, network);
      ports.put(module, port);
      seen.put(module, network.uri());
    }
    SandboxConfig usual = SandboxConfig.onFreePorts().withoutLimits();
    SandboxServers servers =
        new SandboxServers(
            new SandboxConfig(
                usual.bindHost(),
                ports,
                seen,
                usual.enforceLimits(),
                usual.indexLag(),
                usual.containerTime(),
                usual.insightsDelay()),
            outside.database().jdbi(),
            Clock.systemUTC());
    servers.start();
    return new ReadingOffice(outside, BenchDatabase.open("office"), servers, accounts, networks);
  }

  Gaung gaung() {
    return gaung;
  }

  BenchWorld world() {
    return world;
  }

  BenchDatabase database() {
    return inside;
  }

  Map<NetworkModule, CannedNetwork> networks() {
    return networks;
  }

  /** What comes round under that name. */
  Schedule schedule(String job) {
    return gaung.clusterSchedules().stream()
        .filter(schedule -> schedule.job().name().equals(job))
        .findFirst()
        .orElseThrow();
  }

  /** New accounts of a network, connected. */
  List<UUID> connect(NetworkModule network, int count) {
    BenchAccounts.permit(gaung, world.admin(), network);
    BenchAccounts connecting = new BenchAccounts(servers, accounts);
    return IntStream.range(0, count)
        .mapToObj(i -> connecting.connect(gaung, world.admin(), network, "b" + i))
        .toList();
  }

  @Override
  public void close() {
    gaung.stop();
    inside.close();
    servers.stop();
    networks.values().forEach(CannedNetwork::close);
    outside.close();
  }
}
