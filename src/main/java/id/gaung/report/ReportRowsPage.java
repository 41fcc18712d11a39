package id.gaung.report;

import static java.util.Comparator.comparing;

import id.gaung.kernel.Rupiah;
import id.gaung.kernel.Week;
import id.gaung.report.ReportedPost.ProductShare;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
    List<ReportedPost> rows,
    Optional<String> about,
    boolean staff) {

  static ReportRowsPage of(Week week, ReportDocument report, RowsQuery query, boolean staff) {
    List<ReportedPost> rows =
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
    return sum(query::share);
  }

  public Optional<Long> growth() {
    return sum(row -> row.cell(query.measure()).known());
  }

  public Optional<Long> correction() {
    return sum(row -> known(row).flatMap(Cell::correction));
  }

  public Optional<Long> late() {
    return sum(row -> known(row).flatMap(Cell::late));
  }

  public Optional<Long> lifetime() {
    return sum(row -> row.cell(query.measure()).lifetime());
  }

  public Optional<Rupiah> cost() {
    return sum(row -> row.cost().map(Rupiah::amount)).map(Rupiah::new);
  }

  /** How many of them have the number. */
  public long withData() {
    return rows.stream().filter(row -> row.cell(query.measure()).complete()).count();
  }

  public Optional<Quotient.Parts> parts(ReportedPost row) {
    return query.quotient().flatMap(quotient -> quotient.parts(row));
  }

  /** The ratio worked out from these rows; empty if they were not asked for one. */
  public Optional<Ratio> ratio() {
    return query
        .quotient()
        .filter(quotient -> quotient != Quotient.NO_RATE)
        .map(
            quotient ->
                new Ratio(
                    quotient, rows.stream().flatMap(row -> quotient.parts(row).stream()).toList()));
  }

  /** The exposure behind a kecamatan's fairness ratio, if these rows are it. */
  public Optional<KecamatanLine> fairness() {
    return report.kecamatan().stream()
        .filter(line -> query.kecamatan().filter(line.code()::equals).isPresent())
        .filter(line -> query.measure() == report.fairness().base() && line.ratio().isPresent())
        .filter(line -> !query.publishedOnly() && query.network().isEmpty())
        .findFirst();
  }

  /** The exposure of all kecamatan together. */
  public long exposure() {
    return report.kecamatan().stream()
        .filter(line -> !line.code().isEmpty())
        .mapToLong(
            line ->
                (report.fairness().base() == Measure.VIEWS ? line.views() : line.interactions())
                    .orElse(0L))
        .sum();
  }

  /** All UMKM that were registered at the week's end. */
  public long umkm() {
    return report.kecamatan().stream().mapToLong(KecamatanLine::umkm).sum();
  }

  private Optional<Cell> known(ReportedPost row) {
    return Optional.of(row.cell(query.measure())).filter(Cell::complete);
  }

  private Optional<Long> sum(Function<ReportedPost, Optional<Long>> number) {
    return rows.stream().flatMap(row -> number.apply(row).stream()).reduce(Long::sum);
  }
}
