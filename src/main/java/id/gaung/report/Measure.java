package id.gaung.report;

import id.gaung.platform.Metric;
import java.util.Arrays;
import java.util.Optional;

/** What the report counts: the networks' metrics, and the engagements made of them. */
public enum Measure {
  VIEWS,
  /** The sum of the posts' reach counts people twice: it is never called a number of people. */
  REACH,
  LIKES,
  COMMENTS,
  SHARES,
  SAVES,
  /** The sum of the network's engagement set. */
  INTERACTIONS;

  static Measure of(Metric metric) {
    return valueOf(metric.name());
  }

  /** The measure of a name as addresses have it; empty for anything else. */
  static Optional<Measure> named(String name) {
    return Arrays.stream(values()).filter(measure -> measure.name().equals(name)).findFirst();
  }
}
