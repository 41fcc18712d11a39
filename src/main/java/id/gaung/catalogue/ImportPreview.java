package id.gaung.catalogue;

import id.gaung.kernel.Rupiah;
import java.util.List;

/**
 * What an import would do, row by row in the file's order.
 *
 * @param rows in the file
 * @param newUmkm businesses that would be entered, by name
 * @param newNumbers their numbers, where the file has one
 * @param unused columns of the file that are not read
 * @param added products that would be entered
 * @param prices prices that would change, if that is confirmed
 * @param others other facts that would change, of businesses and products
 * @param unchanged rows that are known already, exactly so
 * @param bad why rows cannot be taken
 */
public record ImportPreview(
    int rows,
    List<String> newUmkm,
    List<NewNumber> newNumbers,
    List<String> unused,
    List<Added> added,
    List<PriceChange> prices,
    List<OtherChange> others,
    int unchanged,
    List<BadCell> bad) {

  /** A new business's number, as people read it. */
  public record NewNumber(String umkm, String whatsapp) {}

  /** A product that is not known yet. */
  public record Added(long line, String umkm, String product, Rupiah price) {}

  /**
   * Another fact that differs.
   *
   * @param subject the business's or the product's name
   * @param before empty if nothing was known
   */
  public record OtherChange(
      long line, String subject, ImportColumn column, String before, String after) {}

  public ImportPreview {
    newUmkm = List.copyOf(newUmkm);
    newNumbers = List.copyOf(newNumbers);
    unused = List.copyOf(unused);
    added = List.copyOf(added);
    prices = List.copyOf(prices);
    others = List.copyOf(others);
    bad = List.copyOf(bad);
  }

  /** Rows that cannot be taken, each counted once. */
  public int badRows() {
    return (int) bad.stream().mapToLong(BadCell::line).distinct().count();
  }

  /** Products and businesses that the file changes, prices included. */
  public int changed() {
    return (int) others.stream().map(o -> o.line() + o.subject()).distinct().count()
        + prices.size();
  }

  /** Whether applying it, with prices confirmed, would change nothing. */
  public boolean changesNothing() {
    return newUmkm.isEmpty() && added.isEmpty() && prices.isEmpty() && others.isEmpty();
  }
}
