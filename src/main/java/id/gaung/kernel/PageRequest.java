package id.gaung.kernel;

import java.util.List;

/**
 * Which part of a list is asked for.
 *
 * @param number counted from 1; what is below counts as 1
 * @param size how many rows a page holds
 */
public record PageRequest(int number, int size) {

  public static final int DEFAULT_SIZE = 25;

  public PageRequest {
    number = Math.max(1, number);
  }

  /** A page of the usual size. */
  public static PageRequest of(int number) {
    return new PageRequest(number, DEFAULT_SIZE);
  }

  /** Rows to skip; a number too large to count skips as many as can be. */
  public int offset() {
    return (int) Math.min(Integer.MAX_VALUE, (number - 1L) * size);
  }

  /**
   * The page that was asked for.
   *
   * @param total rows in the whole list
   */
  public <T> Page<T> page(List<T> rows, long total) {
    return new Page<>(rows, number, size, total);
  }
}
