package id.gaung;

import com.codahale.metrics.MetricRegistry;
import id.gaung.GaungConfiguration.DatabaseSettings;
import id.gaung.db.Database;
import id.gaung.db.DatabaseAddress;
import id.gaung.db.DatabaseUnavailable;
import id.gaung.db.EmbeddedPostgres;
import id.gaung.home.DiskReading;
import id.gaung.home.DiskSpace;
import id.gaung.mail.SmtpSettings;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.SettingsFinding;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.sourceforge.argparse4j.inf.Argument;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/**
 * {@code check}: says whether the settings can be read and tries what they name. Starts nothing and
 * leaves nothing behind; what cannot be tried now is said and is no failure.
 */
final class CheckCommand extends ConfiguredCommand<GaungConfiguration> {

  private static final int WAIT_MS = 5_000;

  CheckCommand() {
    super("check", "Says whether config.yml can be read, and tries what it names");
  }

  @Override
  protected Argument addFileArgument(Subparser subparser) {
    return super.addFileArgument(subparser).setDefault("config.yml");
  }

  /** What came of one thing that was tried. */
  private record Finding(String what, boolean wrong, String found) {
    static Finding good(String what, String found) {
      return new Finding(what, false, found);
    }

    static Finding notTried(String what, String why) {
      return new Finding(what, false, "not tried: " + why);
    }

    static Finding wrong(String what, String found) {
      return new Finding(what, true, "WRONG: " + found);
    }
  }

  @Override
  protected void run(
      Bootstrap<GaungConfiguration> bootstrap,
      Namespace namespace,
      GaungConfiguration configuration) {
    ProductionCommand.warnings(configuration).forEach(System.out::println);
    System.out.println(namespace.getString("file") + " can be read. What it names:");
    List<Finding> findings =
        Stream.concat(
                Stream.of(
                    mail(configuration),
                    secretKey(configuration),
                    folder(configuration.dataFolder()),
                    room(DiskSpace.of(existing(configuration.dataFolder()))),
                    database(configuration),
                    publicAddress(configuration.publicUrl())),
                NetworkModule.published().stream()
                    .map(network -> network(network, configuration.platforms())))
            .toList();
    findings.forEach(f -> System.out.printf("  %-15s %s%n", f.what(), f.found()));
    if (findings.stream().anyMatch(Finding::wrong)) {
      throw new StartRefused("Something that config.yml names is wrong; see the lines above.");
    }
    System.out.println(namespace.getString("file") + " is right.");
  }

  private static Finding secretKey(GaungConfiguration configuration) {
    return configuration.secretKey().reveal().equals(GaungConfiguration.PRACTICE_KEY)
        ? Finding.good("secret key", "the one for practice; a production start refuses it")
        : Finding.good("secret key", "one of your own");
  }

  private static Finding folder(Path folder) {
    Path there = existing(folder);
    // Whether one may write is known when it was done: the mount, the kind of file system and the
    // account all have a say.
    try {
      Files.delete(Files.createTempDirectory(there, ".gaung-check"));
    } catch (IOException refused) {
      return Finding.wrong("data folder", "%s: nothing can be made in %s".formatted(folder, there));
    }
    return Finding.good(
        "data folder",
        folder + (Files.exists(folder) ? " can be written" : " can be made at the first start"));
  }

  /** The folder, or the nearest one above it that is there. */
  private static Path existing(Path folder) {
    Path there = folder.toAbsolutePath().normalize();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return there;
  }

  private static Finding room(DiskSpace disk) {
    DiskReading found = disk.read();
    return found.state() == DiskSpace.State.WELL
        ? Finding.good("disk", found.sentence())
        : new Finding("disk", false, "WARNING: " + found.sentence());
  }

  private static Finding database(GaungConfiguration configuration) {
    DatabaseSettings settings = configuration.database();
    try {
      if (!settings.isEmbedded()) {
        return answers(
            DatabaseAddress.of(settings.url(), settings.user(), settings.password().reveal()));
      }
      // Asked for only in a folder that is there: looking must not make one.
      Optional<DatabaseAddress> running =
          Files.isDirectory(configuration.dataFolder())
              ? EmbeddedPostgres.running(configuration.dataFolder())
              : Optional.empty();
      if (running.isEmpty()) {
        return Finding.notTried("database", "the embedded PostgreSQL comes with the first start");
      }
      return answers(running.get());
    } catch (DatabaseUnavailable unavailable) {
      return settings.isEmbedded()
          ? Finding.notTried("database", "the embedded PostgreSQL is not running")
          : Finding.wrong("database", String.valueOf(unavailable.getMessage()));
    }
  }

  private static Finding answers(DatabaseAddress address) {
    try (Database database = Database.at(address, 4, new MetricRegistry())) {
      String version =
          database
              .jdbi()
              .withHandle(h -> h.createQuery("show server_version").mapTo(String.class).one());
      return Finding.good("database", "PostgreSQL " + version + " answers");
    }
  }

  /** Whoever answers there should be Gaung: networks and people come by this address. */
  private static Finding publicAddress(URI address) {
    try {
      HttpURLConnection asked =
          (HttpURLConnection) URI.create(address + "/api/v1/openapi.json").toURL().openConnection();
      asked.setConnectTimeout(WAIT_MS);
      asked.setReadTimeout(WAIT_MS);
      asked.setInstanceFollowRedirects(false);
      int status = asked.getResponseCode();
      return status == 200
          ? Finding.good("public address", address + " answers")
          : Finding.wrong(
              "public address", "%s answers, but not as Gaung (%d)".formatted(address, status));
    } catch (IOException | IllegalArgumentException silent) {
      return Finding.notTried(
          "public address", "nobody answers at %s (%s)".formatted(address, silent.getMessage()));
    }
  }

  private static Finding network(NetworkModule network, PlatformSettings settings) {
    SettingsFinding found = network.judge(settings.of(network));
    return found.wrong()
        ? Finding.wrong(network.label(), found.found())
        : Finding.good(network.label(), found.found());
  }

  /** Whether a message arrives is shown by the test on the settings page. */
  private static Finding mail(GaungConfiguration configuration) {
    Optional<SmtpSettings> mail = configuration.mail();
    if (mail.isEmpty()) {
      return Finding.good("mail", "not set up; messages wait on the first page to be passed on");
    }
    SmtpSettings smtp = mail.get();
    try (Socket line = new Socket()) {
      line.connect(new InetSocketAddress(smtp.host(), smtp.port()), WAIT_MS);
      return Finding.good(
          "mail", "%s:%d answers (%s)".formatted(smtp.host(), smtp.port(), smtp.security()));
    } catch (IOException silent) {
      return Finding.notTried(
          "mail",
          "nobody answers at %s:%d (%s)".formatted(smtp.host(), smtp.port(), silent.getMessage()));
    }
  }

  @Override
  public void onError(Cli cli, Namespace namespace, Throwable failure) {
    Console.fail(failure);
  }
}
