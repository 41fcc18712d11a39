package id.gaung.platform;

import java.util.Locale;

/**
 * What engagements are divided by, the first before the others (domain.md 3.2). Rates on different
 * bases are never mixed.
 */
public enum RateBase {
  REACH,
  VIEWS,
  /** At publication. */
  FOLLOWERS;

  /** The key of the formula's texts. */
  public String formula() {
    return "er-" + name().toLowerCase(Locale.ROOT);
  }
}
