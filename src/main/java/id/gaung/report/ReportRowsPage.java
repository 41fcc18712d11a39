package id.gaung.report;

import static java.util.Comparator.comparing;

import id.gaung.kernel.Page;
import id.gaung.kernel.PageRequest;
import id.gaung.kernel.Rupiah;
import id.gaung.kernel.Week;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The rows behind a number: what moved most comes first, what is unknown last.
 *
 * @param about the product or kecamatan they were asked for, by name
 * @param number of the page, counted from 1
 */
public record ReportRowsPage(
    Week week,
    ReportDocument report,
    RowsQuery query,
    List<ReportedPost> rows,
    Optional<String> about,
    ReportPage.Reader reader,
    int number) {

  private static final int SIZE = 25;

  static ReportRowsPage of(
      Week week, ReportDocument report, RowsQuery query, ReportPage.Reader reader, int number) {
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
    return new ReportRowsPage(week, report, query, rows, about, reader, number);
  }

  public boolean staff() {
    return reader.staff();
  }

  /** The posts, each once, with the accounts that stand behind the number. */
  public Page<PostRow> posts() {
    Map<UUID, List<ReportedPost>> byPost =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    ReportedPost::postId, LinkedHashMap::new, Collectors.toList()));
    List<PostRow> all =
        byPost.values().stream()
            .map(accounts -> new PostRow(this, accounts))
            .sorted(comparing(post -> post.shown().map(n -> -n).orElse(1L)))
            .toList();
    PageRequest asked = new PageRequest(number, SIZE);
    return asked.page(all.stream().skip(asked.offset()).limit(SIZE).toList(), all.size());
  }

  /** The address of these rows, without the page. */
  public String href() {
    return query.path(report) + "&";
  }

  /** A post with those of its accounts that stand behind the number. */
  public record PostRow(ReportRowsPage page, List<ReportedPost> accounts) {

    public ReportedPost first() {
      return accounts.get(0);
    }

    private Optional<Long> sum(Function<ReportedPost, Optional<Long>> number) {
      return accounts.stream().flatMap(row -> number.apply(row).stream()).reduce(Long::sum);
    }

    /** What of the number is this post's: its growth, or the share of it that was asked for. */
    public Optional<Long> shown() {
      return sum(page.query()::share);
    }

    public Optional<Long> growth() {
      return sum(row -> row.cell(page.query().measure()).known());
    }

    public Optional<Long> lifetime() {
      return sum(row -> row.cell(page.query().measure()).lifetime());
    }

    public Optional<Rupiah> cost() {
      return sum(row -> row.cost().map(Rupiah::amount)).map(Rupiah::new);
    }

    public long complete() {
      return accounts.stream().filter(r -> r.cell(page.query().measure()).complete()).count();
    }
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
