package id.gaung.report;

import id.gaung.engagement.RateOfPosts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Engagement rates of the posts that came out in the week, from their counts at its end: by
 * followers at publication on Bluesky and Mastodon, which count no views; by reach on Instagram, or
 * by views where reach is missing.
 */
final class RateLines {

  private RateLines() {}

  record Based(RateBase base, RateOfPosts.Share share) {}

  /** One line for each base that has a post, in the order of {@link RateBase}. */
  static List<RateLine> of(List<ReportedPost> rows) {
    Map<RateBase, List<RateOfPosts.Share>> byBase = new EnumMap<>(RateBase.class);
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

  private static RateLine line(RateBase base, List<RateOfPosts.Share> shares) {
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
    return switch (row.network()) {
      case BLUESKY, MASTODON -> based(RateBase.FOLLOWERS, engagements, row.followers());
      case INSTAGRAM ->
          based(RateBase.REACH, engagements, row.cell(Measure.REACH).lifetime())
              .or(() -> based(RateBase.VIEWS, engagements, row.cell(Measure.VIEWS).lifetime()));
    };
  }

  private static Optional<Based> based(
      RateBase base, Optional<Long> engagements, Optional<Long> by) {
    return engagements.flatMap(
        e -> by.filter(b -> b > 0).map(b -> new Based(base, new RateOfPosts.Share(e, b))));
  }
}
