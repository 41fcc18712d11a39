package id.gaung.publishing;

import id.gaung.publishing.PostMeasures.Measured;
import id.gaung.publishing.PostMeasures.Point;
import id.gaung.publishing.PostMeasures.Usual;
import id.gaung.web.LinePlot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How a post's interactions grew, in the drawing's own units (720 by 230), beside what is usual.
 *
 * @param line its points, as SVG has them
 * @param dots the readings, the newest last
 * @param band the path of what is usual; empty while nothing is
 * @param ticks values of the vertical axis, in place of the x, and where they stand
 * @param dates of the horizontal axis
 * @param last the newest value
 * @param posts of how many posts the usual is
 */
public record GrowthCharts(
    String line,
    List<LinePlot.Dot> dots,
    Optional<String> band,
    List<LinePlot.Dot> ticks,
    List<Date> dates,
    long last,
    long posts,
    Optional<Duration> half) {

  private static final LinePlot.Box BOX = new LinePlot.Box(52, 14, 664, 196);
  private static final int DATES = 4;

  /** So many readings are each a dot; more would be a second line. */
  private static final int MOST_DOTS = 16;

  /** A date below the drawing. */
  public record Date(Instant at, String x) {}

  /** Empty until it was read twice. */
  static Optional<GrowthCharts> of(Measured post) {
    List<Point> growth = post.growth();
    if (growth.size() < 2) {
      return Optional.empty();
    }
    Point newest = growth.get(growth.size() - 1);
    double span = seconds(post.since(), newest.at());
    double most = growth.stream().mapToLong(Point::interactions).max().orElse(0);
    double usual = post.usual().stream().mapToLong(u -> u.interactions().high()).max().orElse(0);
    List<Long> ticks = LinePlot.ticks(Math.max(most, usual));
    LinePlot.Range scale = new LinePlot.Range(0, ticks.get(ticks.size() - 1));
    List<LinePlot.Dot> points = new ArrayList<>();
    points.add(dot(0, 0, scale));
    growth.forEach(
        p -> points.add(dot(seconds(post.since(), p.at()) / span, p.interactions(), scale)));
    List<LinePlot.Dot> read = points.subList(1, points.size());
    return Optional.of(
        new GrowthCharts(
            joined(points),
            read.size() > MOST_DOTS ? read.subList(read.size() - 1, read.size()) : read,
            band(post.usual(), span, scale),
            ticks.stream()
                .map(n -> new LinePlot.Dot(Long.toString(n), LinePlot.number(y(n, scale))))
                .toList(),
            IntStream.range(0, DATES)
                .mapToObj(i -> date(post.since(), (double) i / (DATES - 1), span))
                .toList(),
            newest.interactions(),
            post.usualNow().map(Usual::posts).orElse(0L),
            half(post, newest)));
  }

  /** How soon half of it had come; empty if it cannot be told from the readings. */
  private static Optional<Duration> half(Measured post, Point newest) {
    return post.growth().stream()
        .limit(newest.interactions() > 0 ? post.growth().size() - 1L : 0)
        .filter(point -> point.interactions() * 2 >= newest.interactions())
        .findFirst()
        .map(point -> Duration.between(post.since(), point.at()));
  }

  private static Optional<String> band(List<Usual> usual, double span, LinePlot.Range scale) {
    if (usual.isEmpty()) {
      return Optional.empty();
    }
    List<LinePlot.Dot> edge = new ArrayList<>();
    edge.add(dot(0, 0, scale));
    usual.forEach(
        u -> edge.add(dot((double) u.age().toSeconds() / span, u.interactions().high(), scale)));
    List<Usual> back = new ArrayList<>(usual);
    Collections.reverse(back);
    back.forEach(
        u -> edge.add(dot((double) u.age().toSeconds() / span, u.interactions().low(), scale)));
    return Optional.of(joined(edge));
  }

  private static Date date(Instant since, double share, double span) {
    double x = BOX.left() + share * (BOX.right() - BOX.left());
    return new Date(since.plusSeconds((long) (share * span)), LinePlot.number(x));
  }

  private static LinePlot.Dot dot(double share, long value, LinePlot.Range scale) {
    double x = BOX.left() + Math.min(1, share) * (BOX.right() - BOX.left());
    return new LinePlot.Dot(LinePlot.number(x), LinePlot.number(y(value, scale)));
  }

  private static double y(long value, LinePlot.Range scale) {
    return LinePlot.y((double) value, scale, BOX);
  }

  private static String joined(List<LinePlot.Dot> dots) {
    return String.join(" ", dots.stream().map(dot -> dot.x() + "," + dot.y()).toList());
  }

  private static double seconds(Instant from, Instant until) {
    return Math.max(1.0, (double) Duration.between(from, until).toSeconds());
  }
}
