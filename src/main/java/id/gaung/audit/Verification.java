package id.gaung.audit;

import id.gaung.audit.Audit.AuditHead;
import java.util.Iterator;
import java.util.Optional;

/**
 * What walking the chain found.
 *
 * @param rows rows that hold
 * @param brokenAt the first row that does not: changed, missing or out of order; empty if all hold
 */
public record Verification(long rows, Optional<Long> brokenAt) {

  private static final String START = "0".repeat(64);

  static Verification of(Iterator<AuditEvent> events, AuditHead head) {
    String previous = START;
    long seq = 0;
    while (events.hasNext()) {
      AuditEvent event = events.next();
      boolean holds =
          event.seq() == seq + 1
              && event.prevHash().equals(previous)
              && event.hash().equals(event.expectedHash());
      if (!holds) {
        return new Verification(seq, Optional.of(seq + 1));
      }
      previous = event.hash();
      seq = event.seq();
    }
    boolean whole = seq == head.seq() && previous.equals(head.hash());
    return new Verification(seq, whole ? Optional.empty() : Optional.of(seq + 1));
  }

  public boolean holds() {
    return brokenAt.isEmpty();
  }
}
