package id.gaung;

import com.codahale.metrics.MetricRegistry;
import id.gaung.channel.Connections.ConnectChannel;
import id.gaung.db.Database;
import id.gaung.db.EmbeddedPostgres;
import id.gaung.db.Migrations;
import id.gaung.demo.NetworkPerson;
import id.gaung.identity.People.CreatePerson;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Network;
import id.gaung.kernel.Role;
import id.gaung.sandbox.SandboxAccounts;
import id.gaung.sandbox.SandboxServers;
import id.gaung.web.Upload;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An office on the practice networks, whose Gaung is a process of its own. */
final class BenchOffice {

  private final Path data;
  private final SandboxServers servers;
  private final BenchAccounts accounts;
  private final PlatformSettings platforms;
  private final Clock clock;

  BenchOffice(Path data, SandboxServers servers, SandboxAccounts accounts, Clock clock) {
    this(data, servers, accounts, Practice.settings(PlatformSettings.DEFAULT, servers), clock);
  }

  BenchOffice(
      Path data,
      SandboxServers servers,
      SandboxAccounts accounts,
      PlatformSettings platforms,
      Clock clock) {
    this.data = data;
    this.servers = servers;
    this.accounts = new BenchAccounts(servers, accounts);
    this.platforms = platforms;
    this.clock = clock;
  }

  Path data() {
    return data;
  }

  BenchAccounts accounts() {
    return accounts;
  }

  /** The clients' settings, as the killed process has them too. */
  PlatformSettings platforms() {
    return platforms;
  }

  /** A second look at the database of the running process. */
  Database beside() {
    return Database.at(EmbeddedPostgres.running(data).orElseThrow(), 4, new MetricRegistry());
  }

  Gaung gaung(Database database) {
    return Assembly.with(
        new GaungConfiguration(data, URI.create("http://localhost:1"), BenchConfig.KEY),
        database,
        clock,
        Clients.ofListed(platforms, clock));
  }

  /** Makes the office before the first life begins. */
  <T> T prepare(Making<T> making) throws IOException {
    try (Database database = Database.embedded(data, 4, new MetricRegistry())) {
      Migrations.run(database.dataSource());
      Gaung gaung = gaung(database);
      return making.make(gaung, new BenchWorld(gaung));
    }
  }

  /** What an office begins with. */
  @FunctionalInterface
  interface Making<T> {
    T make(Gaung gaung, BenchWorld world) throws IOException;
  }

  static UUID responsible(Gaung gaung) {
    return gaung
        .identity()
        .people()
        .create(
            Actor.system("bench"),
            new CreatePerson("staf@bench.example", "Staf", List.of(Role.STAFF)))
        .id();
  }

  /** A video of that size in the library. */
  UUID video(Gaung gaung, BenchWorld world, long bytes) throws IOException {
    Path file = BenchVideo.write(data.resolve("bench.mp4"), bytes, 3);
    try {
      return gaung
          .media()
          .take(
              world.admin(),
              new Upload("kopi.mp4", Files.size(file), () -> Files.newInputStream(file)));
    } finally {
      Files.delete(file);
    }
  }

  UUID bluesky(Gaung gaung, BenchWorld world, String handle) {
    Map<String, String> fields =
        Map.of(
            "server",
            servers.uri(Network.valueOf("BLUESKY")).toString(),
            "handle",
            handle,
            "appPassword",
            SandboxAccounts.PASSWORD);
    return gaung
        .channel()
        .connections()
        .connect(world.admin(), new ConnectChannel(Network.valueOf("BLUESKY"), fields, ""))
        .channelId()
        .orElseThrow();
  }

  UUID mastodon(Gaung gaung, BenchWorld world, String account) {
    String server = servers.uri(Network.valueOf("MASTODON")).toString();
    return allowed(gaung, world, Network.valueOf("MASTODON"), Map.of("server", server), account);
  }

  static UUID allowed(
      Gaung gaung, BenchWorld world, Network network, Map<String, String> fields, String account) {
    URI authorize =
        gaung
            .channel()
            .connections()
            .connect(world.admin(), new ConnectChannel(network, fields, ""))
            .authorize()
            .orElseThrow();
    Map<String, String> back = new NetworkPerson().allow(authorize, account);
    return gaung
        .channel()
        .connections()
        .complete(world.admin(), network, back.get("state"), back.get("code"))
        .channelId()
        .orElseThrow();
  }
}
