package id.gaung.platform.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Figure;
import id.gaung.platform.Figure.Gap;
import java.util.Optional;

/**
 * Reads the values of insights: numbers, or objects with a number for each kind. Nothing told is
 * nothing known.
 */
final class InsightValues {

  private InsightValues() {}

  /** A metric of an answer, all its parts together. */
  static Figure of(JsonNode insights, String name) {
    return values(insights, name).map(values -> sum(values)).orElse(Figure.missing(Gap.NOT_YET));
  }

  /** One part of a metric whose value is an object; empty where the metric is not told. */
  static Optional<JsonNode> parts(JsonNode insights, String name) {
    return values(insights, name)
        .map(values -> values.path(0).path("value"))
        .filter(JsonNode::isObject);
  }

  private static Optional<JsonNode> values(JsonNode insights, String name) {
    for (JsonNode metric : insights.path("data")) {
      if (metric.path("name").asText("").equals(name) && !metric.path("values").isEmpty()) {
        return Optional.of(metric.path("values"));
      }
    }
    return Optional.empty();
  }

  /** What advertisements brought stays out of what the post brought by itself. */
  private static Figure sum(JsonNode values) {
    Figure sum = Figure.missing(Gap.NOT_YET);
    for (JsonNode one : values) {
      if (!one.path("is_from_ads").asBoolean(false)) {
        Figure part = sumOf(one.path("value"));
        sum = sum.known().isPresent() ? sum.plus(part) : part;
      }
    }
    return sum;
  }

  /** Of a number, or of an object's numbers. */
  static Figure sumOf(JsonNode value) {
    if (!value.isObject()) {
      return Figure.counted(value, Gap.NOT_YET);
    }
    Figure sum = Figure.of(0);
    for (JsonNode part : value) {
      Figure counted = Figure.counted(part, Gap.NOT_YET);
      if (counted.known().isEmpty()) {
        return counted;
      }
      sum = sum.plus(counted);
    }
    return sum;
  }
}
