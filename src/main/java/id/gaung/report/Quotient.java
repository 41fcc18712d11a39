package id.gaung.report;

import id.gaung.platform.RateBase;
import java.util.Optional;

/** The ratios of the report: which posts stand behind one, and what it divides in each of them. */
public enum Quotient {
  RATE_FOLLOWERS,
  RATE_REACH,
  RATE_VIEWS,
  /** Posts of the week that are in no rate. */
  NO_RATE,
  COST_PER_INTERACTION,
  COST_PER_MILLE;

  /** What is divided by what in one post; costs are in rupiah. */
  public record Parts(long over, long under) {}

  static Quotient of(RateBase base) {
    return switch (base) {
      case FOLLOWERS -> RATE_FOLLOWERS;
      case REACH -> RATE_REACH;
      case VIEWS -> RATE_VIEWS;
    };
  }

  /** The measure whose movement is shown beside it. */
  Measure measure() {
    return switch (this) {
      case RATE_REACH -> Measure.REACH;
      case RATE_VIEWS, COST_PER_MILLE -> Measure.VIEWS;
      case RATE_FOLLOWERS, NO_RATE, COST_PER_INTERACTION -> Measure.INTERACTIONS;
    };
  }

  public boolean isCost() {
    return this == COST_PER_INTERACTION || this == COST_PER_MILLE;
  }

  boolean takes(ReportedPost row) {
    return row.publishedThisWeek()
        && (this == NO_RATE ? RateLines.based(row).isEmpty() : parts(row).isPresent());
  }

  Optional<Parts> parts(ReportedPost row) {
    return switch (this) {
      case RATE_FOLLOWERS, RATE_REACH, RATE_VIEWS ->
          RateLines.based(row)
              .filter(based -> of(based.base()) == this)
              .map(based -> new Parts(based.share().engagements(), based.share().base()));
      case COST_PER_INTERACTION, COST_PER_MILLE ->
          row.cost()
              .flatMap(
                  cost ->
                      row.cell(measure()).lifetime().map(count -> new Parts(cost.amount(), count)));
      case NO_RATE -> Optional.empty();
    };
  }
}
