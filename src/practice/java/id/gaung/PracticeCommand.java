package id.gaung;

import ch.qos.logback.classic.Level;
import id.gaung.db.Database;
import io.dropwizard.core.Application;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.slf4j.LoggerFactory;

/** {@code practice}: everything on this machine, with made-up people and made-up networks. */
class PracticeCommand extends ServeCommand {

  private Optional<Practice> practice = Optional.empty();

  PracticeCommand(Application<GaungConfiguration> application) {
    this(application, "practice", "Starts Gaung to try it out, with practice networks");
  }

  PracticeCommand(Application<GaungConfiguration> application, String name, String description) {
    super(application, name, description);
  }

  @Override
  public void configure(Subparser subparser) {
    super.configure(subparser);
    subparser
        .addArgument("--reset")
        .action(Arguments.storeTrue())
        .help("throw the practice data away and make it anew");
  }

  @Override
  void check(GaungConfiguration configuration) {
    if (!configuration.database().isEmbedded()) {
      throw new StartRefused("Practice mode uses its own database: leave database.url empty.");
    }
    DataUse.PRACTICE.check(configuration.dataFolder());
    int port = configuration.practice().networkPort();
    for (int network = 0; port > 0 && network < Practice.NETWORKS; network++) {
      Ports.check("127.0.0.1", port + network);
    }
  }

  /** Before the database is made, which tells whose it is by this alone. */
  @Override
  void begin(GaungConfiguration configuration) {
    DataUse.PRACTICE.claim(configuration.dataFolder());
  }

  /** A story that was not told to its end is told anew: half an office is of no use to anybody. */
  @Override
  void prepare(GaungConfiguration configuration, Database database, Namespace namespace) {
    Path told = told(configuration);
    if (namespace.getBoolean("reset") || Files.notExists(told)) {
      try {
        Files.deleteIfExists(told);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
      database.wipe();
    }
  }

  @Override
  List<String> changelogs() {
    return List.of(Practice.CHANGELOG);
  }

  @Override
  Gaung build(GaungConfiguration configuration, Supplier<Database> opened) {
    Database database = opened.get();
    Practice made = new Practice(configuration.practice(), database.jdbi());
    practice = Optional.of(made);
    made.start();
    return Assembly.practice(configuration, database, made);
  }

  @Override
  void ready(GaungConfiguration configuration, Gaung gaung) {
    if (Files.notExists(told(configuration))) {
      System.out.println(
          "Making eight weeks of practice data; this takes about a minute and a half.");
      quietly(() -> practice.orElseThrow().tellStory(gaung));
      try {
        Files.createFile(told(configuration));
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
    URI address = configuration.publicUrl();
    System.out.println("Gaung is ready to practise.");
    System.out.println("  Pages          " + address + "/");
    System.out.println("  Sign in        " + address + "/practice");
    gaung
        .report()
        .reports()
        .newestPath()
        .ifPresent(path -> System.out.println("  Newest report  " + address + path));
  }

  /** The story's mishaps are meant; their warnings would stand between the lines of its weeks. */
  private static void quietly(Runnable story) {
    if (!(LoggerFactory.getLogger("id.gaung") instanceof ch.qos.logback.classic.Logger log)) {
      story.run();
      return;
    }
    Level before = log.getLevel();
    log.setLevel(Level.ERROR);
    try {
      story.run();
    } finally {
      log.setLevel(before);
    }
  }

  private static Path told(GaungConfiguration configuration) {
    return configuration.dataFolder().resolve("practice-story-told");
  }
}
