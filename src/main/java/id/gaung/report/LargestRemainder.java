package id.gaung.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Shares a whole number equally so that the shares add up to it exactly. Equal parts have equal
 * remainders, so that the first in order take what is left over; callers order by id.
 */
final class LargestRemainder {

  private LargestRemainder() {}

  /**
   * @param total may be negative
   * @param parts at least 1
   */
  static List<Long> equally(long total, int parts) {
    if (parts < 1) {
      throw new IllegalArgumentException("nobody to share with");
    }
    long each = Math.floorDiv(total, parts);
    long over = Math.floorMod(total, parts);
    List<Long> shares = new ArrayList<>(parts);
    for (int i = 0; i < parts; i++) {
      shares.add(i < over ? each + 1 : each);
    }
    return List.copyOf(shares);
  }
}
