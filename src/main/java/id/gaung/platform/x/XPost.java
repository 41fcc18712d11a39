package id.gaung.platform.x;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Figure;
import id.gaung.platform.Metric;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A post as X tells it, under the old names of its fields or the new ones. */
record XPost(String id, JsonNode body) {

  /** Those of a list that have an id. */
  static List<XPost> of(JsonNode data) {
    List<XPost> posts = new ArrayList<>();
    data.forEach(one -> XAnswers.id(one).ifPresent(id -> posts.add(new XPost(id, one))));
    return posts;
  }

  /** All that it is known by: a change gives it a new id. */
  Set<String> ids() {
    Set<String> ids = new HashSet<>(Set.of(id));
    XCounts.either(body, "edit_history_post_ids", "edit_history_tweet_ids")
        .forEach(old -> ids.add(old.asText()));
    return ids;
  }

  /** Whether it is the account's own word: it shares nothing on and answers nobody. */
  boolean isOwnWord() {
    for (JsonNode one : XCounts.either(body, "referenced_posts", "referenced_tweets")) {
      if (!one.path("type").asText("").equals("quoted")) {
        return false;
      }
    }
    return true;
  }

  /** Whether it answers that post. */
  boolean answers(String parent) {
    for (JsonNode one : XCounts.either(body, "referenced_posts", "referenced_tweets")) {
      if (one.path("type").asText("").equals("replied_to")
          && one.path("id").asText("").equals(parent)) {
        return true;
      }
    }
    return false;
  }

  /** By X's clock. */
  Optional<Instant> at() {
    try {
      return Optional.of(Instant.parse(body.path("created_at").asText("")));
    } catch (DateTimeException notTold) {
      return Optional.empty();
    }
  }

  Map<Metric, Figure> figures() {
    return XCounts.of(body.path("public_metrics"));
  }
}
