package id.gaung.report;

import id.gaung.kernel.Network;
import id.gaung.kernel.Week;
import id.gaung.report.PageOne.WeekFigures;
import id.gaung.web.LinePlot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The report's charts in their drawings' own units, from the frozen figures alone. */
public final class ReportCharts {

  private static final double MOST = 100;

  private ReportCharts() {}

  /**
   * A column for each week.
   *
   * @param usual of the weeks before; empty while there are too few
   */
  public record Columns(List<Column> columns, List<Tick> ticks, Optional<LinePlot.Band> usual) {

    public static final LinePlot.Box BOX = new LinePlot.Box(44, 26, 560, 184);
    private static final double WIDTH = 38.7;

    static Columns of(List<WeekFigures> weeks, Optional<UsualRange> usual) {
      double largest =
          Math.max(
              weeks.stream()
                  .flatMap(w -> w.interactions().stream())
                  .mapToDouble(Long::doubleValue)
                  .max()
                  .orElse(0),
              usual.map(u -> u.high().doubleValue()).orElse(0.0));
      List<Long> ticks = LinePlot.ticks(largest);
      LinePlot.Range scale = new LinePlot.Range(0, ticks.get(ticks.size() - 1));
      List<Column> columns = new ArrayList<>();
      double step = (BOX.right() - BOX.left()) / Math.max(1, weeks.size());
      for (int i = 0; i < weeks.size(); i++) {
        WeekFigures week = weeks.get(i);
        double middle = BOX.left() + step * (i + 0.5);
        double top = LinePlot.y(week.interactions().orElse(0L), scale, BOX);
        columns.add(
            new Column(
                Week.parse(week.week()).map(Week::number).orElse(0),
                week.interactions(),
                LinePlot.number(middle - WIDTH / 2),
                LinePlot.number(middle),
                LinePlot.number(top),
                LinePlot.number(Math.max(0, BOX.bottom() - top)),
                LinePlot.number(Math.max(12, top - 8)),
                i == weeks.size() - 1));
      }
      return new Columns(
          columns,
          ticks.stream().map(n -> new Tick(n, LinePlot.number(LinePlot.y(n, scale, BOX)))).toList(),
          usual.map(
              u ->
                  LinePlot.band(
                      new LinePlot.Range(u.low().doubleValue(), u.high().doubleValue()),
                      scale,
                      BOX)));
    }

    public String width() {
      return LinePlot.number(WIDTH);
    }
  }

  /** One week's column; without a value it has no height. */
  public record Column(
      int week,
      Optional<Long> value,
      String x,
      String middle,
      String y,
      String height,
      String label,
      boolean now) {}

  /** A line of the grid. */
  public record Tick(long value, String at) {}

  /** Each kecamatan's share of the UMKM beside its share of what the week brought. */
  public record Dumbbells(List<Dumbbell> rows, List<Tick> ticks, int height) {

    private static final double LEAST_LEFT = 148;
    private static final double LETTER = 11;
    private static final double GAP = 16;
    private static final double RIGHT = 526;
    private static final int ROW = 34;
    private static final int TEXT = 13;
    private static final int ROOM = 40;

