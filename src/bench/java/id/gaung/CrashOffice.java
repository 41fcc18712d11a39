package id.gaung;

import com.codahale.metrics.MetricRegistry;
import id.gaung.channel.Connections.ConnectChannel;
import id.gaung.channel.EnterChannel;
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
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;

/**
 * The office whose Gaung is killed: its channels on the practice networks, one photo, one video, and
 * an account by hand.
 */
final class CrashOffice {

  private final Path data;
  private final SandboxServers servers;
  private final Clock clock;

  CrashOffice(Path data, SandboxServers servers, Clock clock) {
    this.data = data;
    this.servers = servers;
    this.clock = clock;
  }

  Path data() {
    return data;
  }

  /** The clients' settings, as the killed process has them too. */
  PlatformSettings platforms() {
    return Practice.settings(PlatformSettings.DEFAULT, servers);
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
        Clients.ofListed(platforms(), clock));
  }

  /** Connects the channels before the first life begins. */
  List<BenchWorld.Target> prepare() {
    try (Database database = Database.embedded(data, 4, new MetricRegistry())) {
      Migrations.run(database.dataSource());
      Gaung gaung = gaung(database);
      BenchWorld world = new BenchWorld(gaung);
      List<BenchWorld.Target> channels = new ArrayList<>();
      UUID video = video(gaung, world);
      for (String handle :
          List.of("gaung-balikpapan.practice.test", "umkm-manggar.practice.test")) {
        channels.add(BenchWorld.Target.text(bluesky(gaung, world, handle)));
      }
      String mastodon = servers.uri(Network.valueOf("MASTODON")).toString();
      for (String account : List.of("gaung_balikpapan", "umkm_manggar")) {
        channels.add(
            BenchWorld.Target.text(
                allowed(
                    gaung,
                    world,
                    Network.valueOf("MASTODON"),
                    Map.of("server", mastodon),
                    account)));
      }
      channels.add(BenchWorld.Target.video(channels.get(0).channel(), video));
      channels.add(BenchWorld.Target.video(channels.get(2).channel(), video));
      UUID photo = gaung.media().photos().store(world.admin(), picture(), "kopi.jpg").id();
      UUID fetching =
          allowed(gaung, world, Network.valueOf("INSTAGRAM"), Map.of(), "gaung.balikpapan");
      channels.add(BenchWorld.Target.photo(fetching, photo));
      channels.add(BenchWorld.Target.video(fetching, video));
      channels.add(
          BenchWorld.Target.text(
              gaung
                  .channel()
                  .hand()
                  .enter(
                      world.admin(),
                      new EnterChannel(
                          Network.valueOf("MASTODON"),
                          "tangan@mastodon.example",
                          "",
                          responsible(gaung).toString()))));
      return channels;
    }
  }

  private static UUID responsible(Gaung gaung) {
    return gaung
        .identity()
        .people()
        .create(
            Actor.system("bench"),
            new CreatePerson("staf@bench.example", "Staf", List.of(Role.STAFF)))
        .id();
  }

  private UUID video(Gaung gaung, BenchWorld world) {
    try {
      Path file = BenchVideo.write(data.resolve("crash.mp4"), 300_000, 3);
      return gaung
          .media()
          .take(
              world.admin(),
              new Upload("kopi.mp4", Files.size(file), () -> Files.newInputStream(file)));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private UUID bluesky(Gaung gaung, BenchWorld world, String handle) {
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

  private static UUID allowed(
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
        .complete(world.admin(), network, back.get("state"), back.get("code"));
  }

  private static ByteArrayInputStream picture() {
    BufferedImage image = new BufferedImage(1080, 1080, BufferedImage.TYPE_INT_RGB);
    Graphics2D drawing = image.createGraphics();
    drawing.setColor(new Color(0x6F, 0x4E, 0x37));
    drawing.fillRect(0, 0, 1080, 1080);
    drawing.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpg", bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
