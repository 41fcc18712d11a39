package id.gaung.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/**
 * Brings a database to the schema this build expects. Liquibase costs about two seconds even with
 * nothing to do, so the digest of a changelog with all its change sets is kept in the database and
 * an equal digest skips it.
 */
public final class Migrations {

  /** The product's. */
  public static final String CHANGELOG = "migrations/changelog.xml";

  private static final Pattern INCLUDED = Pattern.compile("file=\"(migrations/[^\"]+)\"");

  private Migrations() {}

  /** The product's alone. */
  public static void run(DataSource dataSource) {
    run(dataSource, List.of());
  }

  /**
   * The product's, then others. Safe to run on several nodes at once: Liquibase holds a lock in the
   * database.
   *
   * @param others changelogs on the class path, in their order
   */
  public static void run(DataSource dataSource, List<String> others) {
    try {
      bringUpToDate(dataSource, CHANGELOG);
      for (String other : others) {
        bringUpToDate(dataSource, other);
      }
    } catch (SQLException | LiquibaseException failed) {
      throw new DatabaseUnavailable(
          "The database schema could not be brought up to date: " + failed.getMessage(), failed);
    }
  }

  private static void bringUpToDate(DataSource dataSource, String changelog)
      throws SQLException, LiquibaseException {
    String digest = digest(changelog);
    if (!recorded(dataSource, digest)) {
      updateWithoutLimit(dataSource, changelog);
      record(dataSource, changelog, digest);
    }
  }

  /** A migration of years of data may take longer than any statement of a page may. */
  private static void updateWithoutLimit(DataSource dataSource, String changelog)
      throws SQLException, LiquibaseException {
    try (Connection connection = dataSource.getConnection()) {
      int limit = connection.getNetworkTimeout();
      connection.setNetworkTimeout(Runnable::run, 0);
      update(connection, changelog);
      connection.setNetworkTimeout(Runnable::run, limit);
    }
  }

  /** Applies every change set, without the shortcut. The connection stays open. */
  static void update(Connection connection, String changelog) throws LiquibaseException {
    // A city office does not report home.
    System.setProperty("liquibase.analytics.enabled", "false");
    try (Liquibase liquibase =
        new Liquibase(changelog, new ClassLoaderResourceAccessor(), new KeptOpen(connection))) {
      liquibase.setShowSummary(UpdateSummaryEnum.OFF);
      // Into the log instead of onto the console, where a command prints its result.
      Scope.child(Scope.Attr.ui, new LoggerUIService(), () -> liquibase.update(new Contexts()));
    } catch (LiquibaseException failed) {
      throw failed;
    } catch (Exception failed) {
      throw new LiquibaseException(failed);
    }
  }

  /** Liquibase closes what it is given; the pool's connection has its limit to get back first. */
  private static final class KeptOpen extends JdbcConnection {
    KeptOpen(Connection connection) {
      super(connection);
    }

    @Override
    public void close() {}
  }

  private static boolean recorded(DataSource dataSource, String digest) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        var exists =
            connection.prepareStatement("select to_regclass('public.schema_digest') is not null");
        var answer = exists.executeQuery()) {
      if (!answer.next() || !answer.getBoolean(1)) {
        return false;
      }
    }
    try (Connection connection = dataSource.getConnection();
        var same = connection.prepareStatement("select 1 from schema_digest where digest = ?")) {
      same.setString(1, digest);
      try (var answer = same.executeQuery()) {
        return answer.next();
      }
    }
  }

  private static void record(DataSource dataSource, String changelog, String digest)
      throws SQLException {
    try (Connection connection = dataSource.getConnection();
        var create =
            connection.prepareStatement(
                "create table if not exists schema_digest (digest text primary key)");
        // Those of before knew one changelog and did not name it.
        var clear =
            connection.prepareStatement(
                "delete from schema_digest where starts_with(digest, ?) or strpos(digest, ' ') = 0");
        var insert =
            connection.prepareStatement(
                "insert into schema_digest values (?) on conflict do nothing")) {
      create.execute();
      clear.setString(1, changelog + " ");
      clear.execute();
      insert.setString(1, digest);
      insert.execute();
    }
  }

  /** The changelog's name and the digest of all it includes. */
  private static String digest(String changelog) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] list = read(changelog);
      sha.update(list);
      for (String file : included(new String(list, StandardCharsets.UTF_8))) {
        sha.update(read(file));
      }
      return changelog + " " + HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static List<String> included(String changelog) {
    return INCLUDED.matcher(changelog).results().map(m -> m.group(1)).toList();
  }

  private static byte[] read(String resource) {
    try (InputStream in = Migrations.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing on the class path: " + resource);
      }
      return in.readAllBytes();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
