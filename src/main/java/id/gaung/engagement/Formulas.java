package id.gaung.engagement;

import java.util.List;

/** The figures of a post in the order in which pages show them. */
public final class Formulas {

  public static final List<Formula> ALL =
      List.of(
          new EngagementRateByFollowers(),
          new EngagementRateByReach(),
          new EngagementRateByViews(),
          new SaveRate(),
          new Virality(),
          new Amplification(),
          new CostPerEngagement(),
          new CostPerMille(),
          new CostPerView());

  private Formulas() {}
}
