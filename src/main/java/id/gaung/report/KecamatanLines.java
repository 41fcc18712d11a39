package id.gaung.report;

import id.gaung.report.FiguresDao.KecamatanRow;
import id.gaung.report.ReportInputs.UmkmLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The week by kecamatan: all of them, adding up to the week. */
final class KecamatanLines {

  private final Map<String, Tally> tallies = new HashMap<>();
  private final Tally without = new Tally();
  private final Measure base;
  private final boolean anyViews;
  private final boolean anyInteractions;

  private KecamatanLines(List<ReportedPost> rows) {
    base = base(rows);
    anyViews = rows.stream().anyMatch(row -> row.cell(Measure.VIEWS).complete());
    anyInteractions = rows.stream().anyMatch(row -> row.cell(Measure.INTERACTIONS).complete());
    rows.forEach(this::add);
  }

  static List<KecamatanLine> of(
      List<ReportedPost> rows, List<KecamatanRow> all, List<UmkmLine> umkm) {
    return new KecamatanLines(rows).lines(all, umkm);
  }

  /** What exposure is measured by in this week. */
  static Fairness fairness(List<ReportedPost> rows, List<KecamatanLine> lines) {
    Measure base = base(rows);
    List<Long> exposure =
        lines.stream()
            .filter(line -> !line.code().isEmpty())
            .map(line -> (base == Measure.VIEWS ? line.views() : line.interactions()).orElse(0L))
            .toList();
    return new Fairness(base, Fairness.jain(exposure));
  }

  private static Measure base(List<ReportedPost> rows) {
    boolean seen =
        rows.stream()
            .anyMatch(
                row -> !row.products().isEmpty() && row.cell(Measure.VIEWS).known().orElse(0L) > 0);
    return seen ? Measure.VIEWS : Measure.INTERACTIONS;
  }

  private long exposure(Tally tally) {
    return (base == Measure.VIEWS ? tally.views() : tally.interactions()).orElse(0L);
  }

  private void add(ReportedPost row) {
    Set<String> counted = new HashSet<>();
    for (ProductShare share : row.products()) {
      Tally tally = tallies.computeIfAbsent(share.kecamatanCode(), code -> new Tally());
      if (counted.add(share.kecamatanCode())) {
        tally.post(row.publishedThisWeek());
      }
      tally.share(share.views(), share.interactions());
    }
    if (row.products().isEmpty()) {
      without.post(row.publishedThisWeek());
      without.share(row.cell(Measure.VIEWS).known(), row.cell(Measure.INTERACTIONS).known());
    }
  }

  private List<KecamatanLine> lines(List<KecamatanRow> all, List<UmkmLine> umkm) {
    Map<String, Long> registered =
        umkm.stream()
            .collect(Collectors.groupingBy(UmkmLine::kecamatanCode, Collectors.counting()));
    long allExposure = tallies.values().stream().mapToLong(this::exposure).sum();
    List<KecamatanLine> lines = new ArrayList<>();
    for (KecamatanRow row : all) {
      Tally tally = tallies.getOrDefault(row.code(), new Tally());
      long here = registered.getOrDefault(row.code(), 0L);
      lines.add(
          line(
              row,
              (int) here,
              tally,
              Fairness.ratio(exposure(tally), allExposure, here, umkm.size())));
    }
    if (without.measured() > 0) {
      lines.add(line(new KecamatanRow("", ""), 0, without, Optional.empty()));
    }
    return List.copyOf(lines);
  }

  /** A kecamatan that no post shows got nothing: that is a zero, if anybody got anything known. */
  private KecamatanLine line(
      KecamatanRow row, int umkm, Tally tally, Optional<java.math.BigDecimal> ratio) {
    boolean nothing = tally.measured() == 0;
    return new KecamatanLine(
        row.code(),
        row.name(),
        umkm,
        tally.published(),
        tally.measured(),
        tally.views().or(() -> nothing && anyViews ? Optional.of(0L) : Optional.empty()),
        tally
            .interactions()
            .or(() -> nothing && anyInteractions ? Optional.of(0L) : Optional.empty()),
        ratio);
  }
}
