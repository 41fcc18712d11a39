package id.gaung.kernel;

import java.util.List;

/**
 * One page of a list.
 *
 * @param number counted from 1
 * @param size how many rows a page holds
 * @param total rows in the whole list
 */
public record Page<T>(List<T> rows, int number, int size, long total) {

  public static final int DEFAULT_SIZE = 25;

  public Page {
    rows = List.copyOf(rows);
    number = Math.max(1, number);
  }

  public int pages() {
    return (int) Math.max(1, (total + size - 1) / size);
  }

  public boolean hasNext() {
    return number < pages();
  }

  public boolean hasPrevious() {
    return number > 1;
  }

  /** The page before; from beyond the last page back to it. */
  public int previous() {
    return Math.min(number - 1, pages());
  }

  /**
   * Rows to skip for a page; page numbers below 1 count as 1, and one too large to count skips as
   * many as can be.
   */
  public static int offset(int number, int size) {
    return (int) Math.min(Integer.MAX_VALUE, (Math.max(1, number) - 1L) * size);
  }
}
