package id.gaung.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.tomcat.jdbc.pool.PoolProperties;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of its own for a test class, with the migrations applied: a clone of a template in the
 * one PostgreSQL of the test JVM. Usable as a plain object or, to be dropped after the class, as
 * {@code @RegisterExtension static final TestDatabase DATABASE = TestDatabase.create()}.
 */
public final class TestDatabase implements AfterAllCallback, AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String name;
  private org.apache.tomcat.jdbc.pool.DataSource pool;

  private TestDatabase(String name) {
    this.name = name;
  }

  /** A fresh database with the product's migrations. */
  public static TestDatabase create() {
    return cloneOf(TestPostgres.MIGRATED);
  }

  /** A fresh database with the migrations of practice mode as well. */
  public static TestDatabase withPractice() {
    return cloneOf(TestPostgres.PRACTICE);
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
    disconnect();
    return cloneOf(name);
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://localhost:" + Server.RUNNING.getPort() + "/" + name;
  }

  public String user() {
    return TestPostgres.USER;
  }

  /** Not asked for by the server, but configurations want one. */
  public String password() {
    return "postgres";
  }

  /** Keeps some connections for the next who asks, as in production; nothing to close. */
  public synchronized DataSource dataSource() {
    if (pool == null) {
      PGSimpleDataSource source = new PGSimpleDataSource();
      source.setUrl(jdbcUrl());
      source.setUser(user());
      source.setPassword(password());
      // As the product opens it: the driver then does not count what each of many inserts did.
      source.setReWriteBatchedInserts(true);
      PoolProperties settings = new PoolProperties();
      settings.setDataSource(source);
      settings.setInitialSize(0);
      settings.setMinIdle(0);
      settings.setMaxIdle(8);
      settings.setMaxActive(100);
      settings.setDefaultAutoCommit(true);
      settings.setJdbcInterceptors("ConnectionState");
      settings.setRollbackOnReturn(true);
      pool = new org.apache.tomcat.jdbc.pool.DataSource(settings);
    }
    return pool;
  }

  private synchronized void disconnect() {
    if (pool != null) {
      pool.close(true);
      pool = null;
    }
  }

  /** Drops the database and cuts what is still connected. */
  @Override
  public void close() {
    disconnect();
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

  /** Started when the first test asks for a database. */
  private static final class Server {
    static final EmbeddedPostgres RUNNING = TestPostgres.start();
  }
}
