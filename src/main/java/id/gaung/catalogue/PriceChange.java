package id.gaung.catalogue;

import id.gaung.kernel.Rupiah;

/** A price that differs from the known one. */
public record PriceChange(long line, String umkm, String product, Rupiah before, Rupiah after) {

  private static final int WHOLE = 100;
  private static final int ODD = 5;

  /** By how much it changes, in percent of the present price. */
  public long percent() {
    return Math.round((double) WHOLE * (after.amount() - before.amount()) / before.amount());
  }

  /** Whether it looks like a slip: a zero too many, or too few. */
  public boolean odd() {
    return after.amount() >= ODD * before.amount() || before.amount() >= ODD * after.amount();
  }
}
