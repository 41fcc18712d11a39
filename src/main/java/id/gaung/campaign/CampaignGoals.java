package id.gaung.campaign;

import id.gaung.campaign.CampaignOverview.Covered;
import id.gaung.campaign.CampaignOverview.Reach;
import id.gaung.kernel.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One thing that a campaign is to reach, and how far it is.
 *
 * @param key of its name
 * @param reached until now; empty if nothing was measured
 * @param of what is to be reached; empty if no target was set
 * @param plan how much of the campaign's time is over, in percent
 * @param begun whether the campaign runs or ran, so that there is something to compare
 */
public record CampaignGoals(
    String key, Optional<Long> reached, Optional<Long> of, int plan, boolean begun) {

  /** How many points away from the plan still count as being on it. */
  private static final int NEAR = 5;

  static List<CampaignGoals> of(CampaignHead head, Reach reach, Covered covered) {
    Campaign campaign = head.campaign();
    int plan = head.elapsed();
    boolean begun = plan > 0 && head.standing().posts() > 0;
    List<CampaignGoals> goals = new ArrayList<>();
    goals.add(
        new CampaignGoals(
            "campaign.goal.posts",
            Optional.of(head.standing().live()),
            campaign.targetPosts().map(Integer::longValue),
            plan,
            begun));
    goals.add(
        new CampaignGoals(
            "campaign.goal.views", reach.views(), campaign.targetViews(), plan, begun));
    goals.add(
        new CampaignGoals(
            "campaign.goal.interactions",
            reach.interactions(),
            campaign.targetInteractions(),
            plan,
            begun));
    if (covered.umkm() > 0) {
      goals.add(
          new CampaignGoals(
              "campaign.goal.umkm",
              Optional.of(covered.umkmShown()),
              Optional.of(covered.umkm()),
              plan,
              begun));
      goals.add(
          new CampaignGoals(
              "campaign.goal.kecamatan",
              Optional.of(covered.kecamatanShown()),
              Optional.of(covered.kecamatan()),
              plan,
              begun));
    }
    return goals;
  }

  /** In percent; empty without a target or a figure. More than a hundred stays as it is. */
  public Optional<Integer> percent() {
    return reached.flatMap(
        value -> of.filter(target -> target > 0).map(target -> (int) (value * 100 / target)));
  }

  /** The key of the word for how that compares with the plan. */
  public Optional<String> word() {
    return percent()
        .filter(done -> begun)
        .map(
            done -> {
              if (done >= 100) {
                return "campaign.goal.reached";
              }
              return "campaign.goal."
                  + (done > plan + NEAR ? "ahead" : done >= plan - NEAR ? "as-planned" : "behind");
            });
  }

  public Tone tone() {
    return word().filter("campaign.goal.behind"::equals).isPresent() ? Tone.WAIT : Tone.GOOD;
  }

  public String icon() {
    return tone() == Tone.WAIT ? "trenddown" : "check";
  }
}
