package id.gaung;

import id.gaung.db.Database;
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
 * networks live in this process and survive. They lose a part of their answers after accepting a
 * post; with {@code --faults on} every call may draw any fault there is.
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
    boolean withFaults = options.on("faults");
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
      SandboxFaults faults = new SandboxFaults(outside.database().jdbi(), clock);
      BenchOffice office = new BenchOffice(folder.resolve("data"), servers, accounts, clock);
      Path config = BenchConfig.write(folder, port, admin, office.platforms());
      List<BenchWorld.Target> turns =
          office.prepare((gaung, world) -> CrashTargets.make(office, gaung, world, kills * BATCH));
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
      if (withFaults) {
        CrashFaults.all(faults);
      } else {
        CrashFaults.loseAnswers(faults);
      }
      child.start();
      try (Database beside = office.beside()) {
        BenchWorld world = new BenchWorld(office.gaung(beside));
        for (int kill = 0; kill < kills; kill++) {
          List<BenchWorld.Target> channels = CrashTargets.of(turns, kill);
          if (withFaults) {
            world.schedule(
                channels, BATCH, clock.instant(), new CrashTexts(random, channels.size(), BATCH));
          } else {
            world.schedule(channels, BATCH, clock.instant());
          }
          TimeUnit.MILLISECONDS.sleep(random.nextInt(WINDOW_MS));
          long goingOut = world.count(TO_GO_OUT);
          child.kill();
          child.startUnwell();
          // All of it would be minutes, for a try that waits; none of it, more with each kill.
          settle(world, TO_GO_OUT, BATCH, 60);
          System.err.printf(
              "kill %d of %d while %d were going out; %d still uncertain%n",
              kill + 1, kills, goingOut, world.count(UNCERTAIN));
        }
        settle(world, TO_GO_OUT + " or " + UNCERTAIN, 0, 1_800);
        child.stop();
      }
      child.startUnwell();
      try (Database beside = office.beside()) {
        new CrashLists(beside, new SandboxPosts(outside.database().jdbi()))
            .report(kills, withFaults);
      }
      child.stop();
      servers.stop();
    }
  }

  /** Until at most so many are open, or the seconds are over. */
  private static void settle(BenchWorld world, String open, int atMost, int seconds)
      throws InterruptedException {
    for (int second = 0; second < seconds && world.count(open) > atMost; second++) {
      TimeUnit.SECONDS.sleep(1);
    }
  }
}
