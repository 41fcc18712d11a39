package id.gaung.platform;

import java.util.List;
import java.util.Set;

/**
 * What a network counts of a post; each has its definition in the bundles, {@code
 * platform.metric.NETWORK.METRIC} where it is the network's own, else {@code
 * platform.metric.METRIC}.
 *
 * @param offered all that it tells of an account of one's own; none where it tells programs nothing
 * @param engagements of these, what makes up the engagements of a post (domain.md 3.2); none where
 *     a post has no engagements
 * @param bases what its engagement rate divides by, the first that is known
 * @param typed what people read off a post in the network's app, and can type
 */
public record NetworkCounts(
    Set<Metric> offered, Set<Metric> engagements, List<RateBase> bases, Set<Metric> typed) {

  /** Where people see what programs are told. */
  public NetworkCounts(Set<Metric> offered, Set<Metric> engagements, List<RateBase> bases) {
    this(offered, engagements, bases, offered);
  }

  /** Of a network that tells programs nothing of a post. */
  public static NetworkCounts typedOnly(Set<Metric> typed) {
    return new NetworkCounts(Set.of(), Set.of(), List.of(), typed);
  }

  public NetworkCounts {
    offered = Set.copyOf(offered);
    typed = Set.copyOf(typed);
    engagements = Set.copyOf(engagements);
    bases = List.copyOf(bases);
    if (!offered.containsAll(engagements)) {
      throw new IllegalArgumentException("engagements that nobody counts: " + engagements);
    }
  }
}
