package id.gaung.report;

import id.gaung.kernel.Rupiah;
import id.gaung.kernel.Week;
import id.gaung.report.PageOne.CampaignLine;
import id.gaung.report.PageOne.WeekFigures;
import id.gaung.web.Formats;
import id.gaung.web.Translator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a week comes to in a sentence, computed from its frozen figures. */
public final class Conclusion {

  private static final int NAMED = 2;

  /** From so few posts nothing is concluded about whole districts. */
  private static final int FEW = 5;

  private final ReportDocument report;
  private final Translator t;
  private final Formats f;

  Conclusion(ReportDocument report, Translator t, Formats f) {
    this.report = report;
    this.t = t;
    this.f = f;
  }

  /** The sentence of a report in the archive. */
  public static String of(StoredReport report, Translator t, Formats f) {
    return new Conclusion(report.read(), t, f).sentence();
  }

  /** Whether interactions rose or fell, against the usual and why, and what views did. */
  String sentence() {
    Optional<Long> interactions = report.metric(Measure.INTERACTIONS).totals().growth();
    if (interactions.isEmpty()) {
      return t.get(report.rows().isEmpty() ? "report.lead.nothing" : "report.lead.unknown");
    }
    StringBuilder said = new StringBuilder(moved(Measure.INTERACTIONS));
    ReportCharts.usualInteractions(report)
        .filter(usual -> report.countedAnew(Measure.INTERACTIONS).isEmpty())
        .ifPresent(
            usual ->
                said.append(
                    t.get(
                        "report.lead.usual." + usual.place(BigDecimal.valueOf(interactions.get())),
                        f.number(usual.low().longValue()),
                        f.number(usual.high().longValue()))));
    fewer().filter(f -> !report.isCountedAnew(Measure.INTERACTIONS)).ifPresent(said::append);
    if (report.metric(Measure.VIEWS).totals().growth().isPresent()) {
      said.append("; ").append(moved(Measure.VIEWS));
    }
    return said.append('.').toString();
  }

  private String moved(Measure measure) {
    Comparison.MetricLine line = report.metric(measure);
    String now = f.number(line.totals().growth().orElse(0L));
    String key = "report.lead." + measure.name() + '.';
    Optional<WeekChange> change =
        line.comparison().change().filter(c -> !report.isCountedAnew(measure));
    if (change.isEmpty()) {
      return t.get(key + "first", now);
    }
    long difference = change.get().difference();
    if (difference == 0) {
      return t.get(key + "same", now);
    }
    String by =
        change
            .get()
            .percent()
            .map(p -> NumberWords.percent(p.abs().setScale(0, java.math.RoundingMode.HALF_UP), f))
            .orElseGet(() -> f.number(Math.abs(difference)));
    return t.get(key + (difference > 0 ? "up" : "down"), by, now);
  }

  /** Fewer posts explain fewer interactions, if both fell. */
  private Optional<String> fewer() {
    List<WeekFigures> weeks = report.pageOne().map(PageOne::weeks).orElse(List.of());
    if (weeks.size() < 2) {
      return Optional.empty();
    }
    Optional<Integer> now = weeks.get(weeks.size() - 1).published();
    Optional<Integer> before = weeks.get(weeks.size() - 2).published();
    boolean fell =
        report
            .metric(Measure.INTERACTIONS)
            .comparison()
            .change()
            .filter(c -> c.difference() < 0)
            .isPresent();
    return before
        .filter(b -> fell && now.filter(n -> n < b).isPresent())
        .map(b -> t.get("report.lead.fewer", f.number(now.orElse(0)), f.number(b)));
  }

  /** How far campaigns are, what is spent and what is not known. */
  String detail() {
    List<String> said = new ArrayList<>();
    List<CampaignLine> campaigns = report.pageOne().map(PageOne::campaigns).orElse(List.of());
    List<String> goals =
        campaigns.stream()
            .flatMap(
                c ->
                    c.targetPosts().stream()
                        .map(
                            target ->
                                t.get(
                                    "report.lead.campaign",
                                    c.campaign(),
                                    f.number(c.posts()),
                                    f.number(target))))
            .limit(NAMED)
            .toList();
    if (!goals.isEmpty()) {
      said.add(String.join(", ", goals) + ".");
    }
    report
        .pageOne()
        .ifPresent(
            page -> {
              Rupiah budget = page.sum(CampaignLine::budget);
              if (budget.isPositive()) {
                long share =
                    Math.round(100.0 * page.sum(CampaignLine::used).amount() / budget.amount());
                said.add(t.get("report.lead.spent", f.number(share)));
              }
            });
    int missing = report.coverage().measured() - report.coverage().complete();
    if (missing > 0) {
      said.add(t.get("report.lead.incomplete", f.number(missing)));
    }
    if (Stream.of(Measure.INTERACTIONS, Measure.VIEWS)
        .anyMatch(m -> !report.countedAnew(m).isEmpty())) {
      said.add(t.get("report.lead.counted-anew"));
    }
    return String.join(" ", said);
  }

  /** What the figures ask somebody to decide; empty if nothing. */
  Optional<Decision> decision() {
    LocalDate friday =
        Week.parse(report.week()).map(w -> w.next().monday().plusDays(4)).orElseThrow();
    List<KecamatanLine> low =
        report.kecamatan().stream()
            .filter(KecamatanLine::isLow)
            .sorted(Comparator.comparing(line -> line.ratio().orElse(BigDecimal.ZERO)))
            .limit(NAMED)
            .toList();
    long posts = report.rows().stream().map(ReportedPost::postId).distinct().count();
    if (!low.isEmpty() && posts >= FEW) {
      int week = Week.parse(report.week()).map(w -> w.next().next().number()).orElse(0);
      String names = t.together(low.stream().map(KecamatanLine::name).toList());
      return Optional.of(
          new Decision(
              t.get("report.decide.fairness", names, week),
              why(low.get(0)),
              "report.decide.head",
              friday));
    }
    int missing = report.pageOne().map(page -> page.planned() - page.published()).orElse(0);
    return missing <= 0
        ? Optional.empty()
        : Optional.of(
            new Decision(
                t.get("report.decide.again", f.number(missing)),
                t.get("report.decide.again.why"),
                "report.decide.staff",
                friday));
  }

  private String why(KecamatanLine low) {
    return ReportCharts.Dumbbells.of(report).stream()
        .flatMap(chart -> chart.rows().stream())
        .filter(row -> row.name().equals(low.name()))
        .map(
            row ->
                t.get(
                    report.fairness().base() == Measure.VIEWS
                        ? "report.decide.fairness.views"
                        : "report.decide.fairness.interactions",
                    row.name(),
                    f.number(row.shown()),
                    f.number(row.umkm())))
        .findFirst()
        .orElse("");
  }

  /**
   * A question that the figures ask.
   *
   * @param by key of who decides
   */
  public record Decision(String question, String why, String by, LocalDate until) {}
}
