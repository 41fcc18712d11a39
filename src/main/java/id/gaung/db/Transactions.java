package id.gaung.db;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Runs work in a database transaction. A call inside another one joins it: one command, one
 * transaction, however many facades it passes through. On-demand DAOs called by the work use the
 * transaction's connection. Any exception rolls everything back.
 */
public final class Transactions {

  private final Jdbi jdbi;

  // One per database and as long-lived as the application, so not static.
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable Scope> current = new ThreadLocal<>();

  public Transactions(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  public void run(Runnable work) {
    call(
        () -> {
          work.run();
          return true;
        });
  }

  public <T> T call(Supplier<T> work) {
    if (current.get() != null) {
      return work.get();
    }
    Scope scope = new Scope();
    current.set(scope);
    try {
      T result =
          jdbi.inTransaction(
              handle -> {
                T value = work.get();
                scope.runBeforeCommit();
                return value;
              });
      // The scope is closed before the followers run: what they do is no longer this transaction.
      current.remove();
      scope.afterCommit.forEach(Runnable::run);
      return result;
    } finally {
      current.remove();
    }
  }

  /**
   * The transaction of this thread keeps one object per key, made on first use; it is flushed as
   * the transaction's last statements, in the order in which the keys came. The audit chain is
   * written so, because its head is one row that everybody locks.
   *
   * @throws IllegalStateException outside a transaction
   */
  public <T extends LastStatements> T lastly(Class<T> key, Supplier<T> make) {
    Scope scope = scope();
    Optional<T> known = scope.last.stream().filter(key::isInstance).map(key::cast).findFirst();
    return known.orElseGet(
        () -> {
          T made = make.get();
          scope.last.add(made);
          return made;
        });
  }

  /**
   * Runs the action once the transaction has been committed, outside of it; not at all if it is
   * rolled back.
   *
   * @throws IllegalStateException outside a transaction
   */
  public void afterCommit(Runnable action) {
    scope().afterCommit.add(action);
  }

  private Scope scope() {
    Scope scope = current.get();
    if (scope == null) {
      throw new IllegalStateException("no transaction on this thread");
    }
    return scope;
  }

  /** What a transaction does last of all. */
  public interface LastStatements {
    void flush();
  }

  private static final class Scope {
    private final List<LastStatements> last = new ArrayList<>();
    private final List<Runnable> afterCommit = new ArrayList<>();

    private void runBeforeCommit() {
      last.forEach(LastStatements::flush);
    }
  }
}
