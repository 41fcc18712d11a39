package id.gaung.platform.linkedin;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.AnswerJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A post as LinkedIn tells it. */
record ListedPost(PostUrn urn, JsonNode body) {

  static Optional<ListedPost> of(JsonNode body) {
    return PostUrn.of(body.path("id").asText("")).map(urn -> new ListedPost(urn, body));
  }

  static List<ListedPost> all(List<JsonNode> elements) {
    return elements.stream().map(ListedPost::of).flatMap(Optional::stream).toList();
  }

  String id() {
    return urn.text();
  }

  /** In little text format. */
  String commentary() {
    return body.path("commentary").asText("");
  }

  /** By LinkedIn's clock. */
  Optional<Instant> at() {
    for (String field : List.of("publishedAt", "createdAt")) {
      long millis = AnswerJson.number(body, field).orElse(0);
      if (millis > 0 && millis < 253_402_300_800_000L) {
        return Optional.of(Instant.ofEpochMilli(millis));
      }
    }
    return Optional.empty();
  }

  /** Whether people see it, or will in a moment. */
  boolean isOut() {
    return !body.path("lifecycleState").asText("").matches("DRAFT|PUBLISH_FAILED")
        && !body.path("distribution").path("feedDistribution").asText("").equals("NONE");
  }

  /** Whether it shares nothing on. */
  boolean isOwnWord() {
    return isOut() && !body.hasNonNull("reshareContext");
  }
}
