package id.gaung.report;

/** One measure of the whole week. */
public record MetricLine(Measure measure, Totals totals, Comparison comparison) {}
