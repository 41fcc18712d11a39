package id.gaung.report;

import id.gaung.kernel.Network;
import id.gaung.report.ReportInputs.FollowerEndsRow;
import id.gaung.report.ReportInputs.FollowerReadingRow;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A channel's followers at both ends of the week.
 *
 * @param atStart the last count at or before the week's start, at most 72 hours old
 * @param atEnd the same for its end
 * @param readings all counts from 72 hours before the week to its end, the oldest first
 */
public record FollowerLine(
    UUID channelId,
    String channel,
    Network network,
    Optional<Long> atStart,
    Optional<Long> atEnd,
    List<FollowerReading> readings) {

  public FollowerLine {
    // The first documents have both ends and no readings.
    readings = List.copyOf(Objects.requireNonNullElse(readings, List.of()));
  }

  static FollowerLine of(FollowerEndsRow ends, List<FollowerReadingRow> all) {
    return new FollowerLine(
        ends.channelId(),
        ends.channel(),
        ends.network(),
        ends.atStart(),
        ends.atEnd(),
        all.stream()
            .filter(row -> row.channelId().equals(ends.channelId()))
            .map(row -> new FollowerReading(row.observedAt(), row.value(), row.typed()))
            .toList());
  }

  /** How many more; empty unless both ends are known. */
  public Optional<Long> difference() {
    return atStart.flatMap(start -> atEnd.map(end -> end - start));
  }

  /** The reading that counts for an end of the week: the last one at or before it. */
  public Optional<FollowerReading> last(Instant end) {
    return readings.stream()
        .filter(reading -> !reading.readAt().isAfter(end))
        .reduce((earlier, later) -> later);
  }

  /**
   * How many followed at a time.
   *
   * @param typed whether a person gave it; not told by documents from before that was kept
   */
  public record FollowerReading(Instant readAt, long followers, boolean typed) {}
}
