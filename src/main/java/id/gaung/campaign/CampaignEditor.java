package id.gaung.campaign;

import id.gaung.campaign.UsualTargets.Range;
import id.gaung.web.Form;
import java.util.List;
import java.util.Optional;

/**
 * The form of a new campaign, or of one being changed.
 *
 * @param usual what earlier campaigns aimed at
 * @param earlier campaigns that a new one can begin with, the newest first
 */
public record CampaignEditor(
    Form form, Optional<Campaign> campaign, UsualTargets usual, List<Campaign> earlier) {

  public String action() {
    return campaign.map(c -> "/campaigns/" + c.id()).orElse("/campaigns");
  }

  /** Where cancelling leads. */
  public String back() {
    return action();
  }

  public List<Target> targets() {
    return List.of(
        new Target("targetPosts", "campaign.goal.posts", usual.posts()),
        new Target("targetViews", "campaign.goal.views", usual.views()),
        new Target("targetInteractions", "campaign.goal.interactions", usual.interactions()));
  }

  /** A number to reach. */
  public record Target(String field, String label, Optional<Range> usual) {}
}
