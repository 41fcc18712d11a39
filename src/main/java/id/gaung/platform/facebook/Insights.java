package id.gaung.platform.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Figure;
import id.gaung.platform.Figure.Gap;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.meta.GraphApi;
import id.gaung.platform.meta.GraphBatch;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One edge of insights, asked for by metric names. One name that is not valid any more fails a
 * whole call: then it is found out which, and the client goes on without it. Thread-safe.
 */
final class Insights {

  private final GraphApi api;
  private final String edge;
  private final List<String> names;
  private final Set<String> refused = ConcurrentHashMap.newKeySet();

  /**
   * @param edge such as {@code /insights}
   */
  Insights(GraphApi api, String edge, String... names) {
    this.api = api;
    this.edge = edge;
    this.names = List.of(names);
  }

  /**
   * @param nodes ids, at most {@link GraphBatch#MOST}
   */
  GraphBatch ask(String token, List<String> nodes) {
    List<String> asked = asked();
    GraphBatch batch = ask(token, nodes, asked);
    for (int i = 0; i < nodes.size(); i++) {
      if (isInvalid(batch.entries().get(i))) {
        learn(token, nodes.get(i), asked);
        return asked().equals(asked) || asked().isEmpty() ? batch : ask(token, nodes, asked());
      }
    }
    return batch;
  }

  private List<String> asked() {
    return names.stream().filter(name -> !refused.contains(name)).toList();
  }

  private GraphBatch ask(String token, List<String> nodes, List<String> metrics) {
    String query = "?metric=" + String.join(",", metrics);
    return GraphBatch.ask(
        api, token, nodes.stream().map(id -> GraphApi.node(id) + edge + query).toList());
  }

  /** What this node alone refuses, all of it, says nothing of the names. */
  private void learn(String token, String node, List<String> asked) {
    GraphBatch each =
        GraphBatch.ask(
            api,
            token,
            asked.stream().map(name -> GraphApi.node(node) + edge + "?metric=" + name).toList());
    boolean some = each.entries().stream().anyMatch(one -> GraphApi.good(one).isPresent());
    for (int i = 0; i < asked.size() && some; i++) {
      if (isInvalid(each.entries().get(i))) {
        refused.add(asked.get(i));
      }
    }
  }

  private static boolean isInvalid(HttpOutcome outcome) {
    return GraphApi.error(outcome)
        .filter(error -> error.code() == 100 && !error.isMissingObject())
        .isPresent();
  }

  /** A metric of an answer, all its parts together. */
  static Figure of(HttpOutcome outcome, String name) {
    return values(outcome, name).map(values -> sum(values)).orElse(Figure.missing(Gap.NOT_YET));
  }

  /** One part of a metric whose value is an object; empty where the metric is not told. */
  static Optional<JsonNode> parts(HttpOutcome outcome, String name) {
    return values(outcome, name)
        .map(values -> values.path(0).path("value"))
        .filter(JsonNode::isObject);
  }

  private static Optional<JsonNode> values(HttpOutcome outcome, String name) {
    JsonNode data =
        GraphApi.good(outcome)
            .map(body -> body.path("data"))
            .orElse(com.fasterxml.jackson.databind.node.MissingNode.getInstance());
    for (JsonNode metric : data) {
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
