package id.gaung;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.db.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rows that were written before plans, ends and contributions were kept get theirs. */
@Tag("database")
class OlderRowsTest {

  private static final int BEFORE = 12;
  private static final String ROWS =
      """
      insert into person (id, email, name, created_at) values
        ('00000000-0000-0000-0000-000000000001', 'a@example.org', 'Sari', now()),
        ('00000000-0000-0000-0000-000000000002', 'b@example.org', 'Budi', now());
      insert into campaign (id, name, goal, starts_on, ends_on, budget_rupiah, state, created_by,
        created_at, updated_at)
      values ('00000000-0000-0000-0000-000000000010', 'Kopi', 'g', '2026-11-01', '2026-12-01', 1,
        'ACTIVE', '00000000-0000-0000-0000-000000000001', now(), now());
      insert into brief_version (id, campaign_id, number, sections, sha256, created_by, created_at)
      values ('00000000-0000-0000-0000-000000000011', '00000000-0000-0000-0000-000000000010', 1,
        '{"summary": "aé", "review": "dua"}', '', '00000000-0000-0000-0000-000000000001', now());
      insert into channel (id, network, server, remote_id, handle, traits, label, state,
        connected_at)
      values ('00000000-0000-0000-0000-000000000020', 'BLUESKY', 's', 'r', 'h', '{}', 'l',
        'CONNECTED', '2026-12-01 10:00Z');
      insert into post (id, campaign_id, created_by, created_at)
      values ('00000000-0000-0000-0000-000000000030', '00000000-0000-0000-0000-000000000010',
        '00000000-0000-0000-0000-000000000001', now());
      insert into rendition (id, post_id, channel_id, text, due_at, state, created_at) values
        ('00000000-0000-0000-0000-000000000040', '00000000-0000-0000-0000-000000000030',
          '00000000-0000-0000-0000-000000000020', 't', '2026-12-02 10:00Z', 'CANCELLED',
          '2026-11-20 10:00Z');
      """;

  @Test
  void from_what_is_stored_and_what_the_log_says() throws Exception {
    try (TestDatabase database = TestDatabase.empty()) {
      Scope.child("before", null, () -> liquibase(database, l -> l.update(BEFORE, "")));
      run(database, ROWS);
      log(database, 1, "channel.connected", "channel", 20, "{}", "2026-10-01 10:00Z", 1);
      log(database, 2, "channel.reconnected", "channel", 20, "{}", "2026-12-01 10:00Z", 1);
      String composed =
          "{\"channel\":\"x\",\"dueAt\":\"2026-11-25T10:00:00Z\",\"to\":\"SCHEDULED\"}";
      log(database, 3, "rendition.scheduled", "rendition", 40, composed, "2026-11-20 10:00Z", 1);
      String moved = "{\"from\":\"2026-11-25T10:00:00Z\",\"to\":\"2026-12-02T10:00:00Z\"}";
      log(database, 4, "rendition.moved", "rendition", 40, moved, "2026-11-25 09:00Z", 1);
      String off = "{\"from\":\"SCHEDULED\",\"to\":\"CANCELLED\",\"reason\":\"Hujan\"}";
      log(database, 5, "rendition.cancelled", "rendition", 40, off, "2026-12-01 09:00Z", 1);
      log(database, 6, "campaign.changed", "campaign", 10, "{}", "2026-11-01 09:00Z", 2);
      Scope.child("after", null, () -> liquibase(database, l -> l.update(new Contexts())));
      assertThat(
              all(
                  database,
                  "select kind || ' ' || coalesce(to_char(due_to, 'MM-DD'), '-') || ' '"
                      + " || coalesce(reason, '-') from rendition_plan order by id"))
          .containsExactly("PLANNED 11-25 -", "MOVED 12-02 -", "CANCELLED - Hujan");
      assertThat(all(database, "select ended_at at time zone 'UTC' from rendition"))
          .containsExactly("2026-12-01 09:00:00");
      assertThat(
              all(
                  database,
                  "select to_char(first_connected_at, 'MM-DD') || ' ' || connection from channel"))
          .containsExactly("10-01 2");
      assertThat(
              all(
                  database,
                  "select p.name || ' ' || c.subject_kind from contribution c"
                      + " join person p on p.id = c.person_id order by 1"))
          .containsExactly("Budi campaign", "Sari brief", "Sari campaign", "Sari post");
      assertThat(all(database, "select text from brief_version").get(0))
          .startsWith("summary 3\naé\nproducts 0\n\naudience 0\n")
          .contains("\nreview 3\ndua\n");
    }
  }

  private static void log(
      TestDatabase database,
      int seq,
      String action,
      String subject,
      int id,
      String details,
      String at,
      int person)
      throws SQLException {
    run(
        database,
        """
        insert into audit_event (seq, at, actor_kind, actor_id, actor_name, action, subject_type,
          subject_id, details, request_id, address, prev_hash, hash)
        values (%d, '%s', 'PERSON', '00000000-0000-0000-0000-00000000000%d', 'P', '%s', '%s',
          '00000000-0000-0000-0000-0000000000%d', '%s', '', '', '', '')
        """
            .formatted(seq, at, person, action, subject, id, details));
  }

  private interface Work {
    void on(Liquibase liquibase) throws Exception;
  }

  private static void liquibase(TestDatabase database, Work work) throws Exception {
    try (Liquibase liquibase =
        new Liquibase(
            "migrations/changelog.xml",
            new ClassLoaderResourceAccessor(),
            new JdbcConnection(database.dataSource().getConnection()))) {
      work.on(liquibase);
    }
  }

  private static void run(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> all(TestDatabase database, String sql) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = database.dataSource().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }
}
