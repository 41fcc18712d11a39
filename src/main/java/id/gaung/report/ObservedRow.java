package id.gaung.report;

import id.gaung.platform.Metric;
import java.time.Instant;
import java.util.UUID;

/** The last valid value of a metric before the end of some week. */
public record ObservedRow(UUID renditionId, Metric metric, Instant observedAt, long value) {}
