package id.gaung.report;

import id.gaung.kernel.Tone;
import id.gaung.kernel.Week;
import id.gaung.platform.RateBase;
import id.gaung.report.PageOne.WeekFigures;
import id.gaung.web.Formats;
import id.gaung.web.LinePlot;
import id.gaung.web.Translator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One of the five figures at the head of a report: its value beside what is usual for it.
 *
 * @param of what it is part of, in words
 * @param line eight weeks; empty where the document froze none
 * @param spoken the line's values in words
 * @param state how it stands to the usual
 * @param notes what else is to be known of it, in words
 * @param href the rows behind it
 */
public record FigureTile(
    String label,
    String value,
    Optional<String> of,
    Optional<LinePlot> line,
    String spoken,
    Optional<State> state,
    List<String> notes,
    String href) {

  /** Width and height of the line's drawing. */
  public static final int WIDTH = 180;

  public static final int HEIGHT = 44;

  private static final LinePlot.Box BOX = new LinePlot.Box(6, 7, 174, 37);

  /** How a figure stands to the usual, in words. */
  public record State(String text, Tone tone, String icon) {}

  /** Makes the five of a document. */
  static List<FigureTile> of(ReportDocument report, Translator t, Formats f) {
    return new Maker(report, t, f).five();
  }

  /** The week's interactions alone. */
  public static FigureTile interactions(StoredReport report, Translator t, Formats f) {
    return new Maker(report.read(), t, f).moved(Measure.INTERACTIONS);
  }

  private static final class Maker {

    private final ReportDocument report;
    private final Translator t;
    private final Formats f;
    private final List<WeekFigures> weeks;

    Maker(ReportDocument report, Translator t, Formats f) {
      this.report = report;
      this.t = t;
      this.f = f;
      this.weeks = report.pageOne().map(PageOne::weeks).orElse(List.of());
    }

    List<FigureTile> five() {
      return List.of(posts(), moved(Measure.VIEWS), moved(Measure.INTERACTIONS), rate(), cost());
    }

    private FigureTile posts() {
      int planned = report.pageOne().map(PageOne::planned).orElse(report.plan().planned());
      int published = report.pageOne().map(PageOne::published).orElse(report.plan().published());
      List<String> notes = new ArrayList<>();
      if (report.pageOne().isEmpty()) {
        notes.add(t.get("report.tile.accounts"));
      }
      if (planned > published) {
        notes.add(t.get("report.tile.not-out", f.number(planned - published)));
      }
      return tile(
          t.get("report.tile.posts"),
          Optional.of(BigDecimal.valueOf(published)),
          v -> f.number(v.longValue()),
          Optional.of(t.get("report.tile.of", f.number(planned))),
          week -> week.published().map(BigDecimal::valueOf),
          false,
          false,
          notes,
          report.path("plan"));
    }

    private FigureTile moved(Measure measure) {
      Comparison.MetricLine line = report.metric(measure);
      Optional<Long> growth = line.totals().growth();
      String note =
          growth.isEmpty()
              ? NumberWords.why(line.totals(), t, f)
              : line.comparison().change().map(this::change).orElse(t.get("report.tile.first"));
      return tile(
          t.name("report.measure", measure),
          growth.map(BigDecimal::valueOf),
          v -> f.number(v.longValue()),
          Optional.empty(),
          week ->
              (measure == Measure.VIEWS ? week.views() : week.interactions())
                  .map(BigDecimal::valueOf),
          false,
          anew(measure),
          List.of(note),
          RowsQuery.of(measure).path(report));
    }

    private String change(WeekChange change) {
      String before =
          Week.parse(report.week()).map(w -> Integer.toString(w.previous().number())).orElse("");
      if (change.difference() == 0) {
        return t.get("report.tile.same", before);
      }
      String by =
          change
              .percent()
              .map(p -> NumberWords.percent(p.abs(), f))
              .orElseGet(() -> f.number(Math.abs(change.difference())));
      return t.get(change.difference() > 0 ? "report.tile.up" : "report.tile.down", by, before);
    }

    private FigureTile rate() {
      Optional<RateLine> rate = ReportDocument.mainRate(report.rates());
      List<String> notes = new ArrayList<>();
      rate.ifPresent(
          r -> {
            notes.add(t.name("report.base", r.base()));
            notes.add(NumberWords.base(report, r, t, f));
          });
      if (rate.isEmpty()) {
        notes.add(t.get("report.rate.none"));
      }
      return tile(
          t.get("report.tile.rate"),
          rate.flatMap(RateLine::pooled),
          v -> NumberWords.percent(v, f),
          Optional.empty(),
          WeekFigures::rate,
          false,
          anew(Measure.INTERACTIONS) || rate.filter(r -> anew(r.base())).isPresent(),
          notes,
          rate.map(r -> RowsQuery.of(Quotient.of(r.base())))
              .orElse(RowsQuery.of(Quotient.NO_RATE))
              .path(report));
    }

    private boolean anew(Measure measure) {
      return !report.countedAnew(measure).isEmpty();
    }

    private boolean anew(RateBase base) {
      return Measure.named(base.name()).filter(this::anew).isPresent();
    }

    private FigureTile cost() {
      Costs costs = report.costs();
      return tile(
          t.get("report.tile.cost"),
          costs.perInteraction(),
          v -> f.rupiah(v),
          Optional.empty(),
          WeekFigures::cost,
          true,
          anew(Measure.INTERACTIONS),
          List.of(
              costs.perInteraction().isPresent()
                  ? t.get("report.tile.cost.from", f.number(costs.perInteractionPosts()))
                  : t.get("report.tile.cost.none")),
          RowsQuery.of(Quotient.COST_PER_INTERACTION).path(report));
    }

    private FigureTile tile(
        String label,
        Optional<BigDecimal> value,
        Function<BigDecimal, String> words,
        Optional<String> of,
        Function<WeekFigures, Optional<BigDecimal>> series,
        boolean lessIsBetter,
        boolean anew,
        List<String> notes,
        String href) {
      List<Optional<BigDecimal>> values = weeks.stream().map(series).toList();
      List<BigDecimal> before =
          values.stream().limit(Math.max(0, values.size() - 1)).flatMap(Optional::stream).toList();
      Optional<UsualRange> usual = UsualRange.of(before);
      List<String> all = new ArrayList<>();
      usual.ifPresent(
          u ->
              all.add(
                  t.get(
                      "report.tile.usual",
                      NumberWords.range(words.apply(u.low()), words.apply(u.high())))));
      if (usual.isEmpty()) {
        all.add(
            weeks.isEmpty()
                ? t.get("report.frozen-before")
                : t.get("report.tile.no-usual", f.number(before.size())));
      }
      // Said beside what is compared, wherever only the first note is shown.
      if (anew) {
        all.set(0, t.get("report.tile.counted-anew", all.get(0)));
      }
      all.addAll(notes);
      return new FigureTile(
          label,
          value.map(words).orElse(t.get("web.none")),
          of.filter(o -> value.isPresent()),
          values.stream().anyMatch(Optional::isPresent)
              ? Optional.of(line(values, usual))
              : Optional.empty(),
          label + ": " + spoken(values, words),
          value.filter(v -> !anew).flatMap(v -> usual.map(u -> state(u.place(v), lessIsBetter))),
          all,
          href);
    }

    private String spoken(List<Optional<BigDecimal>> values, Function<BigDecimal, String> words) {
      return String.join(
          ", ", values.stream().map(v -> v.map(words).orElse(t.get("report.chart.none"))).toList());
    }

    private State state(UsualRange.Place place, boolean lessIsBetter) {
      String text = t.name("report.usual", place);
      return switch (place) {
        case WITHIN -> new State(text, Tone.GOOD, "check");
        case BELOW -> new State(text, lessIsBetter ? Tone.GOOD : Tone.WAIT, "trenddown");
        case ABOVE -> new State(text, lessIsBetter ? Tone.WAIT : Tone.GOOD, "up");
      };
    }
  }

  private static LinePlot line(List<Optional<BigDecimal>> values, Optional<UsualRange> usual) {
    List<Double> at = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      at.add(values.size() == 1 ? 1.0 : i / (values.size() - 1.0));
    }
    List<Optional<Double>> numbers =
        values.stream().map(v -> v.map(BigDecimal::doubleValue)).toList();
    Optional<LinePlot.Range> band =
        usual.map(u -> new LinePlot.Range(u.low().doubleValue(), u.high().doubleValue()));
    List<Double> all = new ArrayList<>(numbers.stream().flatMap(Optional::stream).toList());
    band.ifPresent(
        b -> {
          all.add(b.low());
          all.add(b.high());
        });
    double low = all.stream().mapToDouble(v -> v).min().orElse(0);
    double high = all.stream().mapToDouble(v -> v).max().orElse(0);
    return LinePlot.of(at, numbers, new LinePlot.Range(low, high), band, BOX);
  }
}
