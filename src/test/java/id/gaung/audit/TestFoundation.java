package id.gaung.audit;

import id.gaung.db.JdbiSetup;
import id.gaung.db.TestDatabase;
import id.gaung.db.Transactions;
import id.gaung.db.UuidV7Ids;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/** What a feature is built on, over a test's own database. */
public final class TestFoundation {

  private TestFoundation() {}

  public static Foundation on(TestDatabase database, Clock clock) {
    Jdbi jdbi = JdbiSetup.on(database.dataSource());
    Transactions transactions = new Transactions(jdbi);
    return new Foundation(
        jdbi, transactions, new Audit(jdbi, transactions, clock), new UuidV7Ids(), clock);
  }
}
