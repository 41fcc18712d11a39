package id.gaung.report;

import id.gaung.report.PageOne.CampaignLine;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A campaign and how far it is to its targets; those without a target are left out. */
public record CampaignProgress(CampaignLine line, List<Goal> goals) {

  private static final int WHOLE = 100;

  static CampaignProgress of(CampaignLine line) {
    return new CampaignProgress(
        line,
        Stream.of(
                goal("report.goals.posts", Optional.of(line.posts()), line.targetPosts()),
                goal("report.goals.views", line.views(), line.targetViews()),
                goal("report.goals.interactions", line.interactions(), line.targetInteractions()))
            .flatMap(Optional::stream)
            .toList());
  }

  private static Optional<Goal> goal(String key, Optional<Long> reached, Optional<Long> target) {
    return target.filter(n -> n > 0).map(n -> new Goal(key, reached, n));
  }

  /**
   * A target.
   *
   * @param key of its name
   * @param reached empty if nothing was counted
   */
  public record Goal(String key, Optional<Long> reached, long target) {

    /** At most a hundred. */
    public int percent() {
      return (int) Math.min(WHOLE, WHOLE * reached.orElse(0L) / target);
    }
  }
}
