package id.gaung;

import id.gaung.db.Database;
import id.gaung.db.EmbeddedPostgres;
import id.gaung.db.Migrations;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import java.io.IOException;
import java.time.Clock;
import net.sourceforge.argparse4j.inf.Argument;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** A command that works on the database and ends, whether or not a server runs beside it. */
abstract class OfflineCommand extends ConfiguredCommand<GaungConfiguration> {

  OfflineCommand(String name, String description) {
    super(name, description);
  }

  @Override
  protected Argument addFileArgument(Subparser subparser) {
    return subparser.addArgument("--config").dest("file").setDefault("config.yml").help("settings");
  }

  @Override
  protected void run(
      Bootstrap<GaungConfiguration> bootstrap,
      Namespace namespace,
      GaungConfiguration configuration)
      throws IOException {
    if (readsOnly()
        && configuration.database().isEmbedded()
        && !EmbeddedPostgres.isMade(configuration.dataFolder())) {
      throw new StartRefused(
          "There is no data yet in %s: no server has run with it, and nothing was made. Is --config"
                  .formatted(configuration.dataFolder().toAbsolutePath().normalize())
              + " or GAUNG_DATA meant to name another folder?");
    }
    try (Database database = DatabaseOpener.forCommand(configuration)) {
      Migrations.run(database.dataSource());
      run(Assembly.production(configuration, () -> database, Clock.systemUTC()), namespace);
    }
  }

  /** Whether the command only tells what is there, so that a new database would tell nothing. */
  boolean readsOnly() {
    return false;
  }

  abstract void run(Gaung gaung, Namespace namespace) throws IOException;

  @Override
  public void onError(Cli cli, Namespace namespace, Throwable failure) {
    Console.fail(failure);
  }
}
