package id.gaung.db;

import id.gaung.kernel.Problem;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.statement.StatementException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** A unique index as the judge of who came first: no question beforehand can be. */
public final class UniqueRule {

  private static final String UNIQUE_VIOLATION = "23505";

  private UniqueRule() {}

  /**
   * The same where a write may break several rules.
   *
   * @param taken the problem of the unique index of that name
   */
  public static <T> T callNamed(Supplier<T> write, Function<String, Problem> taken) {
    try {
      return write.get();
    } catch (StatementException failed) {
      throw broken(failed.getCause()).map(taken).map(RuntimeException.class::cast).orElse(failed);
    }
  }

  /** The name of the unique index that was broken; a batch holds its failure within another. */
  private static Optional<String> broken(@Nullable Throwable failed) {
    for (Throwable t = failed; t != null; t = within(t)) {
      if (t instanceof PSQLException sql
          && UNIQUE_VIOLATION.equals(sql.getSQLState())
          && sql.getServerErrorMessage() != null) {
        return Optional.ofNullable(sql.getServerErrorMessage().getConstraint());
      }
    }
    return Optional.empty();
  }

  private static @Nullable Throwable within(Throwable t) {
    return t instanceof SQLException sql && sql.getNextException() != null
        ? sql.getNextException()
        : t.getCause();
  }

  /**
   * Runs a write; if it breaks a unique index, refuses with the problem. The transaction is lost
   * then, as it is with every refusal.
   */
  public static <T> T call(Supplier<T> write, Supplier<Problem> taken) {
    try {
      return write.get();
    } catch (StatementException failed) {
      if (failed.getCause() instanceof SQLException sql
          && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
        throw taken.get();
      }
      throw failed;
    }
  }
}
