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

  /** Rows to skip for a page; page numbers below 1 count as 1. */
  public static int offset(int number, int size) {
    return Math.multiplyExact(Math.max(1, number) - 1, size);
  }
}
