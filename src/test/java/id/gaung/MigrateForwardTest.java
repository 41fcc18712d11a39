package id.gaung;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.db.Migrations;
import id.gaung.db.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/**
 * An office that has worked for eight weeks is updated and finds everything again. {@code
 * practice-2026-11.zip} holds the tables of the practice office as the thirteen first migrations
 * left them, the last of which is now practice mode's (COPY text; of the engagement readings only
 * those of some posts).
 */
@Tag("database")
class MigrateForwardTest {

  private static final int OF_THEN = 12;

  @Test
  void an_office_of_november_2026_is_updated_and_loses_no_row() throws Exception {
    try (TestDatabase database = TestDatabase.empty()) {
      asOfThen(database);
      Map<String, Long> before = load(database);
      assertThat(before)
          .containsEntry("rendition", 288L)
          .containsEntry("weekly_report", 16L)
          .containsEntry("sandbox_account", 6L);

      Migrations.run(database.dataSource(), List.of(Practice.CHANGELOG));

      assertThat(count(database, before.keySet())).containsAllEntriesOf(before);
    }
  }

  @Test
  void a_real_office_of_then_loses_the_tables_of_practice_and_could_have_them_again()
      throws Exception {
    try (TestDatabase database = TestDatabase.empty()) {
      asOfThen(database);
      assertThat(practiceTables(database)).isEqualTo(10);

      Migrations.run(database.dataSource());
      assertThat(practiceTables(database)).isZero();

      Migrations.run(database.dataSource(), List.of(Practice.CHANGELOG));
      assertThat(practiceTables(database)).isEqualTo(10);
      Migrations.run(database.dataSource());
      assertThat(practiceTables(database)).isEqualTo(10);
    }
  }

  @Test
  void a_practice_office_that_was_cut_off_before_its_first_account_starts() throws Exception {
    try (TestDatabase database = TestDatabase.empty()) {
      asOfThen(database);
      Migrations.run(database.dataSource(), List.of(Practice.CHANGELOG));
      assertThat(practiceTables(database)).isEqualTo(10);
    }
  }

  private static void asOfThen(TestDatabase database) throws Exception {
    migrate(database, Migrations.CHANGELOG, l -> l.update(OF_THEN, new Contexts(), null));
    migrate(database, Practice.CHANGELOG, l -> l.update(1, new Contexts(), null));
  }

  private static int practiceTables(TestDatabase database) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        var answer =
            statement.executeQuery(
                "select count(*) from pg_tables where starts_with(tablename, 'sandbox_')")) {
      answer.next();
      return answer.getInt(1);
    }
  }

  private interface Work {
    void on(Liquibase liquibase) throws Exception;
  }

  private static void migrate(TestDatabase database, String changelog, Work work) throws Exception {
    // In a scope of its own: Liquibase remembers in a scope what it saw of the database.
    liquibase.Scope.child(
        "forward",
        null,
        () -> {
          try (Liquibase liquibase =
              new Liquibase(
                  changelog,
                  new ClassLoaderResourceAccessor(),
                  new JdbcConnection(database.dataSource().getConnection()))) {
            work.on(liquibase);
          }
        });
  }

  /** Rows by table. */
  private static Map<String, Long> load(TestDatabase database) throws SQLException, IOException {
    Map<String, Long> rows = new LinkedHashMap<>();
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        InputStream file = MigrateForwardTest.class.getResourceAsStream("/practice-2026-11.zip");
        ZipInputStream tables = new ZipInputStream(file)) {
      connection.setAutoCommit(false);
      // The tables come by name, so that references and triggers have to wait.
      statement.execute("set session_replication_role = replica");
      for (ZipEntry entry = tables.getNextEntry(); entry != null; entry = tables.getNextEntry()) {
        String table = entry.getName().replace(".copy", "");
        statement.execute("delete from " + table);
        rows.put(
            table,
            connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " from stdin", new KeptOpen(tables)));
      }
      statement.execute("set session_replication_role = origin");
      connection.commit();
    }
    return rows;
  }

  /** COPY closes what it has read; the next table is in the same file. */
  private static final class KeptOpen extends java.io.FilterInputStream {
    KeptOpen(InputStream in) {
      super(in);
    }

    @Override
    public void close() {}
  }

  private static Map<String, Long> count(TestDatabase database, Iterable<String> tables)
      throws SQLException {
    Map<String, Long> rows = new LinkedHashMap<>();
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : tables) {
        try (var answer = statement.executeQuery("select count(*) from " + table)) {
          answer.next();
          rows.put(table, answer.getLong(1));
        }
      }
    }
    return rows;
  }
}
