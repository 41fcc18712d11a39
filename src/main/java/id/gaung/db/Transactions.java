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

  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable Runnable> mark = new ThreadLocal<>();

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
                scope.runBeforeCommit(mark.get());
                return value;
              });
      if (scope.changed()) {
        mark.remove();
      }
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

  /**
   * The next transaction of this thread that changes something, which is one with last statements,
   * runs this too as part of itself, before those; later ones do not. What it throws rolls the
   * transaction back. It stands until then or until {@link #unmark}, in place of an earlier one.
   */
  public void markFirstChange(Runnable statements) {
    mark.set(statements);
  }

  /** Nothing is marked on this thread any more. */
  public void unmark() {
    mark.remove();
  }

  /**
   * Does something that is not yet the command and may be done again, such as keeping the file that
   * came with a form: it is not what {@link #markFirstChange} waits for.
   */
  public <T> T beforehand(Supplier<T> work) {
    Runnable waiting = mark.get();
    mark.remove();
    try {
      return work.get();
    } finally {
      if (waiting != null) {
        mark.set(waiting);
      }
    }
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

    private boolean changed() {
      return !last.isEmpty();
    }

    private void runBeforeCommit(@Nullable Runnable mark) {
      if (mark != null && changed()) {
        mark.run();
      }
      last.forEach(LastStatements::flush);
    }
  }
}
