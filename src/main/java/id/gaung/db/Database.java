package id.gaung.db;

import com.codahale.metrics.MetricRegistry;
import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.db.ManagedDataSource;
import io.dropwizard.util.Duration;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.LoggerFactory;

/** The open database: a pool of connections, and the embedded server behind it if there is one. */
public final class Database implements AutoCloseable {

  /** No statement of Gaung's own takes nearly as long; migrations have no limit. */
  private static final java.time.Duration ANSWER_WITHIN = java.time.Duration.ofSeconds(60);

  private final ManagedDataSource pool;
  private final Optional<EmbeddedPostgres> server;
  private final Jdbi jdbi;
  private final Transactions transactions;

  private Database(ManagedDataSource pool, Optional<EmbeddedPostgres> server) {
    this.pool = pool;
    this.server = server;
    this.jdbi = JdbiSetup.on(pool);
    this.transactions = new Transactions(jdbi);
  }

  /**
   * Starts (or adopts) the embedded server under the folder.
   *
   * @throws DatabaseUnavailable with a sentence for the person at the console
   */
  public static Database embedded(Path folder, int poolSize, MetricRegistry metrics) {
    EmbeddedPostgres server = EmbeddedPostgres.start(folder);
    try {
      return new Database(
          pool(server.jdbcUrl(), server.user(), server.password(), poolSize, metrics),
          Optional.of(server));
    } catch (RuntimeException failed) {
      server.close();
      throw failed;
    }
  }

  /**
   * From now on an embedded server whose process ends by itself is started again.
   *
   * @param onLost called when it cannot be started
   */
  public void keepRunning(Runnable onLost) {
    server.ifPresent(
        embedded ->
            embedded.keepRunning(
                () -> {
                  if (pool instanceof org.apache.tomcat.jdbc.pool.DataSourceProxy connections) {
                    // All of them are dead, and each would cost somebody an error to find out.
                    connections.purge();
                  }
                },
                onLost));
  }

  /**
   * Opens a server elsewhere.
   *
   * @param address as in the configuration
   * @throws DatabaseUnavailable if it does not answer or refuses the password
   */
  public static Database at(DatabaseAddress address, int poolSize, MetricRegistry metrics) {
    ManagedDataSource pool =
        pool(address.jdbcUrl(), address.user(), address.password(), poolSize, metrics);
    Database database = new Database(pool, Optional.empty());
    try (Connection connection = pool.getConnection()) {
      int version = connection.getMetaData().getDatabaseMajorVersion();
      if (version < 15) {
        throw new DatabaseUnavailable(
            "The database at %s is PostgreSQL %d; Gaung needs 15 or newer."
                .formatted(address.shown(), version));
      }
      return database;
    } catch (SQLException refused) {
      database.close();
      throw new DatabaseUnavailable(
          "The database at %s cannot be reached: %s"
              .formatted(address.shown(), oneLine(String.valueOf(refused.getMessage()))),
          refused);
    } catch (DatabaseUnavailable old) {
      database.close();
      throw old;
    }
  }

  private static ManagedDataSource pool(
      String url, String user, String password, int size, MetricRegistry metrics) {
    DataSourceFactory factory = new DataSourceFactory();
    factory.setDriverClass("org.postgresql.Driver");
    factory.setUrl(url);
    factory.setUser(user);
    factory.setPassword(password);
    factory.setInitialSize(0);
    factory.setMinSize(2);
    factory.setMaxSize(size);
    factory.setMaxWaitForConnection(Duration.seconds(20));
    factory.setCheckConnectionOnBorrow(true);
    factory.setValidationInterval(Duration.seconds(10));
    factory.setValidationQueryTimeout(Duration.seconds(5));
    factory.setRollbackOnReturn(true);
    // Multi-row inserts in one round trip, and a name to see in pg_stat_activity. No wait is
    // without
    // a limit: a server that hangs keeps its connections open, and whoever waits would wait for
    // ever; a lock that is not given is an error after half a minute.
    factory.setProperties(
        Map.of(
            "reWriteBatchedInserts", "true",
            "ApplicationName", "gaung",
            "connectTimeout", "5",
            "socketTimeout", String.valueOf(ANSWER_WITHIN.toSeconds()),
            "tcpKeepAlive", "true",
            "options", "-c lock_timeout=30s"));
    return factory.build(metrics, "database");
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }

  public ManagedDataSource dataSource() {
    return pool;
  }

  public Jdbi jdbi() {
    return jdbi;
  }

  public Transactions transactions() {
    return transactions;
  }

  /** Throws away everything in it: practice data to be made anew. */
  public void wipe() {
    jdbi.useHandle(handle -> handle.execute("drop schema public cascade; create schema public"));
  }

  /** Closes the pool, then stops the embedded server. */
  @Override
  public void close() {
    try {
      pool.stop();
    } catch (Exception failed) {
      LoggerFactory.getLogger(Database.class).warn("The connection pool did not close", failed);
    }
    server.ifPresent(EmbeddedPostgres::close);
  }
}
