package id.gaung.report;

import id.gaung.report.Comparison.MetricLine;
import id.gaung.web.Formats;
import id.gaung.web.Translator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The sentences on top of a report: what moved, what stands out, what needs somebody. */
final class Headline {

  private final ReportDocument report;
  private final Translator t;
  private final Formats f;

  private Headline(ReportDocument report, Translator t, Formats f) {
    this.report = report;
    this.t = t;
    this.f = f;
  }

  static List<Sentence> of(ReportDocument report, Translator t, Formats f) {
    return new Headline(report, t, f).sentences();
  }

  private List<Sentence> sentences() {
    List<Sentence> sentences = new ArrayList<>();
    Plan plan = report.plan();
    int planned = report.pageOne().map(PageOne::planned).orElse(plan.planned());
    int published = report.pageOne().map(PageOne::published).orElse(plan.published());
    sentences.add(
        new Sentence(
            planned == 0
                ? t.get("report.say.none-planned")
                : t.get("report.say.published", f.number(published), f.number(planned)),
            report.path("plan")));
    sentences.add(moved(Measure.INTERACTIONS));
    if (report.metric(Measure.VIEWS).totals().growth().isPresent()) {
      sentences.add(moved(Measure.VIEWS));
    }
    strongest().ifPresent(sentences::add);
    corrections().ifPresent(sentences::add);
    int missing = report.coverage().measured() - report.coverage().complete();
    if (missing > 0) {
      sentences.add(
          new Sentence(
              t.get("report.say.incomplete", f.number(missing)),
              RowsQuery.of(Measure.INTERACTIONS).known(false).path(report)));
    }
    if (planned > published) {
      sentences.add(
          new Sentence(
              t.get("report.say.unpublished", f.number(planned - published)),
              report.path("plan") + "#unpublished"));
    }
    return List.copyOf(sentences);
  }

  private Sentence moved(Measure measure) {
    MetricLine line = report.metric(measure);
    String name = t.name("report.measure", measure);
    String said =
        line.totals()
            .growth()
            .map(
                growth ->
                    t.get(
                        "report.say.moved",
                        name,
                        f.signed(growth),
                        line.comparison()
                            .change()
                            .map(change -> NumberWords.change(change, t, f))
                            .orElse(t.get("report.change.none"))))
            .orElseGet(() -> t.get("report.say.unknown", name));
    return new Sentence(said, RowsQuery.of(measure).path(report));
  }

  private Optional<Sentence> strongest() {
    Comparator<NetworkLine> byGrowth =
        Comparator.comparing(n -> n.of(Measure.INTERACTIONS).growth().orElse(0L));
    return report.networks().stream()
        .filter(n -> n.of(Measure.INTERACTIONS).growth().orElse(0L) > 0)
        .max(byGrowth)
        .filter(n -> report.networks().size() > 1)
        .map(
            n ->
                new Sentence(
                    t.get(
                        "report.say.strongest",
                        n.network().label(),
                        f.number(n.of(Measure.INTERACTIONS).growth().orElse(0L))),
                    RowsQuery.of(Measure.INTERACTIONS).on(n.network()).path(report)));
  }

  private Optional<Sentence> corrections() {
    return report
        .metric(Measure.INTERACTIONS)
        .totals()
        .correction()
        .filter(correction -> correction < 0)
        .map(
            correction ->
                new Sentence(
                    t.get("report.say.correction", f.signed(correction)),
                    RowsQuery.of(Measure.INTERACTIONS).path(report)));
  }
}
