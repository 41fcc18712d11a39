package id.gaung;

import com.codahale.metrics.MetricRegistry;
import id.gaung.GaungConfiguration.DatabaseSettings;
import id.gaung.db.Database;
import id.gaung.db.DatabaseAddress;
import id.gaung.db.DatabaseUnavailable;
import id.gaung.db.EmbeddedPostgres;
import java.util.Optional;

/** Opens the database that the configuration names. */
final class DatabaseOpener {

  private static final int POOL_OF_A_COMMAND = 4;

  private DatabaseOpener() {}

  /** For a server: the embedded PostgreSQL is its own. */
  static Database forServer(GaungConfiguration configuration, MetricRegistry metrics) {
    DatabaseSettings settings = configuration.database();
    return settings.isEmbedded()
        ? Database.embedded(configuration.dataFolder(), settings.poolSize(), metrics)
        : Database.at(address(settings), settings.poolSize(), metrics);
  }

  /** For a command: beside a running server if there is one, else on its own. */
  static Database forCommand(GaungConfiguration configuration) {
    MetricRegistry metrics = new MetricRegistry();
    DatabaseSettings settings = configuration.database();
    if (!settings.isEmbedded()) {
      return Database.at(address(settings), POOL_OF_A_COMMAND, metrics);
    }
    Optional<DatabaseAddress> running = EmbeddedPostgres.running(configuration.dataFolder());
    if (running.isPresent()) {
      try {
        return Database.at(running.get(), POOL_OF_A_COMMAND, metrics);
      } catch (DatabaseUnavailable stopped) {
        // No server runs: started below.
      }
    }
    return Database.embedded(configuration.dataFolder(), POOL_OF_A_COMMAND, metrics);
  }

  private static DatabaseAddress address(DatabaseSettings settings) {
    return DatabaseAddress.of(settings.url(), settings.user(), settings.password().reveal());
  }
}
