package id.gaung.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Several reads in one call (graph-api/batch-requests); each is answered with a code of its own.
 */
final class GraphBatchCalls {

  private static final int MOST = 50;

  private final Router router;
  private final Function<Call, String> route;
  private final CalledPosts posts;

  GraphBatchCalls(Router router, Function<Call, String> route, CalledPosts posts) {
    this.router = router;
    this.route = route;
    this.posts = posts;
  }

  void register(Router to) {
    to.post("/", Purpose.READ, this::serve);
  }

  private Answer serve(Call call) {
    JsonNode batch =
        PracticeJson.read(call.param("batch").orElse("").getBytes(StandardCharsets.UTF_8));
    if (!batch.isArray() || batch.size() > MOST) {
      throw GraphErrors.parameter("Too many requests in batch message. Maximum batch size is 50");
    }
    List<Call> reads = new ArrayList<>();
    batch.forEach(entry -> reads.add(read(call, entry)));
    posts.expect(call, reads.stream().map(route).map(path -> path.split("/", 3)[1]).toList());
    ArrayNode answers = PracticeJson.array();
    for (Call read : reads) {
      Answer answer = answer(read);
      ObjectNode shown = answers.addObject().put("code", answer.status());
      shown.put("body", new String(answer.body(), StandardCharsets.UTF_8));
      read.answerHeaders().forEach(call::answerHeader);
    }
    return Answer.json(answers);
  }

  private Answer answer(Call read) {
    try {
      return router
          .find(read, route.apply(read))
          .filter(found -> found.purpose() == Purpose.READ)
          .orElseThrow(() -> GraphErrors.missingObject(read.path()))
          .endpoint()
          .serve(read);
    } catch (PracticeRefusal refused) {
      return refused.answer();
    }
  }

  private static Call read(Call call, JsonNode entry) {
    URI address = URI.create("http://batch/").resolve(entry(entry));
    Map<String, List<String>> params = new LinkedHashMap<>();
    for (String pair : Optional.ofNullable(address.getRawQuery()).orElse("").split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        params.put(
            pair.substring(0, equals),
            List.of(URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8)));
      }
    }
    return call.part(
        entry.path("method").asText("GET"),
        call.path().replaceFirst("/v\\d+\\.\\d+/?$", "").replaceFirst("/$", "") + address.getPath(),
        params);
  }

  /** Brackets of fields stand as they are in such addresses. */
  private static String entry(JsonNode entry) {
    return entry.path("relative_url").asText("").replace("{", "%7B").replace("}", "%7D");
  }
}
