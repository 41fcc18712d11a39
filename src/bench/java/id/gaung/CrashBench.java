package id.gaung;

import id.gaung.db.Database;
import id.gaung.sandbox.FaultKind;
import id.gaung.sandbox.FaultScope;
import id.gaung.sandbox.NewFault;
import id.gaung.sandbox.PracticeNetwork;
import id.gaung.sandbox.SandboxAccounts;
import id.gaung.sandbox.SandboxConfig;
import id.gaung.sandbox.SandboxFaults;
import id.gaung.sandbox.SandboxPosts;
import id.gaung.sandbox.SandboxServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Kills Gaung (SIGKILL) at a random moment while 50 renditions go out, starts it and lets it
 * settle, again and again, and compares in the end what it believes with what arrived. The practice
 * networks live in this process and survive; they lose a part of their answers after accepting a
 * post.
 */
final class CrashBench {

  private static final int BATCH = 50;
  private static final int WINDOW_MS = 2_500;

  private static final String TO_GO_OUT = "state in ('SCHEDULED', 'PUBLISHING', 'RETRYING')";

  /** Looked up again by itself; between kills not waited for, so that look-ups get killed too. */
  private static final String UNCERTAIN = "(state = 'UNCERTAIN' and next_at is not null)";

  private CrashBench() {}

  static void run(Bench.Options options) throws Exception {
    int kills = options.number("kills", 20);
    Random random = new Random(options.number("seed", 7));
    Clock clock = Clock.systemUTC();
    Path folder = Files.createTempDirectory("gaung-bench-crash");
    int port = FreePort.next();
    int admin = FreePort.next();
    try (BenchDatabase outside = BenchDatabase.open("networks")) {
      SandboxAccounts accounts = new SandboxAccounts(outside.database().jdbi(), clock);
      accounts.ensureUsual();
      SandboxServers servers =
          new SandboxServers(
              SandboxConfig.onFreePorts().withoutLimits(), outside.database().jdbi(), clock);
      servers.start();
      loseAnswers(new SandboxFaults(outside.database().jdbi(), clock));
      CrashOffice office = new CrashOffice(folder.resolve("data"), servers, clock);
      Path config = BenchConfig.write(folder, port, admin, office.platforms());
      List<BenchWorld.Target> channels = office.prepare();
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
      int renditions = 0;
      try (Database beside = office.beside()) {
        BenchWorld world = new BenchWorld(office.gaung(beside));
        for (int kill = 0; kill < kills; kill++) {
          world.schedule(channels, BATCH, clock.instant());
          renditions += BATCH;
          TimeUnit.MILLISECONDS.sleep(random.nextInt(WINDOW_MS));
          long goingOut = world.count(TO_GO_OUT);
          child.kill();
          child.start();
          settle(world, TO_GO_OUT, 60);
          System.err.printf(
              "kill %d of %d while %d were going out; %d still uncertain%n",
              kill + 1, kills, goingOut, world.count(UNCERTAIN));
        }
        settle(world, TO_GO_OUT + " or " + UNCERTAIN, 1_800);
        child.stop();
      }
      child.start();
      try (Database beside = office.beside()) {
        report(kills, renditions, beside, new SandboxPosts(outside.database().jdbi()));
      }
      child.stop();
      servers.stop();
    }
  }

  /** One answer in ten gets lost after the post was accepted. */
  private static void loseAnswers(SandboxFaults faults) {
    for (PracticeNetwork network : PracticeNetwork.values()) {
      faults.switchOn(
          NewFault.of(network, FaultKind.LOST_ANSWER).probability(0.1).on(FaultScope.PUBLISHING));
    }
  }

  private static void settle(BenchWorld world, String open, int seconds)
      throws InterruptedException {
    for (int second = 0; second < seconds && world.count(open) > 0; second++) {
      TimeUnit.SECONDS.sleep(1);
    }
  }

  private static void report(int kills, int renditions, Database database, SandboxPosts posts) {
    long arrived = 0;
    long duplicates = 0;
    for (PracticeNetwork network : PracticeNetwork.values()) {
      arrived += posts.arrivals(network).size();
      duplicates += posts.duplicates(network).size();
    }
    long stuck =
        database
            .jdbi()
            .withHandle(
                h ->
                    h.createQuery("select count(*) from rendition where state <> 'PUBLISHED'")
                        .mapTo(Long.class)
                        .one());
    Bench.figure("crash", "kills", kills);
    Bench.figure("crash", "renditions", renditions);
    Bench.figure("crash", "duplicates", duplicates);
    Bench.figure("crash", "lost", renditions - arrived);
    Bench.figure("crash", "stuck", stuck);
  }
}
