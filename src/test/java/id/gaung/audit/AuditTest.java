package id.gaung.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.gaung.db.JdbiSetup;
import id.gaung.db.TestDatabase;
import id.gaung.db.Transactions;
import id.gaung.kernel.Actor;
import id.gaung.kernel.TestClock;
import id.gaung.kernel.Trace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("database")
class AuditTest {

  private static final UUID SUBJECT = UUID.fromString("01890000-0000-7000-8000-000000000001");
  private static final Actor BY = Actor.system("test");

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.create();

  private final Jdbi jdbi = JdbiSetup.on(DATABASE.dataSource());
  private final Transactions transactions = new Transactions(jdbi);
  private final Audit audit =
      new Audit(jdbi, transactions, TestClock.at("2026-11-24T01:02:03.123456789Z"));

  @BeforeEach
  void an_empty_log() {
    tamper("truncate audit_event; update audit_head set seq = 0, hash = repeat('0', 64)");
  }

  @Test
  void what_a_walk_found_is_known_to_every_node_and_not_found_again_within_a_day() {
    record(2);
    audit.verify();
    TestClock later = TestClock.at("2026-11-24T20:00:00Z");
    Audit other = new Audit(jdbi, transactions, later);
    assertThat(other.lastCheck().orElseThrow().found())
        .isEqualTo(new Verification(2, Optional.empty()));
    record(1);
    other.verifyUnlessWithin(Duration.ofDays(1));
    assertThat(other.lastCheck().orElseThrow().found().rows())
        .as("it was walked today")
        .isEqualTo(2);
    tamper("update audit_event set actor_name = 'somebody else' where seq = 3");
    later.move(Duration.ofHours(6));
    other.verifyUnlessWithin(Duration.ofDays(1));
    assertThat(audit.lastCheck().orElseThrow())
        .isEqualTo(new Audit.Checked(later.instant(), new Verification(2, Optional.of(3L))));
  }

  @Test
  void a_row_says_who_did_what_to_which_thing_and_when() {
    Trace.begin(new Trace("request-1", "192.0.2.7"));
    try {
      transactions.run(
          () ->
              audit.record(
                  Change.of(BY, "campaign.approved", "campaign", SUBJECT).with("reason", "good")));
    } finally {
      Trace.end();
    }
    AuditEvent event = audit.about("campaign", SUBJECT).get(0);
    assertThat(event.seq()).isEqualTo(1);
    assertThat(event.at()).isEqualTo("2026-11-24T01:02:03.123456Z");
    assertThat(event.actorKind()).isEqualTo("SYSTEM");
    assertThat(event.actorName()).isEqualTo("test");
    assertThat(event.action()).isEqualTo("campaign.approved");
    assertThat(event.details()).isEqualTo("{\"reason\":\"good\"}");
    assertThat(event.detail("reason")).contains("good");
    assertThat(event.detail("from")).isEmpty();
    assertThat(event.requestId()).isEqualTo("request-1");
    assertThat(event.address()).isEqualTo("192.0.2.7");
    assertThat(event.hash()).isEqualTo(event.expectedHash()).hasSize(64);
    assertThat(audit.verify()).isEqualTo(new Verification(1, Optional.empty()));
  }

