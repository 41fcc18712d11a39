package id.gaung.engagement;

import id.gaung.platform.Figure;
import id.gaung.platform.Metric;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * @param counts the newest known value of each metric, in the order of {@link Metric}
 * @param figures every formula with its value, empty where an input is missing
 * @param readings one row per reading, newest first
 * @param hidden whether it stands on its account but its network does not show it
 */
public record EngagementPage(
    PostEngagement post,
    Map<Metric, Snapshot> counts,
    List<NamedFigure> figures,
    List<ReadingRow> readings,
    boolean hidden,
    boolean mayAct) {

  /** A formula and what it gives for this post. */
  public record NamedFigure(String key, Optional<BigDecimal> value, boolean percent) {}

  /** All metrics as found at one instant. */
  public record ReadingRow(Instant at, Map<Metric, Snapshot> figures) {}

  /** Why the newest reading has no value of the metric; empty if it has, or nothing was read. */
  public Optional<Figure.Gap> gap(Metric metric) {
    return readings.stream()
        .findFirst()
        .map(row -> row.figures().get(metric))
        .flatMap(Snapshot::gap);
  }

  static EngagementPage of(PostEngagement post, boolean hidden, boolean mayAct) {
    Map<Metric, Snapshot> counts = new EnumMap<>(Metric.class);
    post.last().forEach(snapshot -> counts.put(snapshot.metric(), snapshot));
    List<NamedFigure> figures =
        Formulas.ALL.stream()
            .map(f -> new NamedFigure(f.key(), f.of(post.figures()), !f.key().startsWith("cost")))
            .toList();
    Map<Instant, Map<Metric, Snapshot>> byTime = new LinkedHashMap<>();
    post.readings()
        .forEach(
            snapshot ->
                byTime
                    .computeIfAbsent(snapshot.observedAt(), at -> new EnumMap<>(Metric.class))
                    .put(snapshot.metric(), snapshot));
    List<ReadingRow> rows = new ArrayList<>();
    byTime.forEach((at, found) -> rows.add(new ReadingRow(at, found)));
    return new EngagementPage(post, counts, figures, rows, hidden, mayAct);
  }
}
