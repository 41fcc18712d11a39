package id.gaung;

import id.gaung.db.Database;
import id.gaung.kernel.Network;
import id.gaung.sandbox.FaultScope;
import id.gaung.sandbox.NewFault;
import id.gaung.sandbox.PracticeServer;
import id.gaung.sandbox.SandboxAccounts;
import id.gaung.sandbox.SandboxConfig;
import id.gaung.sandbox.SandboxFaults;
import id.gaung.sandbox.SandboxPosts;
import id.gaung.sandbox.SandboxServers;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How long the process takes to end after SIGTERM, in the states in which it might hang: idle, in a
 * burst of posts, reading counts of a network that answers after 20 s, with a database that hangs
 * without closing its connections, and with an upload of which only the beginning has come. Then
 * what it believes is compared with what arrived.
 */
final class StopBench {

  private static final int BURST = 200;
  private static final String OPEN =
      "state in ('SCHEDULED', 'PUBLISHING', 'RETRYING')"
          + " or (state = 'UNCERTAIN' and next_at is not null)";

  private final SandboxServers servers;
  private final SandboxFaults faults;
  private final BenchOffice office;
  private final Child child;
  private final int port;
  private final List<BenchWorld.Target> channels;
  private int renditions;
  private double slowest;

  private StopBench(
      SandboxServers servers,
      SandboxFaults faults,
      BenchOffice office,
      Child child,
      int port,
      List<BenchWorld.Target> channels) {
    this.servers = servers;
    this.faults = faults;
    this.office = office;
    this.child = child;
    this.port = port;
    this.channels = channels;
  }

  static void run() throws Exception {
    Clock clock = Clock.systemUTC();
    Path folder = Files.createTempDirectory("gaung-bench-stop");
    int port = FreePort.next();
    int admin = FreePort.next();
    try (BenchDatabase outside = BenchDatabase.open("networks")) {
      SandboxAccounts accounts = new SandboxAccounts(outside.database().jdbi(), clock);
      accounts.ensureUsual();
      SandboxServers servers =
          new SandboxServers(
              SandboxConfig.onFreePorts().withoutLimits(), outside.database().jdbi(), clock);
      servers.start();
      BenchOffice office = new BenchOffice(folder.resolve("data"), servers, accounts, clock);
      Path config = BenchConfig.write(folder, port, admin, office.platforms());
      List<BenchWorld.Target> channels =
          office.prepare((gaung, world) -> CrashTargets.make(office, gaung, world, BURST));
      StopBench bench =
          new StopBench(
              servers,
              new SandboxFaults(outside.database().jdbi(), clock),
              office,
              Child.ofJar(config, folder, admin, Map.of()),
              port,
              channels);
      bench.all(new SandboxPosts(outside.database().jdbi()));
      servers.stop();
    }
  }

  private void all(SandboxPosts posts) throws Exception {
    child.start();
    ended("idle");

    child.start();
    schedule();
    TimeUnit.MILLISECONDS.sleep(700);
    ended("publishing burst");

    child.start();
    settle();
    slowReading(true);
    try (Database beside = office.beside()) {
      new BenchWorld(office.gaung(beside)).readAll();
    }
    TimeUnit.SECONDS.sleep(40);
    ended("reading round of a slow network");
    slowReading(false);

    child.start();
    schedule();
    TimeUnit.MILLISECONDS.sleep(500);
    List<ProcessHandle> database = databaseProcesses();
    signal("STOP", database);
    ended("database that hangs");
    signal("CONT", database);

    child.start();
    try (Socket upload = halfSent()) {
      ended("half-sent upload");
    }

    child.start();
    settle();
    try (Database beside = office.beside()) {
      Bench.figure("stop", "stop_max_s", slowest);
      Bench.figure("stop", "renditions", renditions);
      long arrived = 0;
      long duplicates = 0;
      for (Network network : PracticeServer.networks()) {
        arrived += posts.arrivals(network).size();
        duplicates += posts.duplicates(network).size();
      }
      Bench.figure("stop", "lost", renditions - arrived);
      Bench.figure("stop", "duplicates", duplicates);
    }
    child.stop();
  }

  private void schedule() {
    try (Database beside = office.beside()) {
      new BenchWorld(office.gaung(beside)).schedule(channels, BURST, Clock.systemUTC().instant());
    }
    renditions += BURST;
  }

  private void settle() throws InterruptedException {
    try (Database beside = office.beside()) {
      new BenchWorld(office.gaung(beside)).settle(OPEN, 1_800);
    }
  }

  private void ended(String state) throws InterruptedException {
    double seconds = child.stopAndTime();
    System.err.printf("%s: ended after %.1f s%n", state, seconds);
    slowest = Math.max(slowest, seconds);
  }

  private void slowReading(boolean on) {
    for (Network network : PracticeServer.networks()) {
      faults.switchOffAll(network);
      if (on) {
        faults.switchOn(NewFault.slow(network, Duration.ofSeconds(20)).on(FaultScope.READING));
      }
    }
  }

  private List<ProcessHandle> databaseProcesses() throws IOException {
    long pid =
        Long.parseLong(
            Files.readAllLines(office.data().resolve("postgres/postmaster.pid")).get(0).strip());
    ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(postmaster), postmaster.descendants())
        .toList();
  }

  private static void signal(String name, List<ProcessHandle> processes) throws Exception {
    for (ProcessHandle process : processes) {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    }
  }

  /** The head and the first bytes of a form, and then nothing more. */
  private Socket halfSent() throws IOException {
    Socket socket = new Socket("localhost", port);
    socket
        .getOutputStream()
        .write(
            """
            POST /sign-in HTTP/1.1\r
            Host: localhost\r
            Origin: http://localhost:%d\r
            Content-Type: application/x-www-form-urlencoded\r
            Content-Length: 40000\r
            \r
            email=staf"""
                .formatted(port)
                .getBytes(StandardCharsets.US_ASCII));
    return socket;
  }
}
