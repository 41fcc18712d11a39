package id.gaung.campaign;

import id.gaung.campaign.CampaignOverview.Spent;
import id.gaung.kernel.Rupiah;
import id.gaung.kernel.Week;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A campaign's money: the fees of what is out, of what is agreed and not out yet, of open
 * invitations, and what is left of the budget.
 *
 * @param bars a bar for each week of the campaign, in the chart's own units
 * @param perWeek the budget shared equally among the weeks
 * @param top what the chart's full height stands for; a round amount
 */
public record CampaignSpending(
    Rupiah budget,
    Rupiah out,
    Rupiah agreed,
    Rupiah offered,
    List<Bar> bars,
    Rupiah perWeek,
    Rupiah top) {

  /** Wider than that a week's bar is no bar any more; more weeks than that are not drawn. */
  private static final int MOST_WEEKS = 16;

  private static final double LEFT = 60;
  private static final double WIDTH = 460;
  private static final double HEIGHT = 116;
  private static final double FLOOR = 126;

  static CampaignSpending of(CampaignHead head, List<Spent> weeks) {
    Rupiah out = weeks.stream().map(Spent::fees).reduce(Rupiah.ZERO, Rupiah::plus);
    Rupiah all = head.standing().agreed();
    Campaign campaign = head.campaign();
    List<LocalDate> mondays = mondays(campaign);
    Rupiah perWeek =
        new Rupiah(mondays.isEmpty() ? 0 : campaign.budget().amount() / mondays.size());
    long top = round(Math.max(perWeek.amount(), highest(weeks)));
    return new CampaignSpending(
        campaign.budget(),
        out,
        new Rupiah(Math.max(0, all.amount() - out.amount())),
        head.standing().offered(),
        weeks.isEmpty() ? List.of() : bars(mondays, weeks, perWeek, top, head.today()),
        perWeek,
        new Rupiah(top));
  }

  private static List<LocalDate> mondays(Campaign campaign) {
    LocalDate monday = Week.of(campaign.startsOn()).monday();
    List<LocalDate> mondays =
        monday.datesUntil(campaign.endsOn().plusDays(1), java.time.Period.ofWeeks(1)).toList();
    return mondays.size() > MOST_WEEKS ? List.of() : mondays;
  }

  private static List<Bar> bars(
      List<LocalDate> mondays, List<Spent> weeks, Rupiah perWeek, long highest, LocalDate today) {
    Map<LocalDate, Rupiah> fees =
        weeks.stream().collect(Collectors.toMap(Spent::monday, Spent::fees));
    double step = mondays.isEmpty() ? 0 : WIDTH / mondays.size();
    List<Bar> bars = new ArrayList<>();
    for (LocalDate monday : mondays) {
      double x = LEFT + bars.size() * step;
      Rupiah fee = fees.getOrDefault(monday, Rupiah.ZERO);
      bars.add(
          new Bar(
              Week.of(monday),
              fee,
              (int) (x + step * .16),
              (int) (step * .68),
              height(fee, highest),
              (int) FLOOR - height(perWeek, highest),
              !today.isBefore(monday) && today.isBefore(monday.plusWeeks(1))));
    }
    return bars;
  }

  private static long highest(List<Spent> weeks) {
    return weeks.stream().mapToLong(week -> week.fees().amount()).max().orElse(0);
  }

  /** The next of 1, 2, 2.5 and 5 with any number of zeros. */
  private static long round(long amount) {
    long ten = 1;
    while (ten * 10 < amount) {
      ten *= 10;
    }
    for (long tenths : new long[] {10, 20, 25, 50, 100}) {
      if (ten * tenths >= amount * 10) {
        return ten * tenths / 10;
      }
    }
    throw new IllegalStateException("no round amount above " + amount);
  }

  /** The lines across the chart: its full height, and half of it. */
  public List<Line> lines() {
    return List.of(
        new Line(new Rupiah(top.amount()), (int) (FLOOR - HEIGHT)),
        new Line(new Rupiah(top.amount() / 2), (int) (FLOOR - HEIGHT / 2)));
  }

  private static int height(Rupiah fee, long highest) {
    return highest == 0 ? 0 : (int) (fee.amount() * HEIGHT / highest);
  }

  /** What is not promised to anybody; below zero when too much was. */
  public Rupiah left() {
    return new Rupiah(budget.amount() - out.amount() - agreed.amount() - offered.amount());
  }

  public boolean isOver() {
    return left().amount() < 0;
  }

  /** Of the budget, in percent; of all that was promised where that is more. */
  public int share(Rupiah part) {
    long all = Math.max(budget.amount(), out.amount() + agreed.amount() + offered.amount());
    return all == 0 ? 0 : (int) (part.amount() * 100 / all);
  }

  /** An amount and where its line is. */
  public record Line(Rupiah amount, int y) {

    public BigDecimal millions() {
      return CampaignSpending.millions(amount);
    }
  }

  private static BigDecimal millions(Rupiah amount) {
    BigDecimal exact = BigDecimal.valueOf(amount.amount(), 6).setScale(2, RoundingMode.HALF_UP);
    return exact.signum() == 0
        ? BigDecimal.ZERO
        : new BigDecimal(exact.stripTrailingZeros().toPlainString());
  }

  /**
   * One week of the chart.
   *
   * @param plan where the line of an equal share is
   * @param now whether today is in it
   */
  public record Bar(Week week, Rupiah fees, int x, int width, int height, int plan, boolean now) {

    public int top() {
      return (int) FLOOR - height;
    }

    /** Its fees in millions, to two decimals. */
    public BigDecimal millions() {
      return CampaignSpending.millions(fees);
    }

    public int middle() {
      return x + width / 2;
    }
  }
}