  @Test
  void the_chain_of_many_threads_has_no_gap_and_holds() throws Exception {
    int threads = 8;
    int transactionsEach = 20;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        all.add(
            pool.submit(
                () -> {
                  for (int i = 0; i < transactionsEach; i++) {
                    record(1 + i % 3);
                  }
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      pool.shutdown();
    }
    // 20 transactions of 1, 2, 3, 1, 2, 3… rows: 39 a thread.
    long rows = threads * 39L;
    assertThat(numbers()).isEqualTo(LongStream.rangeClosed(1, rows).boxed().toList());
    assertThat(audit.verify()).isEqualTo(new Verification(rows, Optional.empty()));
    assertThat(audit.newest(1).total()).isEqualTo(rows);
    assertThat(audit.newest(1).rows().get(0).seq()).isEqualTo(rows);
  }

  @Test
  void a_changed_row_is_found() {
    record(5);
    tamper("update audit_event set actor_name = 'somebody else' where seq = 3");
    assertThat(audit.verify()).isEqualTo(new Verification(2, Optional.of(3L)));
  }

  @Test
  void a_changed_row_with_a_new_hash_of_its_own_breaks_the_next() {
    record(5);
    tamper("update audit_event set hash = repeat('1', 64) where seq = 3");
    assertThat(audit.verify().brokenAt()).contains(3L);
    tamper("update audit_event set details = '{\"a\":\"b\"}' where seq = 3");
    AuditEvent forged =
        audit.about("campaign", SUBJECT).stream()
            .filter(e -> e.seq() == 3)
            .findFirst()
            .orElseThrow();
    tamper("update audit_event set hash = '" + forged.expectedHash() + "' where seq = 3");
    assertThat(audit.verify()).isEqualTo(new Verification(3, Optional.of(4L)));
  }

  @Test
  void a_removed_row_is_found() {
    record(5);
    tamper("delete from audit_event where seq = 4");
    assertThat(audit.verify()).isEqualTo(new Verification(3, Optional.of(4L)));
  }

  @Test
  void removed_last_rows_are_found_by_the_head() {
    record(5);
    tamper("delete from audit_event where seq >= 4");
    assertThat(audit.verify()).isEqualTo(new Verification(3, Optional.of(4L)));
  }

  @Test
  void rows_put_into_another_order_are_found() {
    record(5);
    tamper(
        "update audit_event set seq = 99 where seq = 2; update audit_event set seq = 2 where seq ="
            + " 3; update audit_event set seq = 3 where seq = 99");
    assertThat(audit.verify()).isEqualTo(new Verification(1, Optional.of(2L)));
  }

  @Test
  void an_added_row_is_found() {
    record(2);
    jdbi.useHandle(
        handle ->
            handle.execute(
                "insert into audit_event select 3, at, actor_kind, actor_id, actor_name, action,"
                    + " subject_type, subject_id, details, request_id, address, hash,"
                    + " repeat('2', 64) from audit_event where seq = 2"));
    // The head is 2: what lies beyond has not been chained, and the next record collides with it.
    assertThat(audit.verify()).isEqualTo(new Verification(2, Optional.empty()));
    assertThatThrownBy(() -> record(1)).hasMessageContaining("audit_event_pkey");
  }

  @Test
  void a_transaction_that_is_rolled_back_leaves_no_row_and_no_gap() {
    record(1);
    assertThatThrownBy(
            () ->
                transactions.run(
                    () -> {
                      audit.record(change());
                      throw new IllegalArgumentException("no");
                    }))
        .isInstanceOf(IllegalArgumentException.class);
    record(1);
    assertThat(numbers()).containsExactly(1L, 2L);
    assertThat(audit.verify().holds()).isTrue();
  }

  @Test
  void a_change_outside_a_transaction_is_refused() {
    assertThatIllegalStateException().isThrownBy(() -> audit.record(change()));
    assertThat(numbers()).isEmpty();
  }

  @Test
  void the_database_itself_refuses_to_change_the_log() {
    record(2);
    for (String statement :
        List.of(
            "update audit_event set action = 'x'",
            "delete from audit_event where seq = 1",
            "truncate audit_event")) {
      assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(statement)))
          .as(statement)
          .hasMessageContaining("audit_event is append-only");
    }
    assertThat(audit.verify()).isEqualTo(new Verification(2, Optional.empty()));
  }

  @Test
  void an_empty_log_holds() {
    assertThat(audit.verify()).isEqualTo(new Verification(0, Optional.empty()));
  }

  private void record(int rows) {
    transactions.run(
        () -> {
          for (int i = 0; i < rows; i++) {
            audit.record(change());
          }
        });
  }

  private static Change change() {
    return Change.of(BY, "campaign.changed", "campaign", SUBJECT).with("name", "Kopi “Ulin”");
  }

  private List<Long> numbers() {
    return jdbi.withHandle(
        handle ->
            handle.select("select seq from audit_event order by seq").mapTo(Long.class).list());
  }

  /** As somebody with all rights over the database can. */
  private void tamper(String statement) {
    jdbi.useTransaction(
        handle -> {
          handle.execute("alter table audit_event disable trigger user");
          handle.execute(statement);
          handle.execute("alter table audit_event enable trigger user");
        });
  }
}
