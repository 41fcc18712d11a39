package id.gaung.report;

import id.gaung.kernel.Rupiah;
import id.gaung.report.ReportInputs.CampaignBudget;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What the posts of the week cost.
 *
 * @param campaigns that ran in the week
 * @param budget of those campaigns together, whatever of it is spent
 * @param fees of the week's posts with a known cost
 * @param known posts of the week with a known cost
 * @param unknown posts of the week without one; they are in no cost figure
 * @param perInteraction rupiah, over posts with both numbers
 * @param perInteractionPosts how many those are
 * @param perMille rupiah for 1,000 views, over posts with both numbers
 */
public record Costs(
    List<CampaignBudget> campaigns,
    Rupiah budget,
    Rupiah fees,
    int known,
    int unknown,
    Optional<BigDecimal> perInteraction,
    int perInteractionPosts,
    Optional<BigDecimal> perMille,
    int perMillePosts) {

  public Costs {
    campaigns = List.copyOf(campaigns);
  }
}
