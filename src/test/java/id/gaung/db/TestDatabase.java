package id.gaung.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of its own for a test class, with all migrations applied: a clone of a template in the
 * one PostgreSQL of the test JVM, which promises no durability. Usable as a plain object or, to be
 * dropped after the class, as {@code @RegisterExtension static final TestDatabase DATABASE =
 * TestDatabase.create()}.
 */
public final class TestDatabase implements AfterAllCallback, AutoCloseable {
  private static final String CHANGELOG = "migrations/changelog.xml";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String name;

  private TestDatabase(String name) {
    this.name = name;
  }

  /** A fresh database with the product's migrations. */
  public static TestDatabase create() {
    return cloneOf(Migrated.TEMPLATE);
  }

  /** A fresh database without any table. */
  public static TestDatabase empty() {
    return cloneOf("template0");
  }

  /** A fresh database prepared by the caller, for instance to serve as a template of its own. */
  public static TestDatabase prepared(Consumer<DataSource> preparation) {
    TestDatabase database = empty();
    preparation.accept(database.dataSource());
    return database;
  }

  /** Another fresh database with what this one holds; nobody may be connected to this one. */
  public TestDatabase copy() {
    return cloneOf(name);
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://localhost:" + Server.RUNNING.getPort() + "/" + name;
  }

  public String user() {
    return "postgres";
  }

  /** Not asked for by the server, but configurations want one. */
  public String password() {
    return "postgres";
  }

  /** Opens a connection for each request; nothing to close. */
  public DataSource dataSource() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(jdbcUrl());
    source.setUser(user());
    source.setPassword(password());
    return source;
  }

  /** Drops the database and cuts what is still connected. */
  @Override
  public void close() {
    onServer("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
  }

  @Override
  public void afterAll(ExtensionContext context) {
    close();
  }

  private static TestDatabase cloneOf(String template) {
    String name = "test_" + COUNT.incrementAndGet();
    // Copying files and not the log: quicker here, where checkpoints write nothing to a disk.
    onServer("CREATE DATABASE " + name + " TEMPLATE " + template + " STRATEGY file_copy");
    return new TestDatabase(name);
  }

  private static void onServer(String sql) {
    try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static void migrate(DataSource source) {
    try (Connection connection = source.getConnection();
        Liquibase liquibase =
            new Liquibase(
                CHANGELOG, new ClassLoaderResourceAccessor(), new JdbcConnection(connection))) {
      liquibase.update("");
    } catch (SQLException | LiquibaseException e) {
      throw new IllegalStateException("The migrations do not run on an empty database", e);
    }
  }

  /** Made when the first test asks for a migrated database. */
  private static final class Migrated {
    static final String TEMPLATE = prepared(TestDatabase::migrate).name;
  }

  /** Ends with the JVM; zonky's own hook does so. */
  private static final class Server {
    static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setLocaleConfig("locale", "C")
            .setLocaleConfig("locale-provider", "builtin")
            .setLocaleConfig("builtin-locale", "C.UTF-8")
            .setServerConfig("fsync", "off")
            .setServerConfig("synchronous_commit", "off")
            .setServerConfig("full_page_writes", "off")
            .setServerConfig("wal_level", "minimal")
            .setServerConfig("max_wal_senders", "0")
            .setServerConfig("autovacuum", "off")
            .setServerConfig("max_connections", "300")
            .setServerConfig("timezone", "UTC")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
