package id.gaung.report;

import id.gaung.report.PageOne.PostLine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What moved in a week beside the posts that its list names, so that the list adds up to the week's
 * figures: posts on creators' accounts and others that nobody planned here, or posts of earlier
 * weeks that still grew.
 *
 * @param rows on one account each
 */
public record BeyondPlan(List<ReportedPost> rows) {

  /** Those that came out in the week. */
  public static BeyondPlan ofWeek(ReportDocument report, List<PostLine> listed) {
    return of(report, listed, true);
  }

  /** Those that came out before. */
  public static BeyondPlan older(ReportDocument report, List<PostLine> listed) {
    return of(report, listed, false);
  }

  private static BeyondPlan of(ReportDocument report, List<PostLine> listed, boolean inWeek) {
    Set<UUID> named = listed.stream().map(PostLine::postId).collect(Collectors.toSet());
    return new BeyondPlan(
        report.rows().stream()
            .filter(row -> row.publishedThisWeek() == inWeek && !named.contains(row.postId()))
            .toList());
  }

  public long posts() {
    return rows.stream().map(ReportedPost::postId).distinct().count();
  }

  /** Empty if none of them has the number. */
  public Optional<Long> growth(Measure measure) {
    return rows.stream().flatMap(row -> row.cell(measure).known().stream()).reduce(Long::sum);
  }
}
