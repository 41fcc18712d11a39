package id.gaung.platform;

import java.util.List;
import java.util.Set;

/**
 * What a network counts of a post; each has its definition in the bundles, {@code
 * platform.metric.NETWORK.METRIC} where it is the network's own, else {@code
 * platform.metric.METRIC}.
 *
 * @param offered all that it tells of an account of one's own
 * @param engagements of these, what makes up the engagements of a post (domain.md 3.2)
 * @param bases what its engagement rate divides by, the first that is known
 */
public record NetworkCounts(Set<Metric> offered, Set<Metric> engagements, List<RateBase> bases) {
  public NetworkCounts {
    offered = Set.copyOf(offered);
    engagements = Set.copyOf(engagements);
    bases = List.copyOf(bases);
    if (!offered.containsAll(engagements)) {
      throw new IllegalArgumentException("engagements that nobody counts: " + engagements);
    }
  }
}
