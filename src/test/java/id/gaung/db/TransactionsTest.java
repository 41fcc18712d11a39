package id.gaung.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("database")
class TransactionsTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  private final Jdbi jdbi = JdbiSetup.on(DATABASE.dataSource());
  private final Transactions transactions = new Transactions(jdbi);
  private final Notes notes = jdbi.onDemand(Notes.class);
  private final List<String> told = new ArrayList<>();

  @BeforeEach
  void an_empty_table() {
    jdbi.useHandle(
        handle -> handle.execute("drop table if exists note; create table note (text text)"));
  }

  @Test
  void a_call_inside_a_transaction_joins_it() {
    transactions.run(
        () -> {
          long outer = notes.transactionId();
          notes.add("outer");
          long inner =
              transactions.call(
                  () -> {
                    notes.add("inner");
                    return notes.transactionId();
                  });
          assertThat(inner).isEqualTo(outer);
          assertThat(seenByOthers()).as("before the commit").isEmpty();
        });
    assertThat(seenByOthers()).containsExactly("outer", "inner");
  }

  /** A DAO is one object for all threads; whose transaction it is in is the thread's affair. */
  @Test
  void two_threads_that_share_a_dao_are_in_two_transactions() {
    transactions.run(
        () -> {
          notes.add("mine");
          long other =
              CompletableFuture.supplyAsync(
                      () -> {
                        assertThat(notes.all()).as("not committed yet").isEmpty();
                        return notes.transactionId();
                      })
                  .orTimeout(30, TimeUnit.SECONDS)
                  .join();
          assertThat(notes.transactionId()).isNotEqualTo(other);
          assertThat(notes.all()).containsExactly("mine");
        });
    assertThat(notes.all()).containsExactly("mine");
  }

  @Test
  void a_dao_that_failed_can_be_used_again() {
    jdbi.useHandle(handle -> handle.execute("alter table note add check (text <> 'bad')"));
    assertThatThrownBy(() -> notes.add("bad")).isInstanceOf(JdbiException.class);
    notes.add("good");
    assertThat(notes.all()).containsExactly("good");
  }

  @Test
  void an_exception_inside_rolls_everything_back() {
    assertThatThrownBy(
            () ->
                transactions.run(
                    () -> {
                      notes.add("outer");
                      transactions.run(
                          () -> {
                            notes.add("inner");
                            throw new IllegalArgumentException("no");
                          });
                    }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(seenByOthers()).isEmpty();
  }

  @Test
  void followers_run_after_the_commit_in_their_order_and_outside_of_it() {
    transactions.run(
        () -> {
          transactions.run(() -> transactions.afterCommit(() -> told.add("first")));
          transactions.afterCommit(() -> told.add("second saw " + seenByOthers()));
          transactions.afterCommit(
              () ->
                  assertThatIllegalStateException()
                      .isThrownBy(() -> transactions.afterCommit(() -> {})));
          notes.add("a");
          assertThat(told).as("the inner call is not the end").isEmpty();
        });
    assertThat(told).containsExactly("first", "second saw [a]");
  }

  @Test
  void a_follower_may_begin_a_transaction_of_its_own() {
    transactions.run(
        () -> transactions.afterCommit(() -> transactions.run(() -> notes.add("afterwards"))));
    assertThat(seenByOthers()).containsExactly("afterwards");
  }

  @Test
  void nobody_is_told_of_what_was_rolled_back() {
    assertThatThrownBy(
            () ->
                transactions.run(
                    () -> {
                      transactions.afterCommit(() -> told.add("committed"));
                      throw new IllegalArgumentException("no");
                    }))
        .isInstanceOf(IllegalArgumentException.class);
    transactions.run(() -> {});
    assertThat(told).isEmpty();
  }

  @Test
  void the_last_statements_come_last_once_each_in_the_order_of_their_first_use() {
    transactions.run(
        () -> {
          transactions.run(() -> transactions.lastly(First.class, First::new).text = "first");
          transactions.lastly(Second.class, Second::new);
          transactions.lastly(First.class, First::new).text += " again";
          notes.add("work");
        });
    assertThat(seenByOthers()).containsExactly("work", "first again", "second");
    transactions.run(() -> notes.add("next"));
    assertThat(seenByOthers()).as("nothing is left for the next transaction").hasSize(4);
  }

  @Test
  void if_the_last_statements_fail_nothing_is_committed() {
    assertThatThrownBy(
            () ->
                transactions.run(
                    () -> {
                      notes.add("work");
                      transactions.afterCommit(() -> told.add("committed"));
                      transactions.lastly(Failing.class, Failing::new);
                    }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(seenByOthers()).isEmpty();
    assertThat(told).isEmpty();
  }

  @Test
  void the_first_change_of_this_thread_carries_the_mark_and_no_other_transaction_does() {
    transactions.markFirstChange(() -> notes.add("mark"));
    transactions.run(notes::all);
    transactions.beforehand(() -> changed("photo"));
    assertThat(CompletableFuture.supplyAsync(() -> changed("elsewhere")).join()).isTrue();
    assertThat(seenByOthers()).containsExactly("photo", "elsewhere");
    assertThatThrownBy(
            () ->
                transactions.run(
                    () -> {
                      changed("refused");
                      throw new IllegalArgumentException("no");
                    }))
        .isInstanceOf(IllegalArgumentException.class);
    changed("first");
    changed("second");
    transactions.markFirstChange(() -> notes.add("never"));
    transactions.unmark();
    changed("third");
    assertThat(seenByOthers())
        .containsExactly("photo", "elsewhere", "mark", "first", "second", "third");
  }

  @Test
  void a_mark_that_fails_rolls_the_change_back_and_stands_for_the_next() {
    transactions.markFirstChange(
        () -> {
          throw new IllegalArgumentException("overtaken");
        });
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> changed("first")).isInstanceOf(IllegalArgumentException.class);
    }
    transactions.unmark();
    assertThat(seenByOthers()).isEmpty();
  }

  /** A transaction that changes something, as the audit log's last statements show. */
  private boolean changed(String text) {
    return transactions.call(
        () -> {
          transactions.lastly(First.class, First::new).text = text;
          return true;
        });
  }

  @Test
  void outside_a_transaction_there_is_nothing_to_follow() {
    assertThatIllegalStateException().isThrownBy(() -> transactions.afterCommit(() -> {}));
    assertThatIllegalStateException()
        .isThrownBy(() -> transactions.lastly(First.class, First::new));
  }

  private List<String> seenByOthers() {
    return JdbiSetup.on(DATABASE.dataSource())
        .withHandle(handle -> handle.select("select text from note").mapTo(String.class).list());
  }

  interface Notes {
    @SqlUpdate("insert into note (text) values (:text)")
    void add(String text);

    @SqlQuery("select text from note")
    List<String> all();

    @SqlQuery("select txid_current()")
    long transactionId();
  }

  private final class First implements Transactions.LastStatements {
    private String text = "";

    @Override
    public void flush() {
      notes.add(text);
    }
  }

  private final class Second implements Transactions.LastStatements {
    @Override
    public void flush() {
      notes.add("second");
    }
  }

  private static final class Failing implements Transactions.LastStatements {
    @Override
    public void flush() {
      throw new IllegalArgumentException("no");
    }
  }
}
