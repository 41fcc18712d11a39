package id.gaung.engagement;

import id.gaung.kernel.Network;
import id.gaung.kernel.Wita;
import id.gaung.platform.Metric;
import id.gaung.web.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/**
 * That a network counts otherwise since a day: figures from before it and from after it are not one
 * series.
 *
 * @param metric what it counts otherwise; empty for everything
 * @param changedOn the first day on which it did
 * @param textId what changed, in Indonesian, without a full stop
 * @param textEn the same in English
 * @param source where the network says so
 */
public record CountChange(
    UUID id,
    Network network,
    Optional<Metric> metric,
    LocalDate changedOn,
    String textId,
    String textEn,
    String source,
    int version) {

  public String text(Language language) {
    return language == Language.ID ? textId : textEn;
  }

  /** Whether its day is between two times, or that of one of them. */
  boolean isWithin(Instant from, Instant until) {
    return !changedOn.isBefore(Wita.date(from)) && !changedOn.isAfter(Wita.date(until));
  }

  /** Whether a figure made of those metrics is touched. */
  boolean touches(Collection<Metric> metrics) {
    return metric.map(metrics::contains).orElse(true);
  }
}
