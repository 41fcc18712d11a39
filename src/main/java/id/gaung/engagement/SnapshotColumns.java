package id.gaung.engagement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Snapshots as one list for each column, in the same order; an empty text stands for none. Bound as
 * arrays they are one statement with six parameters, however many rows there are.
 */
public record SnapshotColumns(
    List<UUID> renditionIds,
    List<String> metrics,
    List<String> values,
    List<String> gaps,
    List<String> observedAts,
    List<String> sources) {

  static SnapshotColumns of(Collection<Snapshot> snapshots) {
    SnapshotColumns columns = empty(snapshots.size());
    for (Snapshot one : snapshots) {
      columns.renditionIds.add(one.renditionId());
      columns.metrics.add(one.metric().name());
      columns.values.add(one.value().map(String::valueOf).orElse(""));
      columns.gaps.add(one.gap().map(Enum::name).orElse(""));
      columns.observedAts.add(one.observedAt().toString());
      columns.sources.add(one.source().name());
    }
    return columns;
  }

  private static SnapshotColumns empty(int rows) {
    return new SnapshotColumns(
        new ArrayList<>(rows),
        new ArrayList<>(rows),
        new ArrayList<>(rows),
        new ArrayList<>(rows),
        new ArrayList<>(rows),
        new ArrayList<>(rows));
  }
}
