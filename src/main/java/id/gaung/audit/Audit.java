package id.gaung.audit;

import id.gaung.audit.AuditEvent.Details;
import id.gaung.db.Transactions;
import id.gaung.kernel.Page;
import id.gaung.kernel.PageRequest;
import id.gaung.kernel.Trace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The audit log. */
public final class Audit {

  private final AuditDao dao;
  private final Transactions transactions;
  private final Clock clock;

  public Audit(Jdbi jdbi, Transactions transactions, Clock clock) {
    this.dao = jdbi.onDemand(AuditDao.class);
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Writes the change into the log as part of the current transaction; the row is chained when the
   * transaction is about to commit.
   *
   * @throws IllegalStateException outside a transaction: a change that is not committed with its
   *     row is a defect
   */
  public void record(Change change) {
    transactions.lastly(Pending.class, Pending::new).add(change);
  }

  /** The newest rows about one thing, newest first. */
  public List<AuditEvent> about(String subjectType, UUID subjectId) {
    return dao.about(subjectType, subjectId, 100);
  }

  /** The log, newest first. The total is the chain's length. */
  public Page<AuditEvent> newest(int page) {
    PageRequest asked = PageRequest.of(page);
    return asked.page(dao.newest(null, asked.size(), asked.offset()), dao.head().seq());
  }

  /** The rows that are sought, newest first. */
  public Page<AuditEvent> newest(Sought sought, int page) {
    PageRequest asked = PageRequest.of(page);
    return asked.page(dao.sought(sought, asked.size(), asked.offset()), dao.countSought(sought));
  }

  /**
   * Which rows are sought.
   *
   * @param actor who did it; anybody if null
   * @param subjectTypes of one of these kinds; of any if empty
   * @param from the first instant that counts
   * @param until the first that no longer does
   */
  public record Sought(
      @Nullable UUID actor, List<String> subjectTypes, Instant from, Instant until) {

    public Sought {
      subjectTypes = List.copyOf(subjectTypes);
    }
  }

  /**
   * Walks the whole chain and keeps what it found for {@link #lastCheck()}. Reads a snapshot:
   * writers are not stopped.
   */
  public Verification verify() {
    Verification found = walked();
    dao.keepCheck(clock.instant(), found.rows(), found.brokenAt().orElse(null));
    return found;
  }

  /** Walks the chain unless somebody did within this time. */
  public void verifyUnlessWithin(Duration time) {
    boolean checked =
        lastCheck().filter(last -> last.at().isAfter(clock.instant().minus(time))).isPresent();
    if (!checked) {
      verify();
    }
  }

  /** What the last walk found, whichever node made it; empty if there was none. */
  public Optional<Checked> lastCheck() {
    return dao.lastCheck()
        .map(row -> new Checked(row.at(), new Verification(row.held(), row.brokenAt())));
  }

  /** A walk of the chain. */
  public record Checked(Instant at, Verification found) {}

  private Verification walked() {
    return transactions.call(
        () -> {
          AuditHead head = dao.head();
          try (Stream<AuditEvent> events = dao.streamAll()) {
            return Verification.of(events.filter(e -> e.seq() <= head.seq()).iterator(), head);
          }
        });
  }

  private final class Pending implements Transactions.LastStatements {
    private final List<Change> changes = new ArrayList<>();

    void add(Change change) {
      changes.add(change);
    }

    @Override
    public void flush() {
      List<String> details = changes.stream().map(c -> Details.write(c.details())).toList();
      AuditHead head = dao.lockHead();
      long seq = head.seq();
      String hash = head.hash();
      List<AuditEvent> events = new ArrayList<>(changes.size());
      for (int i = 0; i < changes.size(); i++) {
        AuditEvent event = event(++seq, changes.get(i), details.get(i), hash);
        events.add(event);
        hash = event.hash();
      }
      dao.insert(events);
      dao.moveHead(seq, hash);
    }

    private AuditEvent event(long seq, Change change, String details, String prevHash) {
      Trace trace = Trace.current();
      return new AuditEvent(
              seq,
              clock.instant().truncatedTo(ChronoUnit.MICROS),
              change.by().kind().name(),
              change.by().id(),
              change.by().name(),
              change.action(),
              change.subjectType(),
              change.subjectId(),
              details,
              trace.requestId(),
              trace.address(),
              prevHash,
              "")
          .sealed();
    }
  }

  /** The end of the chain. */
  public record AuditHead(long seq, String hash) {}
}
