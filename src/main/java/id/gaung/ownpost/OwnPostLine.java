package id.gaung.ownpost;

import id.gaung.channel.Channel;
import id.gaung.collaboration.SocialSide.Posted;
import id.gaung.platform.Metric;
import id.gaung.platform.NetworkModule;
import id.gaung.publishing.GivenPost;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A post with what is counted of it.
 *
 * @param typed whether people type that
 * @param counts the newest; empty while nothing is known
 */
public record OwnPostLine(GivenPost post, Channel channel, boolean typed, Optional<Posted> counts) {

  public OptionalLong views() {
    return counts.map(Posted::views).orElse(OptionalLong.empty());
  }

  public OptionalLong engagements() {
    return counts.map(Posted::engagements).orElse(OptionalLong.empty());
  }

  /** Whether anything is known of it. */
  public boolean isCounted() {
    return !known().isEmpty();
  }

  /** What is known, by the metric's name. */
  private Map<String, Long> known() {
    return counts.map(Posted::counts).orElse(Map.of());
  }

  /** The interactions that are known where some are not: each by its metric's name. */
  public Map<String, Long> parts() {
    Map<String, Long> parts = new LinkedHashMap<>(known());
    parts
        .keySet()
        .retainAll(
            NetworkModule.counts(channel.network()).engagements().stream()
                .map(Metric::name)
                .toList());
    return parts;
  }

  /** What people can read off it. */
  public List<Metric> metrics() {
    return NetworkModule.counts(channel.network()).typed().stream().sorted().toList();
  }
}
