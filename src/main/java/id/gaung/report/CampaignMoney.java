package id.gaung.report;

import id.gaung.kernel.Rupiah;
import id.gaung.report.ReportCharts.Part;
import java.util.List;

/**
 * The budget of the campaigns that ran, and what of it is bound.
 *
 * @param used fees of what was out
 * @param promised accepted fees of what was not out yet
 * @param offered fees of open invitations
 */
public record CampaignMoney(Rupiah budget, Rupiah used, Rupiah promised, Rupiah offered) {

  private long rest() {
    return budget.amount() - used.amount() - promised.amount() - offered.amount();
  }

  /** Never below zero. */
  public Rupiah left() {
    return new Rupiah(Math.max(0, rest()));
  }

  public boolean isOver() {
    return rest() < 0;
  }

  /** Used, promised, offered and left, for a bar. */
  public List<Part> parts() {
    return Part.of(List.of(used.amount(), promised.amount(), offered.amount(), left().amount()));
  }
}
