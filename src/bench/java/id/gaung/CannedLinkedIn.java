package id.gaung;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Statistics of a page's posts by their names, and the page's own list, newest first. LinkedIn
 * publishes no limit of calls: each app reads its own in the developer portal.
 */
record CannedLinkedIn(Feed feed) implements Canned {

  @Override
  public Optional<Told> answer(Asked asked) {
    if (!asked.method().equals("GET")) {
      return Optional.empty();
    }
    if (asked.path().equals("/rest/organizationalEntityShareStatistics")) {
      ObjectNode body = Canned.object();
      ArrayNode elements = body.putArray("elements");
      names(asked.first("shares")).forEach(urn -> counted(elements.addObject(), urn));
      return Optional.of(Told.read(body));
    }
    return asked.path().equals("/rest/posts") && !asked.first("author").isEmpty()
        ? Optional.of(Told.list(list(asked)))
        : Optional.empty();
  }

  private static List<String> names(String list) {
    String inside = list.replaceAll("^List\\(|\\)$", "");
    return inside.isEmpty() ? List.of() : Arrays.asList(inside.split(","));
  }

  private static void counted(ObjectNode element, String urn) {
    element.put("share", urn);
    element
        .putObject("totalShareStatistics")
        .put("impressionCount", Canned.count(urn, 4_000))
        .put("uniqueImpressionsCount", Canned.count(urn, 3_000))
        .put("likeCount", Canned.count(urn, 300))
        .put("commentCount", Canned.count(urn, 30))
        .put("shareCount", Canned.count(urn, 20));
  }

  private ObjectNode list(Asked asked) {
    int start = Integer.parseInt("0" + asked.first("start"));
    int most = Integer.parseInt(asked.first("count"));
    ObjectNode body = Canned.object();
    ArrayNode elements = body.putArray("elements");
    feed.page(start, most)
        .forEach(
            number -> {
              long at = feed.at(number).toEpochMilli();
              elements
                  .addObject()
                  .put("id", id(Feed.id(number)))
                  .put("author", asked.first("author"))
                  .put("commentary", "Amplang " + number)
                  .put("lifecycleState", "PUBLISHED")
                  .put("createdAt", at)
                  .put("publishedAt", at);
            });
    ArrayNode links =
        body.putObject("paging").put("start", start).put("count", most).putArray("links");
    if (start + most < feed.posts()) {
      links.addObject().put("rel", "next");
    }
    return body;
  }

  @Override
  public String id(String number) {
    return "urn:li:share:" + number;
  }

  @Override
  public Limit limit() {
    return new Limit(Integer.MAX_VALUE, 86_400, true);
  }

  @Override
  public Map<String, String> told(int used, Instant end) {
    return Map.of();
  }

  @Override
  public int batch() {
    return 20;
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
