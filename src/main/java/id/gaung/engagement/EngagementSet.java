package id.gaung.engagement;

import id.gaung.platform.Metric;
import id.gaung.platform.Network;
import java.util.Set;

/** Which counts make up the engagements of a post, by network (domain.md 3.2). */
public final class EngagementSet {

  private EngagementSet() {}

  public static Set<Metric> of(Network network) {
    return switch (network) {
      case INSTAGRAM -> Set.of(Metric.LIKES, Metric.COMMENTS, Metric.SHARES, Metric.SAVES);
      case BLUESKY, MASTODON -> Set.of(Metric.LIKES, Metric.COMMENTS, Metric.SHARES);
    };
  }
}
