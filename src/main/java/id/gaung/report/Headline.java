package id.gaung.report;

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

  static List<String> of(ReportDocument report, Translator t, Formats f) {
    return new Headline(report, t, f).sentences();
  }

  private List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    Plan plan = report.plan();
    sentences.add(
        plan.planned() == 0
            ? t.get("report.say.none-planned")
            : t.get("report.say.published", f.number(plan.published()), f.number(plan.planned())));
    sentences.add(moved(Measure.INTERACTIONS));
    if (report.metric(Measure.VIEWS).totals().growth().isPresent()) {
      sentences.add(moved(Measure.VIEWS));
    }
    strongest().ifPresent(sentences::add);
    corrections().ifPresent(sentences::add);
    int missing = report.coverage().measured() - report.coverage().complete();
    if (missing > 0) {
      sentences.add(t.get("report.say.incomplete", f.number(missing)));
    }
    if (!plan.unpublished().isEmpty()) {
      sentences.add(t.get("report.say.unpublished", f.number(plan.unpublished().size())));
    }
    return List.copyOf(sentences);
  }

  private String moved(Measure measure) {
    MetricLine line = report.metric(measure);
    String name = t.name("report.measure", measure);
    return line.totals()
        .growth()
        .map(
            growth ->
                t.get(
                    "report.say.moved",
                    name,
                    f.signed(growth),
                    line.comparison()
                        .change()
                        .map(change -> Words.change(change, t, f))
                        .orElse(t.get("report.change.none"))))
        .orElseGet(() -> t.get("report.say.unknown", name));
  }

  private Optional<String> strongest() {
    Comparator<NetworkLine> byGrowth =
        Comparator.comparing(n -> n.of(Measure.INTERACTIONS).growth().orElse(0L));
    return report.networks().stream()
        .filter(n -> n.of(Measure.INTERACTIONS).growth().orElse(0L) > 0)
        .max(byGrowth)
        .filter(n -> report.networks().size() > 1)
        .map(
            n ->
                t.get(
                    "report.say.strongest",
                    n.network().label(),
                    f.number(n.of(Measure.INTERACTIONS).growth().orElse(0L))));
  }

  private Optional<String> corrections() {
    return report
        .metric(Measure.INTERACTIONS)
        .totals()
        .correction()
        .filter(correction -> correction < 0)
        .map(correction -> t.get("report.say.correction", f.signed(correction)));
  }
}
