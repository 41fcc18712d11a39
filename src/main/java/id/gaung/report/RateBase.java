package id.gaung.report;

/** What engagements are divided by. Rates on different bases are never mixed. */
public enum RateBase {
  FOLLOWERS("er-followers"),
  REACH("er-reach"),
  VIEWS("er-views");

  private final String formula;

  RateBase(String formula) {
    this.formula = formula;
  }

  /** The key of the formula's texts. */
  public String formula() {
    return formula;
  }
}
