package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A post's insights. */
final class GraphInsights {

  private final GraphDialect dialect;
  private final CalledPosts posts;
  private final Clock clock;
  private final Duration delay;
  private final GraphAccess access;

  GraphInsights(
      GraphDialect dialect, CalledPosts posts, Clock clock, Duration delay, GraphAccess access) {
    this.dialect = dialect;
    this.clock = clock;
    this.delay = delay;
    this.access = access;
    this.posts = posts;
  }

  void register(Router router) {
    router.get("/{id}/insights", Purpose.READ, this::insights);
  }

  private Answer insights(Call call) {
    PracticeAccount caller = access.caller(call, dialect.insights());
    String id = call.in("id");
    PracticePost post =
        posts
            .find(call, id)
            .filter(found -> found.accountId() == caller.id())
            .orElseThrow(() -> GraphErrors.missingObject(id));
    Map<String, Long> values =
        new TreeMap<>(dialect.counts().apply(EngagementModel.of(caller, post, clock.instant())));
    List<String> metrics =
        call.params("metric").stream()
            .flatMap(value -> Arrays.stream(value.split(",", -1)))
            .map(String::trim)
            .filter(name -> !name.isEmpty())
            .toList();
    if (metrics.isEmpty()) {
      throw GraphErrors.parameter("The parameter metric is required.");
    }
    for (int i = 0; i < metrics.size(); i++) {
      if (!values.containsKey(metrics.get(i))) {
        // One wrong name fails the whole call.
        throw GraphErrors.parameter(
            "metric[%d] must be one of the following values: %s"
                .formatted(i, String.join(", ", values.keySet())));
      }
    }
    ObjectNode answer = PracticeJson.object();
    ArrayNode data = answer.putArray("data");
    // Not counted yet: an empty list, not zeroes.
    if (!clock.instant().isBefore(post.createdAt().plus(delay))) {
      metrics.forEach(name -> data.add(metric(id, name, values.getOrDefault(name, 0L))));
    }
    return Answer.json(answer);
  }

  static ObjectNode metric(String id, String name, long value) {
    ObjectNode metric = PracticeJson.object().put("name", name).put("period", "lifetime");
    metric.putArray("values").addObject().put("value", value);
    return metric
        .put("title", name)
        .put("description", "Practice network")
        .put("id", id + "/insights/" + name + "/lifetime");
  }
}
