package id.gaung;

import com.codahale.metrics.MetricRegistry;
import id.gaung.db.Database;
import id.gaung.db.Migrations;
import id.gaung.identity.NewApiToken;
import id.gaung.identity.People.CreatePerson;
import id.gaung.identity.Person;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Role;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A video that comes in parts over a link that is cut five times: how many bytes were sent for each
 * that was needed. And what the server's process takes of the memory while ten such come at once.
 */
final class UploadBench {

  private static final int CUTS = 5;

  private UploadBench() {}

  static void run(Bench.Options options) throws Exception {
    long bytes = options.number("megabytes", 300) * 1_000_000L;
    int atOnce = options.number("at-once", 10);
    Path folder = Files.createTempDirectory("gaung-bench-upload");
    int port = FreePort.next();
    int admin = FreePort.next();
    Path config = BenchConfig.write(folder, port, admin, PlatformSettings.DEFAULT);
    String token = prepare(folder.resolve("data"));
    Child child = Child.ofJar(config, folder, admin, Map.of());
    child.start();
    try {
      Path video = BenchVideo.write(folder.resolve("one.mp4"), bytes, 1);
      try (PoorLink link = PoorLink.cut(port, bytes / (CUTS + 1), CUTS)) {
        BenchTus sender = new BenchTus(URI.create("http://localhost:" + link.port()), token);
        sender.upload(video);
        if (link.cuts() != CUTS) {
          throw new IOException("the link was cut " + link.cuts() + " times");
        }
        Bench.figure("upload", "sent_over_size", (double) sender.sent() / bytes);
      }
      together(folder, port, token, bytes, atOnce);
      Bench.figure("upload", "rss_mb", MemoryBench.memory(child, "VmHWM"));
    } finally {
      child.stop();
      remove(folder);
    }
  }

  private static void together(Path folder, int port, String token, long bytes, int atOnce)
      throws Exception {
    List<Path> videos = new ArrayList<>();
    for (int i = 0; i < atOnce; i++) {
      videos.add(BenchVideo.write(folder.resolve("together-" + i + ".mp4"), bytes, 2 + i));
    }
    ExecutorService all = Executors.newFixedThreadPool(atOnce);
    try {
      List<Future<Path>> done = new ArrayList<>();
      for (Path video : videos) {
        done.add(
            all.submit(
                () -> {
                  new BenchTus(URI.create("http://localhost:" + port), token).upload(video);
                  return video;
                }));
      }
      for (Future<Path> one : done) {
        one.get();
      }
    } finally {
      all.shutdownNow();
    }
  }

  /** A member of staff with a key of the API, before the process begins. */
  private static String prepare(Path data) {
    Clock clock = Clock.systemUTC();
    try (Database database = Database.embedded(data, 4, new MetricRegistry())) {
      Migrations.run(database.dataSource());
      Gaung gaung =
          Assembly.with(
              new GaungConfiguration(data, URI.create("http://localhost:1"), BenchConfig.KEY),
              database,
              clock,
              Clients.ofListed(PlatformSettings.DEFAULT, clock));
      Person staff =
          gaung
              .identity()
              .people()
              .create(
                  Actor.system("bench"),
                  new CreatePerson("staf@bench.example", "Staf", List.of(Role.STAFF)));
      return gaung
          .identity()
          .tokens()
          .create(Actor.person(staff.id(), staff.name(), staff.roles()), new NewApiToken("bench"))
          .value();
    }
  }

  private static void remove(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