    static Optional<Dumbbells> of(ReportDocument report) {
      boolean views = report.fairness().base() == Measure.VIEWS;
      List<KecamatanLine> lines =
          report.kecamatan().stream()
              .filter(line -> !line.code().isEmpty())
              .sorted(
                  Comparator.comparing(
                      (KecamatanLine line) ->
                          -(views ? line.views() : line.interactions()).orElse(0L)))
              .toList();
      long allUmkm = lines.stream().mapToLong(KecamatanLine::umkm).sum();
      long all =
          lines.stream()
              .flatMap(l -> (views ? l.views() : l.interactions()).stream())
              .mapToLong(n -> n)
              .sum();
      if (allUmkm == 0 || all == 0) {
        return Optional.empty();
      }
      List<double[]> shares =
          lines.stream()
              .map(
                  l ->
                      new double[] {
                        MOST * l.umkm() / allUmkm,
                        MOST * (views ? l.views() : l.interactions()).orElse(0L) / all
                      })
              .toList();
      double largest = shares.stream().mapToDouble(s -> Math.max(s[0], s[1])).max().orElse(1);
      int step = largest <= 30 ? 10 : largest <= 60 ? 20 : 25;
      int most = (int) Math.ceil(largest / step) * step;
      // On a phone the names are drawn larger; the dots stay clear of the longest.
      double left =
          Math.max(
              LEAST_LEFT,
              GAP + LETTER * lines.stream().mapToInt(l -> l.name().length()).max().orElse(0));
      List<Dumbbell> rows = new ArrayList<>();
      for (int i = 0; i < lines.size(); i++) {
        double umkm = x(shares.get(i)[0], most, left);
        double shown = x(shares.get(i)[1], most, left);
        double y = 19 + ROW * i;
        // Beside the name there is no room for a number on its side.
        boolean right = shown >= umkm || shown - ROOM < left;
        rows.add(
            new Dumbbell(
                lines.get(i).name(),
                Math.round(shares.get(i)[0]),
                Math.round(shares.get(i)[1]),
                lines.get(i).isLow(),
                LinePlot.number(umkm),
                LinePlot.number(shown),
                LinePlot.number(y),
                LinePlot.number(y + 4),
                LinePlot.number(right ? Math.max(shown, umkm) + TEXT : shown - TEXT),
                right ? "start" : "end"));
      }
      List<Tick> ticks = new ArrayList<>();
      for (int at = 0; at <= most; at += step) {
        ticks.add(new Tick(at, LinePlot.number(x(at, most, left))));
      }
      return Optional.of(new Dumbbells(rows, ticks, ROW * rows.size()));
    }

    private static double x(double share, int most, double left) {
      return left + (RIGHT - left) * share / most;
    }

    public int foot() {
      return height + 4;
    }

    public int axis() {
      return height + 20;
    }

    public int drawing() {
      return height + 26;
    }
  }

  /**
   * One kecamatan.
   *
   * @param low whether it gets far less than its share
   */
  public record Dumbbell(
      String name,
      long umkm,
      long shown,
      boolean low,
      String xUmkm,
      String xShown,
      String y,
      String text,
      String label,
      String anchor) {}

  /**
   * A part of a whole, in percent.
   *
   * @param x where it begins
   */
  public record Part(String css, String x, String width, String percent) {

    private static final String[] CSS = {"c1", "c4", "c2", "c3"};

    /** Nothing if there is no whole. */
    static List<Part> of(List<Long> amounts) {
      double all = amounts.stream().mapToLong(n -> Math.max(0, n)).sum();
      List<Part> parts = new ArrayList<>();
      double x = 0;
      for (int i = 0; i < amounts.size() && all > 0; i++) {
        double width = MOST * Math.max(0, amounts.get(i)) / all;
        parts.add(
            new Part(
                CSS[Math.min(i, CSS.length - 1)],
                LinePlot.number(x),
                LinePlot.number(width),
                Long.toString(Math.round(width))));
        x += width;
      }
      return parts;
    }
  }

  /** A network's share of the week's interactions. */
  public record NetworkShare(Network network, Part part) {

    static List<NetworkShare> of(ReportDocument report) {
      List<NetworkLine> lines =
          report.networks().stream()
              .filter(line -> line.of(Measure.INTERACTIONS).growth().isPresent())
              .sorted(
                  java.util.Comparator.comparing(
                          (NetworkLine l) -> l.of(Measure.INTERACTIONS).growth().orElse(0L))
                      .reversed())
              .toList();
      List<Part> parts =
          Part.of(lines.stream().map(l -> l.of(Measure.INTERACTIONS).growth().orElse(0L)).toList());
      List<NetworkShare> shares = new ArrayList<>();
      for (int i = 0; i < parts.size(); i++) {
        shares.add(new NetworkShare(lines.get(i).network(), parts.get(i)));
      }
      return shares;
    }
  }

  /** What is usual for the interactions of this document's week. */
  static Optional<UsualRange> usualInteractions(ReportDocument report) {
    List<WeekFigures> weeks = report.pageOne().map(PageOne::weeks).orElse(List.of());
    return UsualRange.of(
        weeks.stream()
            .limit(Math.max(0, weeks.size() - 1))
            .flatMap(w -> w.interactions().stream())
            .map(BigDecimal::valueOf)
            .toList());
  }
}
