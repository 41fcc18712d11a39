package id.gaung.report;

import static java.util.Comparator.comparing;

import id.gaung.kernel.Week;
import java.util.List;
import java.util.Optional;

/**
 * The rows behind a number: what moved most comes first, what is unknown last.
 *
 * @param about the product or kecamatan they were asked for, by name
 * @param staff whether the reader may open posts, products and UMKM
 */
public record ReportRowsPage(
    Week week,
    ReportDocument report,
    RowsQuery query,
    List<PostRow> rows,
    Optional<String> about,
    boolean staff) {

  static ReportRowsPage of(Week week, ReportDocument report, RowsQuery query, boolean staff) {
    List<PostRow> rows =
        query.rows(report).stream()
            .sorted(comparing(row -> query.share(row).map(n -> -n).orElse(1L)))
            .toList();
    Optional<String> about =
        rows.stream()
            .flatMap(row -> row.products().stream())
            .filter(s -> query.product().filter(s.productId()::equals).isPresent())
            .map(ProductShare::product)
            .findFirst()
            .or(
                () ->
                    report.kecamatan().stream()
                        .filter(k -> query.kecamatan().filter(k.code()::equals).isPresent())
                        .map(KecamatanLine::name)
                        .findFirst());
    return new ReportRowsPage(week, report, query, rows, about, staff);
  }

  /** The sum of what is known; empty if nothing is. */
  public Optional<Long> total() {
    return rows.stream().flatMap(row -> query.share(row).stream()).reduce(Long::sum);
  }
}
