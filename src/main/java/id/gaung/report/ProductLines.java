package id.gaung.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The week by product, adding up to the week. */
final class ProductLines {

  private ProductLines() {}

  /** By interactions, then by name; posts without a product last. */
  static List<ProductLine> of(List<ReportedPost> rows) {
    Map<UUID, Tally> tallies = new HashMap<>();
    Map<UUID, ProductShare> named = new HashMap<>();
    Tally without = new Tally();
    for (ReportedPost row : rows) {
      for (ProductShare share : row.products()) {
        named.put(share.productId(), share);
        Tally tally = tallies.computeIfAbsent(share.productId(), id -> new Tally());
        tally.post(row.publishedThisWeek());
        tally.share(share.views(), share.interactions());
      }
      if (row.products().isEmpty()) {
        without.post(row.publishedThisWeek());
        without.share(row.cell(Measure.VIEWS).known(), row.cell(Measure.INTERACTIONS).known());
      }
    }
    List<ProductLine> lines = new ArrayList<>();
    tallies.forEach(
        (id, tally) -> {
          ProductShare share = java.util.Objects.requireNonNull(named.get(id));
          lines.add(
              line(
                  Optional.of(id),
                  share.product(),
                  Optional.of(share.umkmId()),
                  share.umkm(),
                  share.kecamatan(),
                  tally));
        });
    lines.sort(
        Comparator.comparing((ProductLine line) -> line.interactions().orElse(-1L))
            .reversed()
            .thenComparing(ProductLine::product)
            .thenComparing(line -> line.productId().map(UUID::toString).orElse("")));
    if (without.measured() > 0) {
      lines.add(line(Optional.empty(), "", Optional.empty(), "", "", without));
    }
    return List.copyOf(lines);
  }

  private static ProductLine line(
      Optional<UUID> id,
      String product,
      Optional<UUID> umkmId,
      String umkm,
      String kecamatan,
      Tally tally) {
    return new ProductLine(
        id,
        product,
        umkmId,
        umkm,
        kecamatan,
        tally.published(),
        tally.measured(),
        tally.views(),
        tally.interactions());
  }
}
