package id.gaung.platform;

import java.util.List;

/**
 * What counts as an engagement on which network, for statements that add up: two lists in step, to
 * be joined as {@code unnest(:counted.networks, :counted.metrics)}.
 */
public record CountedMetrics(List<String> networks, List<String> metrics) {

  private record Pair(String network, String metric) {}

  /** Of all networks that are published to. */
  public static CountedMetrics ofAll() {
    List<Pair> pairs =
        NetworkModule.published().stream()
            .flatMap(
                module ->
                    module.traits().counts().engagements().stream()
                        .map(metric -> new Pair(module.name(), metric.name())))
            .toList();
    return new CountedMetrics(
        pairs.stream().map(Pair::network).toList(), pairs.stream().map(Pair::metric).toList());
  }
}
