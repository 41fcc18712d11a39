package id.gaung.kernel;

/**
 * An amount of money in whole rupiah; there are no sen. Arithmetic overflows loudly.
 *
 * @param amount whole rupiah, may be negative (a correction)
 */
public record Rupiah(long amount) implements Comparable<Rupiah> {

  public static final Rupiah ZERO = new Rupiah(0);

  public Rupiah plus(Rupiah other) {
    return new Rupiah(Math.addExact(amount, other.amount));
  }

  public Rupiah minus(Rupiah other) {
    return new Rupiah(Math.subtractExact(amount, other.amount));
  }

  public boolean isPositive() {
    return amount > 0;
  }

  @Override
  public int compareTo(Rupiah other) {
    return Long.compare(amount, other.amount);
  }
}
