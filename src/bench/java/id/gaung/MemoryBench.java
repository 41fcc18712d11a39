package id.gaung;

import id.gaung.db.Database;
import id.gaung.identity.People.CreatePerson;
import id.gaung.kernel.Role;
import id.gaung.sandbox.SandboxAccounts;
import id.gaung.sandbox.SandboxConfig;
import id.gaung.sandbox.SandboxServers;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/**
 * What the production server takes of the machine's memory, PostgreSQL's processes not counted:
 * after ten idle minutes, and at most over a day's work of 500 posts on three networks, 5,000
 * readings, 2,000 page views and 20 photos of 12 megapixels.
 */
final class MemoryBench {

  private static final int POSTS = 500;
  private static final int ROUNDS = 10;
  private static final int VIEWS = 2_000;
  private static final int PHOTOS = 20;

  private static final List<String> PAGES =
      List.of("/", "/campaigns", "/posts", "/calendar", "/products", "/umkm", "/channels");

  private MemoryBench() {}

  static void run(Bench.Options options) throws Exception {
    int idleMinutes = options.number("idle-minutes", 10);
    Clock clock = Clock.systemUTC();
    Path folder = Files.createTempDirectory("gaung-bench-memory");
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
          office.prepare((gaung, world) -> CrashTargets.make(office, gaung, world, POSTS));
      Child child = Child.ofJar(config, folder, admin, Map.of());
      child.start();
      TimeUnit.MINUTES.sleep(idleMinutes);
      Bench.figure("memory", "idle_rss_mb", memory(child, "VmRSS"));
      try (Database beside = office.beside()) {
        work(office.gaung(beside), channels, port);
      }
      Bench.figure("memory", "day_rss_mb", memory(child, "VmHWM"));
      child.stop();
      servers.stop();
    }
  }

  private static void work(Gaung gaung, List<BenchWorld.Target> channels, int port)
      throws Exception {
    BenchWorld world = new BenchWorld(gaung);
    URI link =
        gaung
            .identity()
            .signInLinks()
            .invite(
                world.admin(),
                new CreatePerson("staf@bench.example", "Staf", List.of(Role.ADMIN, Role.STAFF)))
            .address();
    BenchVisitor visitor = BenchVisitor.signIn(port, link);
    byte[] photo = photo();
    for (int i = 0; i < PHOTOS; i++) {
      gaung.media().photos().store(world.admin(), new ByteArrayInputStream(photo), "foto.jpg");
    }
    world.schedule(channels, POSTS, Clock.systemUTC().instant());
    world.settle("state <> 'PUBLISHED'", 300);
    for (int round = 0; round < ROUNDS; round++) {
      world.readAll();
      for (int view = 0; view < VIEWS / ROUNDS; view++) {
        int status = visitor.get(PAGES.get(view % PAGES.size())).statusCode();
        if (status != 200) {
          throw new IOException(PAGES.get(view % PAGES.size()) + " answered " + status);
        }
      }
      world.settleReadings(120);
    }
    System.err.printf(
        "%d published, %d readings%n", world.count("state = 'PUBLISHED'"), world.readings());
  }

  /** Twelve megapixels with enough in them to be a few megabytes. */
  private static byte[] photo() throws IOException {
    BufferedImage image = new BufferedImage(4_000, 3_000, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(7);
    for (int y = 0; y < 3_000; y++) {
      for (int x = 0; x < 4_000; x++) {
        image.setRGB(x, y, 0x6F4E37 + random.nextInt(0x101010));
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "jpg", bytes);
    return bytes.toByteArray();
  }

  /** Of the process alone, in megabytes (Linux). */
  static double memory(Child child, String what) throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(child.pid()), "status")).stream()
            .filter(line -> line.startsWith(what + ":"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .findFirst()
            .orElseThrow()
        / 1024.0;
  }
}
