package id.gaung.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/** Asks a server on this machine whether it is ours, and makes Gaung's role and database there. */
record EmbeddedPostgresLogin(Path cluster, String password) {
  static final String SUPERUSER = "postgres";
  static final String USER = "gaung";
  static final String DATABASE = "gaung";

  enum Answer {
    /** It opens with our password and serves our cluster; role and database are there. */
    OURS,
    /** Nobody listens, or it is starting, recovering or shutting down. */
    NOT_YET,
    /** It refuses our password, or serves another cluster. */
    STRANGER
  }

  /** The quick question of every start: can Gaung work there? */
  Answer openGaung(int port) {
    try (Connection connection = connect(port, USER, DATABASE)) {
      return connection.isValid(5) ? Answer.OURS : Answer.NOT_YET;
    } catch (SQLException e) {
      // 3D000: no such database; 28xxx: no such role, which must not be told from a wrong password.
      return state(e).equals("3D000") || state(e).startsWith("28")
          ? openSuperuser(port)
          : Answer.NOT_YET;
    }
  }

  /** The thorough question before a server that was found running is adopted. */
  Answer openSuperuser(int port) {
    try (Connection connection = connect(port, SUPERUSER, "postgres")) {
      if (!servesOurCluster(connection)) {
        return Answer.STRANGER;
      }
      makeMissing(connection);
      return Answer.OURS;
    } catch (SQLException e) {
      return state(e).startsWith("28") ? Answer.STRANGER : Answer.NOT_YET;
    }
  }

  private boolean servesOurCluster(Connection connection) throws SQLException {
    Optional<String> directory = first(connection, "select current_setting('data_directory')");
    try {
      return directory.isPresent() && Files.isSameFile(Path.of(directory.get()), cluster);
    } catch (IOException e) {
      return false;
    }
  }

  // Gaung's role is no superuser: what slips into its SQL cannot reach files or programs.
  // The password is made of letters, digits, - and _, so it needs no escaping in the literal.
  private void makeMissing(Connection connection) throws SQLException {
    if (first(connection, "select 1 from pg_roles where rolname = '" + USER + "'").isEmpty()) {
      execute(connection, "CREATE ROLE " + USER + " LOGIN PASSWORD '" + password + "'");
    }
    if (first(connection, "select 1 from pg_database where datname = '" + DATABASE + "'")
        .isEmpty()) {
      execute(connection, "CREATE DATABASE " + DATABASE + " OWNER " + USER);
    }
  }

  private Connection connect(int port, String user, String database) throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(database);
    source.setUser(user);
    source.setPassword(password);
    source.setApplicationName("gaung start");
    source.setConnectTimeout(5);
    source.setSocketTimeout(30);
    return source.getConnection();
  }

  private static Optional<String> first(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String state(SQLException e) {
    return Optional.ofNullable(e.getSQLState()).orElse("");
  }
}
