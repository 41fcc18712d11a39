package id.gaung.report;

import id.gaung.kernel.Network;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;

/**
 * Which rows stand behind a number.
 *
 * @param measure the number's measure
 * @param kecamatan its code; {@link #NONE} for posts that show no product
 * @param publishedOnly only posts that came out in the week
 * @param known only posts whose measure is known, or only those whose is not
 * @param quotient only posts that are in this ratio
 * @param post only this one, on all its accounts
 */
public record RowsQuery(
    Measure measure,
    Optional<Network> network,
    Optional<UUID> product,
    Optional<String> kecamatan,
    boolean publishedOnly,
    Optional<Boolean> known,
    Optional<Quotient> quotient,
    Optional<UUID> post) {

  public static final String NONE = "-";

  public static RowsQuery of(Measure measure) {
    return new RowsQuery(
        measure,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The posts that a ratio is made of. */
  public static RowsQuery of(Quotient quotient) {
    RowsQuery all = of(quotient.measure()).published();
    return new RowsQuery(
        all.measure,
        all.network,
        all.product,
        all.kecamatan,
        true,
        all.known,
        Optional.of(quotient),
        all.post);
  }

  /** Reads an address; what it does not know, it leaves out. */
  static RowsQuery read(
      String metric,
      String network,
      String product,
      String kecamatan,
      boolean publishedOnly,
      String known,
      String quotient,
      String post) {
    return new RowsQuery(
        Measure.named(metric).orElse(Measure.INTERACTIONS),
        Network.named(network),
        uuid(product),
        Optional.of(kecamatan).filter(code -> !code.isBlank()),
        publishedOnly,
        known.isBlank() ? Optional.empty() : Optional.of(known.equals("true")),
        Arrays.stream(Quotient.values()).filter(q -> q.name().equals(quotient)).findFirst(),
        uuid(post));
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  public RowsQuery on(Network of) {
    return new RowsQuery(
        measure, Optional.of(of), product, kecamatan, publishedOnly, known, quotient, post);
  }

  public RowsQuery showing(UUID of) {
    return new RowsQuery(
        measure, network, Optional.of(of), kecamatan, publishedOnly, known, quotient, post);
  }

  public RowsQuery from(String code) {
    return new RowsQuery(
        measure, network, product, Optional.of(code), publishedOnly, known, quotient, post);
  }

  public RowsQuery published() {
    return new RowsQuery(measure, network, product, kecamatan, true, known, quotient, post);
  }

  /** One post on all its accounts. */
  public RowsQuery ofPost(UUID of) {
    return new RowsQuery(
        measure, network, product, kecamatan, publishedOnly, known, quotient, Optional.of(of));
  }

  /** Those of which the measure is known, or those of which it is not. */
  public RowsQuery known(boolean is) {
    return new RowsQuery(
        measure, network, product, kecamatan, publishedOnly, Optional.of(is), quotient, post);
  }

  /** The address of these rows in a version of a report. */
  public String path(ReportDocument report) {
    return path(report.week(), report.version());
  }

  String path(String week, int version) {
    StringJoiner query = new StringJoiner("&", "/reports/" + week + "/rows?", "");
    query.add("version=" + version).add("metric=" + measure.name());
    network.ifPresent(n -> query.add("network=" + n.name()));
    product.ifPresent(p -> query.add("product=" + p));
    kecamatan.ifPresent(k -> query.add("kecamatan=" + k));
    if (publishedOnly) {
      query.add("published=true");
    }
    known.ifPresent(is -> query.add("known=" + is));
    quotient.ifPresent(q -> query.add("ratio=" + q.name()));
    post.ifPresent(p -> query.add("post=" + p));
    return query.toString();
  }

  List<ReportedPost> rows(ReportDocument report) {
    return report.rows().stream().filter(this::takes).toList();
  }

  private boolean takes(ReportedPost row) {
    return network.filter(n -> !n.equals(row.network())).isEmpty()
        && product
            .filter(p -> row.products().stream().noneMatch(s -> s.productId().equals(p)))
            .isEmpty()
        && kecamatan.filter(k -> !isFrom(row, k)).isEmpty()
        && (!publishedOnly || row.publishedThisWeek())
        && known.filter(is -> is != row.cell(measure).known().isPresent()).isEmpty()
        && quotient.filter(q -> !q.takes(row)).isEmpty()
        && post.filter(p -> !p.equals(row.postId())).isEmpty();
  }

  private static boolean isFrom(ReportedPost row, String code) {
    return code.equals(NONE)
        ? row.products().isEmpty()
        : row.products().stream().anyMatch(s -> s.kecamatanCode().equals(code));
  }

  /** What of a post's growth belongs to the product or kecamatan asked about. */
  public Optional<Long> share(ReportedPost row) {
    if (!isShared()) {
      return row.cell(measure).known();
    }
    return row.products().stream()
        .filter(s -> product.filter(p -> !p.equals(s.productId())).isEmpty())
        .filter(s -> kecamatan.filter(k -> !k.equals(s.kecamatanCode())).isEmpty())
        .flatMap(s -> (measure == Measure.VIEWS ? s.views() : s.interactions()).stream())
        .reduce(Long::sum);
  }

  /** Whether the rows show shares, which there are of views and interactions. */
  public boolean isShared() {
    return (product.isPresent() || kecamatan.filter(k -> !k.equals(NONE)).isPresent())
        && (measure == Measure.VIEWS || measure == Measure.INTERACTIONS);
  }
}
