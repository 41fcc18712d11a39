package id.gaung;

import id.gaung.db.Database;
import id.gaung.kernel.Network;
import id.gaung.sandbox.PracticeServer;
import id.gaung.sandbox.SandboxAccounts;
import id.gaung.sandbox.SandboxConfig;
import id.gaung.sandbox.SandboxServers;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How late posts begin that are due in the same second, several on each channel, while a further
 * channel sends a large video over a slow line. Gaung is a process of its own with all its jobs.
 */
final class LatenessBench {

  private static final Duration CALL = Duration.ofMillis(200);
  private static final long LINE = 1_000_000;
  private static final int WARM_ROUNDS = 8;
  private static final Network BLUESKY = Network.valueOf("BLUESKY");
  private static final Network MASTODON = Network.valueOf("MASTODON");

  private LatenessBench() {}

  static void run(Bench.Options options) throws Exception {
    int posts = options.number("posts", 300);
    int channels = options.number("channels", 50);
    long video = options.number("megabytes", 250) * 1_000_000L;
    Clock clock = Clock.systemUTC();
    Path folder = Files.createTempDirectory("gaung-bench-lateness");
    int port = FreePort.next();
    int admin = FreePort.next();
    try (BenchDatabase outside = BenchDatabase.open("networks")) {
      SandboxAccounts accounts = new SandboxAccounts(outside.database().jdbi(), clock);
      accounts(accounts, channels);
      int bluesky = FreePort.next();
      int mastodon = FreePort.next();
      try (QuickNetwork first = QuickNetwork.before(bluesky, CALL);
          QuickNetwork second = QuickNetwork.before(mastodon, CALL);
          PoorLink line = PoorLink.slow(bluesky, LINE)) {
        SandboxServers servers =
            new SandboxServers(
                networks(
                    Map.of(BLUESKY, bluesky, MASTODON, mastodon),
                    Map.of(BLUESKY, first.uri(), MASTODON, second.uri())),
                outside.database().jdbi(),
                clock);
        servers.start();
        PlatformSettings platforms = over(line, servers);
        BenchOffice office =
            new BenchOffice(folder.resolve("data"), servers, accounts, platforms, clock);
        List<BenchWorld.Target> targets =
            office.prepare((gaung, world) -> targets(office, gaung, world, channels, video));
        Path config = BenchConfig.write(folder, port, admin, platforms);
        Child child =
            new Child(
                List.of(
                    "java",
                    "-Xmx512m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "id.gaung.GaungApplication"),
                config,
                folder,
                admin,
                Map.of());
        child.start();
        try (Database beside = office.beside()) {
          measure(new BenchWorld(office.gaung(beside)), targets, posts, clock);
        } finally {
          child.stop();
          servers.stop();
        }
      }
    }
  }

  /** They refuse nothing for its number, and are reached by what stands before them. */
  private static SandboxConfig networks(Map<Network, Integer> ports, Map<Network, URI> seen) {
    SandboxConfig usual = SandboxConfig.onFreePorts().withoutLimits();
    return new SandboxConfig(
        usual.bindHost(),
        ports,
        seen,
        usual.enforceLimits(),
        usual.indexLag(),
        usual.containerTime(),
        usual.insightsDelay());
  }

  private static void measure(
      BenchWorld world, List<BenchWorld.Target> targets, int posts, Clock clock)
      throws InterruptedException {
    List<BenchWorld.Target> texts = targets.subList(0, targets.size() - 1);
    List<BenchWorld.Target> video = targets.subList(targets.size() - 1, targets.size());
    // The same before, as an office that has run for a while: a fresh JVM is no office's.
    for (int round = 0; round < WARM_ROUNDS; round++) {
      world.schedule(texts, posts, clock.instant());
      world.settle("state <> 'PUBLISHED'", 120);
    }
    world.schedule(video, 1, clock.instant());
    TimeUnit.SECONDS.sleep(10);
    Instant due = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(5);
    world.schedule(texts, posts, due);
    TimeUnit.SECONDS.sleep(5);
    world.settle("state <> 'PUBLISHED' and due_at = '" + due + "'", 120);
    Bench.figure("lateness", "posts", posts);
    Bench.figure("lateness", "uploading_beside", world.count("state = 'PUBLISHING'"));
    Bench.figure("lateness", "start_lateness_p50_ms", world.startedAfter(due, 0.5));
    Bench.figure("lateness", "start_lateness_p99_ms", world.startedAfter(due, 0.99));
    Bench.figure("lateness", "start_lateness_max_ms", world.startedAfter(due, 1));
    world.settle("state <> 'PUBLISHED'", 600);
    Bench.figure("lateness", "not_published", world.count("state <> 'PUBLISHED'"));
  }

  private static void accounts(SandboxAccounts accounts, int channels) {
    accounts.ensureUsual();
    for (int i = 0; i < channels; i++) {
      if (i % 2 == 0) {
        accounts.ensure(BLUESKY, handle(i) + ".practice.test", handle(i), 100);
      } else {
        accounts.ensure(MASTODON, handle(i), handle(i), 100);
      }
    }
  }

  private static String handle(int number) {
    return "kecamatan" + number;
  }

  /** The texts' channels, and the video's last. */
  private static List<BenchWorld.Target> targets(
      BenchOffice office, Gaung gaung, BenchWorld world, int channels, long bytes)
      throws IOException {
    List<BenchWorld.Target> targets = new ArrayList<>();
    for (int i = 0; i < channels; i++) {
      UUID channel =
          i % 2 == 0
              ? office.bluesky(gaung, world, handle(i) + ".practice.test")
              : office.mastodon(gaung, world, handle(i));
      targets.add(BenchWorld.Target.text(channel));
    }
    UUID last = office.bluesky(gaung, world, "gaung-balikpapan.practice.test");
    targets.add(BenchWorld.Target.video(last, office.video(gaung, world, bytes)));
    return targets;
  }

  /** Practice's settings with the video service at the end of the slow line. */
  private static PlatformSettings over(PoorLink line, SandboxServers servers) {
    URI slow = URI.create("http://127.0.0.1:" + line.port());
    Map<String, Map<String, String>> set = new HashMap<>();
    for (PracticeServer server : PracticeServer.all()) {
      set.put(
          server.network().name(), new HashMap<>(server.settings(servers.uri(server.network()))));
    }
    set.computeIfAbsent("BLUESKY", none -> new HashMap<>()).put("video", slow.toString());
    return PlatformSettings.of(
        Stream.concat(
                Stream.of(slow.getAuthority()),
                PracticeServer.networks().stream().map(n -> servers.uri(n).getAuthority()))
            .toList(),
        set);
  }
}
