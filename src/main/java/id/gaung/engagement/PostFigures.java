package id.gaung.engagement;

import id.gaung.platform.Metric;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What is known of one post; the input of every {@link Formula}.
 *
 * @param engagementSet the counts that make up its engagements
 * @param counts lifetime counts; a metric that is missing is not in the map
 * @param followersAtPublication at most seven days from the publication; empty if unknown, and
 *     never today's
 */
public record PostFigures(
    Set<Metric> engagementSet, Map<Metric, Long> counts, OptionalLong followersAtPublication) {

  public PostFigures {
    engagementSet = Set.copyOf(engagementSet);
    counts = Map.copyOf(counts);
  }

  OptionalLong count(Metric metric) {
    Long value = counts.get(metric);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  /** The sum of the engagement set; empty if it has none, or one of its counts is missing. */
  public OptionalLong engagements() {
    if (engagementSet.isEmpty()) {
      return OptionalLong.empty();
    }
    long sum = 0;
    for (Metric metric : engagementSet) {
      Long value = counts.get(metric);
      if (value == null) {
        return OptionalLong.empty();
      }
      sum = Math.addExact(sum, value);
    }
    return OptionalLong.of(sum);
  }
}
