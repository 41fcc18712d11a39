package id.gaung.kernel;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param number counted from 1
 * @param size how many rows a page holds
 * @param total rows in the whole list
 */
public record Page<T>(List<T> rows, int number, int size, long total) {

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

  /** The same page of other rows. */
  public <R> Page<R> map(Function<T, R> to) {
    return new Page<>(rows.stream().map(to).toList(), number, size, total);
  }
}
