package id.gaung.platform.facebook;

import id.gaung.platform.HttpOutcome;
import id.gaung.platform.meta.GraphApi;
import id.gaung.platform.meta.GraphBatch;
import java.util.List;
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

  /** To be asked for as a field of the node itself, behind others; empty if no name is valid. */
  String field() {
    List<String> asked = asked();
    return asked.isEmpty() ? "" : ",insights.metric(" + String.join(",", asked) + ")";
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
}
