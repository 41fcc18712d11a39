package id.gaung.web;

import id.gaung.kernel.Page;
import java.util.List;
import java.util.function.Function;

/**
 * A list as the API shows it, a whole one too.
 *
 * @param page counted from 1
 * @param pages at least 1
 * @param total rows in the whole list
 */
public record PageResponse<T>(List<T> rows, int page, int pages, long total) {

  public PageResponse {
    rows = List.copyOf(rows);
  }

  /** A page of rows, each as the API shows one. */
  public static <S, T> PageResponse<T> of(Page<S> page, Function<S, T> row) {
    return new PageResponse<>(page.map(row).rows(), page.number(), page.pages(), page.total());
  }

  /** A whole list, which is one page. */
  public static <S, T> PageResponse<T> of(List<S> all, Function<S, T> row) {
    return new PageResponse<>(all.stream().map(row).toList(), 1, 1, all.size());
  }
}
