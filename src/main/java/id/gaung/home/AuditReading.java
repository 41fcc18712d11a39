package id.gaung.home;

import id.gaung.audit.Audit;
import id.gaung.audit.AuditEvent;
import id.gaung.kernel.Page;

/** The audit log as it is read. */
final class AuditReading {

  private AuditReading() {}

  /** Newest first; page numbers below 1 count as 1. */
  static Page<AuditLine> newest(Audit audit, int page) {
    int number = Math.max(1, page);
    Page<AuditEvent> events = audit.newest(number);
    return new Page<>(
        events.rows().stream().map(AuditLine::of).toList(), number, events.size(), events.total());
  }
}
