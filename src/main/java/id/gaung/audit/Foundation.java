package id.gaung.audit;

import id.gaung.db.Transactions;
import id.gaung.kernel.Ids;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/** What every feature is built on; handed to each feature's wiring. */
public record Foundation(Jdbi jdbi, Transactions transactions, Audit audit, Ids ids, Clock clock) {}
