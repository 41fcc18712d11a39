package id.gaung.report;

import id.gaung.engagement.RateOfPosts;
import id.gaung.engagement.RateShare;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.RateBase;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Engagement rates of the posts that came out in the week, from their counts at its end: each by
 * the first of its network's bases that is known.
 */
final class RateLines {

  private RateLines() {}

  record Based(RateBase base, RateShare share) {}

  /** One line for each base that has a post, in the order of {@link RateBase}. */
  static List<RateLine> of(List<ReportedPost> rows) {
    Map<RateBase, List<RateShare>> byBase = new EnumMap<>(RateBase.class);
    for (ReportedPost row : rows) {
      if (row.publishedThisWeek()) {
        based(row)
            .ifPresent(
                b ->
                    byBase
                        .computeIfAbsent(b.base(), k -> new java.util.ArrayList<>())
                        .add(b.share()));
      }
    }
    return byBase.entrySet().stream().map(e -> line(e.getKey(), e.getValue())).toList();
  }

  private static RateLine line(RateBase base, List<RateShare> shares) {
    return new RateLine(
        base,
        shares.size(),
        RateOfPosts.pooled(shares),
        RateOfPosts.mean(shares),
        RateOfPosts.median(shares));
  }

  /** What the post's rate divides; empty if it has none. */
  static Optional<Based> based(ReportedPost row) {
    Optional<Long> engagements = row.cell(Measure.INTERACTIONS).lifetime();
    return NetworkModule.counts(row.network()).bases().stream()
        .flatMap(base -> based(base, engagements, by(base, row)).stream())
        .findFirst();
  }

  private static Optional<Long> by(RateBase base, ReportedPost row) {
    return switch (base) {
      case REACH -> row.cell(Measure.REACH).lifetime();
      case VIEWS -> row.cell(Measure.VIEWS).lifetime();
      case FOLLOWERS -> row.followers();
    };
  }

  private static Optional<Based> based(
      RateBase base, Optional<Long> engagements, Optional<Long> by) {
    return engagements.flatMap(
        e -> by.filter(b -> b > 0).map(b -> new Based(base, new RateShare(e, b))));
  }
}
