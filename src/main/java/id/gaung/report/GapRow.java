package id.gaung.report;

import id.gaung.platform.Figure;
import id.gaung.platform.Metric;
import java.util.UUID;

/** Why the last reading of a metric before the cut gave no value. */
public record GapRow(UUID renditionId, Metric metric, Figure.Gap gap) {}
