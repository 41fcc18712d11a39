package id.gaung.report;

import id.gaung.kernel.Week;
import id.gaung.report.Comparison.MetricLine;
import id.gaung.report.ReportInputs.UmkmLine;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A week's report as it is stored. Everything a page, a file or the API says comes from here.
 *
 * @param format of this document, so that later programs can read earlier reports
 * @param week such as {@code 2026-W48}
 * @param cutAt the week's end; nothing observed later is in it
 * @param reason of a revision
 * @param comparedWith the newest reports of the four weeks before, such as {@code 2026-W47 v2}
 * @param top the posts with the most growth of engagements, without deleted ones
 * @param bottom those with the least
 * @param rows every post behind the numbers, by the time it came out
 * @param umkm the UMKM that were registered at the week's end
 * @param countedAnew the changes of counting that its comparisons go across; none in documents from
 *     before they were kept
 * @param differences to the version before; only of a revision
 * @param pageOne what the first page shows beside; empty in documents from before there was one
 */
public record ReportDocument(
    int format,
    String week,
    int version,
    ReportState state,
    Instant cutAt,
    Instant madeAt,
    Optional<String> reason,
    List<String> comparedWith,
    Coverage coverage,
    Plan plan,
    List<MetricLine> metrics,
    List<RateLine> rates,
    int withoutRate,
    List<NetworkLine> networks,
    List<UUID> top,
    List<UUID> bottom,
    List<ProductLine> products,
    List<KecamatanLine> kecamatan,
    Fairness fairness,
    List<FollowerLine> followers,
    Costs costs,
    List<ReportedPost> rows,
    List<UmkmLine> umkm,
    List<CountedAnew> countedAnew,
    List<Difference> differences,
    Optional<PageOne> pageOne) {

  static final int FORMAT = 2;

  public ReportDocument {
    comparedWith = List.copyOf(comparedWith);
    metrics = List.copyOf(metrics);
    rates = List.copyOf(rates);
    networks = List.copyOf(networks);
    top = List.copyOf(top);
    bottom = List.copyOf(bottom);
    products = List.copyOf(products);
    kecamatan = List.copyOf(kecamatan);
    followers = List.copyOf(followers);
    rows = List.copyOf(rows);
    // The first documents have the counts alone.
    umkm = List.copyOf(Objects.requireNonNullElse(umkm, List.of()));
    countedAnew = List.copyOf(Objects.requireNonNullElse(countedAnew, List.of()));
    differences = List.copyOf(differences);
    pageOne = Objects.requireNonNullElse(pageOne, Optional.empty());
  }

  public MetricLine metric(Measure measure) {
    return metrics.stream()
        .filter(line -> line.measure() == measure)
        .findFirst()
        .orElseGet(
            () ->
                new MetricLine(
                    measure,
                    Totals.of(List.of(), measure),
                    Comparison.of(Optional.empty(), List.of())));
  }

  /** The address of a page of this version, such as {@code /reports/2026-W48/plan?version=2}. */
  public String path(String page) {
    return "/reports/" + week + "/" + page + "?version=" + version;
  }

  public Optional<ReportedPost> row(UUID renditionId) {
    return rows.stream().filter(row -> row.renditionId().equals(renditionId)).findFirst();
  }

  /** The changes of counting between its earliest week and its end that touch a measure. */
  public List<CountedAnew> countedAnew(Measure measure) {
    return countedAnew.stream().filter(one -> one.touches(measure)).toList();
  }

  /** Whether such a change lies in its week or the one before, so that the two do not compare. */
  boolean isCountedAnew(Measure measure) {
    return Week.parse(week)
        .map(w -> w.previous().monday())
        .filter(since -> countedAnew(measure).stream().anyMatch(one -> one.isSince(since)))
        .isPresent();
  }

  /** The rate with the most posts; empty if no post has one. */
  static Optional<RateLine> mainRate(List<RateLine> rates) {
    return rates.stream().reduce((best, next) -> next.posts() > best.posts() ? next : best);
  }

  ReportDocument with(PageOne page) {
    return copy(reason, differences, Optional.of(page));
  }

  ReportDocument revised(String why, List<Difference> from) {
    return copy(Optional.of(why), from, pageOne);
  }

  private ReportDocument copy(Optional<String> why, List<Difference> from, Optional<PageOne> page) {
    return new ReportDocument(
        format,
        week,
        version,
        state,
        cutAt,
        madeAt,
        why,
        comparedWith,
        coverage,
        plan,
        metrics,
        rates,
        withoutRate,
        networks,
        top,
        bottom,
        products,
        kecamatan,
        fairness,
        followers,
        costs,
        rows,
        umkm,
        countedAnew,
        from,
        page);
  }
}
