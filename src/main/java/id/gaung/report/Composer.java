package id.gaung.report;

import id.gaung.kernel.Network;
import id.gaung.kernel.Week;
import id.gaung.platform.NetworkModule;
import id.gaung.report.Comparison.MetricLine;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a week's document of what was gathered. Pure: the same input makes the same document. */
final class Composer {

  private Composer() {}

  /**
   * What the document says about itself.
   *
   * @param earlier the newest documents of the weeks before, the nearest first; empty where a week
   *     has none
   */
  record Heading(
      Week week,
      int version,
      ReportState state,
      Instant madeAt,
      List<Optional<ReportDocument>> earlier) {}

  /** The figures are compared with so many weeks before; the charts go further back. */
  static final int COMPARED = 4;

  static ReportDocument compose(Heading heading, ReportInputs from) {
    ReportDocument figures = figures(heading, from);
    return figures.with(
        PageOneLines.of(from, heading.week(), heading.version(), figures, heading.earlier()));
  }

  private static ReportDocument figures(Heading heading, ReportInputs from) {
    List<Optional<ReportDocument>> earlier = heading.earlier().stream().limit(COMPARED).toList();
    Week week = heading.week();
    List<ReportedPost> rows = PostRows.of(from, week);
    List<RateLine> rates = RateLines.of(rows);
    Ranking ranking = Ranking.of(rows);
    List<KecamatanLine> kecamatan = KecamatanLines.of(rows, from.kecamatan(), from.umkm());
    int published = (int) rows.stream().filter(ReportedPost::publishedThisWeek).count();
    return new ReportDocument(
        ReportDocument.FORMAT,
        week.label(),
        heading.version(),
        heading.state(),
        week.end(),
        heading.madeAt(),
        Optional.empty(),
        earlier.stream().flatMap(Optional::stream).map(d -> d.week() + " v" + d.version()).toList(),
        coverage(rows),
        Plans.of(from, week.end()),
        metrics(rows, earlier),
        rates,
        published - rates.stream().mapToInt(RateLine::posts).sum(),
        networks(rows),
        ranking.top(),
        ranking.bottom(),
        ProductLines.of(rows),
        kecamatan,
        KecamatanLines.fairness(rows, kecamatan),
        from.followers().stream()
            .map(ends -> FollowerLine.of(ends, from.followerReadings()))
            .toList(),
        CostLines.of(rows, from.campaigns()),
        rows,
        from.umkm(),
        CountedAnew.across(from.countedAnew(), week, rows, heading.earlier()),
        List.of(),
        Optional.empty());
  }

  private static Coverage coverage(List<ReportedPost> rows) {
    long complete = rows.stream().filter(r -> r.cell(Measure.INTERACTIONS).complete()).count();
    long hidden = rows.stream().filter(ReportedPost::hidden).count();
    long measured =
        rows.stream()
            .filter(row -> !NetworkModule.counts(row.network()).engagements().isEmpty())
            .count();
    return new Coverage((int) complete, (int) measured, (int) hidden);
  }

  private static List<MetricLine> metrics(
      List<ReportedPost> rows, List<Optional<ReportDocument>> earlier) {
    return Arrays.stream(Measure.values()).map(measure -> metric(measure, rows, earlier)).toList();
  }

  private static MetricLine metric(
      Measure measure, List<ReportedPost> rows, List<Optional<ReportDocument>> earlier) {
    Totals totals = Totals.of(rows, measure);
    List<Optional<Long>> before =
        earlier.stream()
            .map(document -> document.flatMap(d -> d.metric(measure).totals().growth()))
            .toList();
    return new MetricLine(measure, totals, Comparison.of(totals.growth(), before));
  }

  private static List<NetworkLine> networks(List<ReportedPost> rows) {
    return Network.all().stream()
        .map(network -> network(network, rows))
        .filter(line -> line.measured() > 0)
        .toList();
  }

  private static NetworkLine network(Network network, List<ReportedPost> all) {
    List<ReportedPost> rows = all.stream().filter(row -> row.network().equals(network)).toList();
    Map<Measure, Totals> totals = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      totals.put(measure, Totals.of(rows, measure));
    }
    return new NetworkLine(
        network,
        (int) rows.stream().filter(ReportedPost::publishedThisWeek).count(),
        rows.size(),
        totals,
        RateLines.of(rows));
  }
}
