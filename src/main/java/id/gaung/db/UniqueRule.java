package id.gaung.db;

import id.gaung.kernel.Problem;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jdbi.v3.core.statement.StatementException;

/** A unique index as the judge of who came first: no question beforehand can be. */
public final class UniqueRule {

  private static final String UNIQUE_VIOLATION = "23505";

  private UniqueRule() {}

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
