package id.gaung.report;

import id.gaung.kernel.Week;
import id.gaung.report.Comparison.MetricLine;
import id.gaung.web.Formats;
import id.gaung.web.Translator;
import java.util.ArrayList;
import java.util.List;

/** A report in a terminal: heading, sentences, one line for each measure. */
final class ReportText {

  private ReportText() {}

  static String of(StoredReport stored, Translator t, Formats f) {
    ReportDocument report = stored.read();
    List<String> lines = new ArrayList<>();
    lines.add(f.week(Week.parse(report.week()).orElseThrow()));
    lines.add(
        t.get(
            "report.text.head",
            f.number(report.version()),
            t.name("report.state", report.state()),
            f.dateTime(report.cutAt())));
    lines.add(
        t.get(
            "report.coverage",
            f.number(report.coverage().complete()),
            f.number(report.coverage().measured())));
    if (report.coverage().hidden() > 0) {
      lines.add(t.get("report.hidden", f.number(report.coverage().hidden())));
    }
    lines.add("");
    Headline.of(report, t, f).forEach(sentence -> lines.add(sentence.text()));
    lines.add("");
    for (MetricLine line : report.metrics()) {
      lines.add("  " + t.name("report.measure", line.measure()) + ": " + numbers(line, t, f));
    }
    lines.add("");
    lines.add("SHA-256 " + stored.sha256());
    return String.join(System.lineSeparator(), lines);
  }

  private static String numbers(MetricLine line, Translator t, Formats f) {
    Totals totals = line.totals();
    return totals
        .growth()
        .map(
            growth ->
                t.get(
                    "report.text.numbers",
                    f.signed(growth),
                    f.signed(totals.correction().orElse(0L)),
                    f.signed(totals.late().orElse(0L)),
                    f.number(totals.withData()),
                    f.number(totals.without())))
        .orElseGet(() -> t.get("web.none") + " (" + NumberWords.why(totals, t, f) + ")");
  }
}
