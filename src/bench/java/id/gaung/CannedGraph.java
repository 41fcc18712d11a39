package id.gaung;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Insights of one post in a call or of a batch of posts, and an account's posts. How many calls an
 * account has in a day grows with what it is seen; here as many as it has with the least that Meta
 * counts (4,800).
 *
 * @param list the edge on which its posts are
 * @param batch how many posts one call reads
 */
record CannedGraph(Feed feed, String list, int batch) implements Canned {

  static final int CALLS = 4_800;
  static final int DAY = 86_400;

  @Override
  public Optional<Told> answer(Asked asked) {
    if (batch > 1 && asked.query().containsKey("batch")) {
      return Optional.of(CannedPage.batch(asked.first("batch")));
    }
    if (!asked.method().equals("GET")) {
      return Optional.empty();
    }
    if (asked.path().endsWith("/insights")) {
      return Optional.of(Told.read(insights(asked.segment(2), asked.first("metric"))));
    }
    return asked.path().endsWith(list)
        ? Optional.of(Told.list(page(feed, asked, feed.posts(), "")))
        : Optional.empty();
  }

  /**
   * @param metrics by commas
   */
  static ObjectNode insights(String id, String metrics) {
    ObjectNode body = Canned.object();
    ArrayNode data = body.putArray("data");
    for (String metric : metrics.split(",", -1)) {
      ObjectNode insight = data.addObject().put("name", metric).put("period", "lifetime");
      insight.putArray("values").addObject().put("value", Canned.count(id + metric, 400));
    }
    return body;
  }

  /**
   * @param among how many of the feed are listed
   */
  static ObjectNode page(Feed feed, Asked asked, int among, String prefix) {
    int from = asked.first("after").isEmpty() ? 0 : Integer.parseInt(asked.first("after"));
    int most = Integer.parseInt(asked.first("limit"));
    ObjectNode body = Canned.object();
    ArrayNode data = body.putArray("data");
    feed.page(from, Math.min(most, Math.max(0, among - from)))
        .forEach(
            number -> {
              String at = feed.at(number).toString().replaceAll("(\\.\\d+)?Z$", "+0000");
              data.addObject()
                  .put("id", prefix + Feed.id(number))
                  .put("caption", "Amplang " + number)
                  .put("text", "Amplang " + number)
                  .put("message", "Amplang " + number)
                  .put("timestamp", at)
                  .put("created_time", at);
            });
    ObjectNode paging = body.putObject("paging");
    paging.putObject("cursors").put("after", String.valueOf(from + most));
    if (from + most < among) {
      paging.put("next", "https://practice.test/next");
    }
    return body;
  }

  @Override
  public Limit limit() {
    return new Limit(CALLS, DAY, false);
  }

  @Override
  public Map<String, String> told(int used, Instant end) {
    return usage(used);
  }

  static Map<String, String> usage(int used) {
    return Map.of(
        "X-Business-Use-Case-Usage",
        "{\"1\":[{\"type\":\"pages\",\"call_count\":" + used * 100 / CALLS + "}]}");
  }

  @Override
  public int page() {
    return 100;
  }

  @Override
  public boolean endsInTime() {
    return false;
  }

  @Override
  public boolean countsInList() {
    return false;
  }
}
