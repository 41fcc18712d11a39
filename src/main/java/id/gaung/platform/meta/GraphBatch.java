package id.gaung.platform.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Up to 50 reads in one call (Graph API, "Batch Requests"). Each counts against the limits as if it
 * came alone.
 */
public final class GraphBatch {

  public static final int MOST = 50;

  private final HttpOutcome whole;
  private final List<HttpOutcome> entries;

  private GraphBatch(HttpOutcome whole, List<HttpOutcome> entries) {
    this.whole = whole;
    this.entries = List.copyOf(entries);
  }

  /** What came of the call. */
  public HttpOutcome whole() {
    return whole;
  }

  /** What came of each read, in their order. */
  public List<HttpOutcome> entries() {
    return entries;
  }

  /**
   * @param reads paths with their queries, without host and version; at most {@link #MOST}
   */
  public static GraphBatch ask(GraphApi api, String token, List<String> reads) {
    ArrayNode batch = AnswerJson.object().putArray("batch");
    reads.forEach(
        read -> batch.addObject().put("method", "GET").put("relative_url", api.relative(read)));
    HttpOutcome whole =
        api.post(token, "/", Map.of("batch", AnswerJson.write(batch), "include_headers", "false"));
    Optional<JsonNode> answers =
        whole instanceof Answered answer && answer.ok()
            ? answer.json().filter(JsonNode::isArray)
            : Optional.empty();
    return new GraphBatch(
        whole,
        answers
            .map(all -> entries(all, reads.size()))
            .orElseGet(() -> Collections.nCopies(reads.size(), none(whole))));
  }

  /** Something else than a list is no answer to any of them. */
  private static HttpOutcome none(HttpOutcome whole) {
    return GraphApi.good(whole).isPresent() ? new HttpOutcome.Unknown("no batch") : whole;
  }

  /** An entry that did not end in time is null. */
  private static List<HttpOutcome> entries(JsonNode answers, int count) {
    List<HttpOutcome> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      JsonNode entry = answers.path(i);
      entries.add(
          entry.path("code").isInt()
              ? new Answered(entry.path("code").asInt(), Map.of(), entry.path("body").asText(""))
              : new HttpOutcome.Unknown("no answer in the batch"));
    }
    return entries;
  }
}
