package id.gaung.report;

import java.time.Instant;

/** A version of a report without its document, for lists. */
public record ReportLine(
    String week, int version, ReportState state, Instant cutAt, Instant madeAt, String sha256) {}
