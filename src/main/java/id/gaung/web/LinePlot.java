package id.gaung.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A line over time in a drawing's own units. Where a value is not known the line has a gap; a value
 * alone between two gaps is a dot.
 *
 * @param lines the points of each piece, as SVG has them
 * @param dots what stands alone, and the newest value last if it is known
 * @param band of what is usual
 */
public record LinePlot(List<String> lines, List<Dot> dots, Optional<Band> band) {

  private static final double[] STEPS = {1, 2, 2.5, 5, 10};

  public LinePlot {
    lines = List.copyOf(lines);
    dots = List.copyOf(dots);
  }

  /** A point with one decimal. */
  public record Dot(String x, String y) {}

  /** A horizontal band. */
  public record Band(String y, String height) {}

  /** Two ends, the lower first. */
  public record Range(double low, double high) {}

  /**
   * Where the line is drawn.
   *
   * @param top of the largest value; the drawing's height grows downwards
   */
  public record Box(double left, double top, double right, double bottom) {}

  /**
   * @param at of each value between 0 and 1, from left to right
   * @param values as many; empty where not known
   * @param scale of the vertical axis
   */
  public static LinePlot of(
      List<Double> at, List<Optional<Double>> values, Range scale, Optional<Range> usual, Box box) {
    List<String> lines = new ArrayList<>();
    List<Dot> dots = new ArrayList<>();
    List<Dot> piece = new ArrayList<>();
    for (int i = 0; i <= values.size(); i++) {
      Optional<Double> value = i < values.size() ? values.get(i) : Optional.empty();
      if (value.isPresent()) {
        double x = box.left() + at.get(i) * (box.right() - box.left());
        piece.add(new Dot(number(x), number(y(value.get(), scale, box))));
        continue;
      }
      if (piece.size() > 1) {
        lines.add(String.join(" ", piece.stream().map(d -> d.x() + "," + d.y()).toList()));
      }
      if (piece.size() == 1 || (i == values.size() && !piece.isEmpty())) {
        dots.add(piece.get(piece.size() - 1));
      }
      piece.clear();
    }
    return new LinePlot(lines, dots, usual.map(range -> band(range, scale, box)));
  }

  /** The band of a range, at least a line wide. */
  public static Band band(Range range, Range scale, Box box) {
    double high = y(range.high(), scale, box);
    return new Band(number(high), number(Math.max(2, y(range.low(), scale, box) - high)));
  }

  /** Where a value stands. */
  public static double y(double value, Range scale, Box box) {
    double width = scale.high() - scale.low();
    double share = width == 0 ? 0.5 : (value - scale.low()) / width;
    return box.bottom() - share * (box.bottom() - box.top());
  }

  /** One decimal, with a point, as SVG wants it. */
  public static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  /** Round values from zero up to the largest one or a little more; three steps at most. */
  public static List<Long> ticks(double most) {
    double largest = Math.max(most, 1);
    double rough = largest / 3;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = power;
    for (double candidate : STEPS) {
      step = candidate * power;
      if (step >= rough && step == Math.rint(step)) {
        break;
      }
    }
    step = Math.max(1, Math.ceil(step));
    List<Long> ticks = new ArrayList<>();
    for (long tick = 0; tick == 0 || tick < largest + step; tick += (long) step) {
      ticks.add(tick);
    }
    return ticks;
  }
}
