package id.gaung;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Posts by their ids and an account's posts since a time; 900 calls of an account in 15 minutes.
 */
record CannedX(Feed feed) implements Canned {

  @Override
  public Optional<Told> answer(Asked asked) {
    if (!asked.method().equals("GET")) {
      return Optional.empty();
    }
    if (asked.path().equals("/2/tweets")) {
      ObjectNode body = Canned.object();
      ArrayNode data = body.putArray("data");
      asked.ids("ids").forEach(id -> post(data.addObject(), id));
      return Optional.of(Told.read(body));
    }
    return asked.path().matches("/2/users/[^/]+/tweets")
        ? Optional.of(Told.list(list(asked)))
        : Optional.empty();
  }

  private static ObjectNode post(ObjectNode post, String id) {
    post.put("id", id);
    post.putObject("public_metrics")
        .put("impression_count", Canned.count(id, 4_000))
        .put("like_count", Canned.count(id, 300))
        .put("reply_count", Canned.count(id, 30))
        .put("retweet_count", Canned.count(id, 20))
        .put("quote_count", 0)
        .put("bookmark_count", Canned.count(id, 10));
    return post;
  }

  private ObjectNode list(Asked asked) {
    String token = asked.first("pagination_token");
    int from = token.isEmpty() ? 0 : Integer.parseInt(token);
    int most = Integer.parseInt(asked.first("max_results"));
    int among = feed.since(Instant.parse(asked.first("start_time")));
    ObjectNode body = Canned.object();
    ArrayNode data = body.putArray("data");
    feed.page(from, Math.min(most, Math.max(0, among - from)))
        .forEach(
            number ->
                post(data.addObject(), Feed.id(number))
                    .put("text", "Amplang " + number)
                    .put("created_at", feed.at(number).toString()));
    ObjectNode meta = body.putObject("meta").put("result_count", data.size());
    if (from + most < among) {
      meta.put("next_token", String.valueOf(from + most));
    }
    return body;
  }

  @Override
  public Limit limit() {
    return new Limit(900, 900, false);
  }

  @Override
  public Map<String, String> told(int used, Instant end) {
    return Map.of(
        "x-rate-limit-limit", "900",
        "x-rate-limit-remaining", String.valueOf(900 - used),
        "x-rate-limit-reset", String.valueOf(end.getEpochSecond()));
  }

  @Override
  public int batch() {
    return 100;
  }

  @Override
  public int page() {
    return 100;
  }

  @Override
  public boolean endsInTime() {
    return true;
  }

  @Override
  public boolean countsInList() {
    return true;
  }
}
