package id.gaung.platform.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.AnswerJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * An upload as its channel's list tells of it.
 *
 * @param at by YouTube's clock; empty if it did not say
 */
record ListedUpload(String id, String title, String description, Optional<Instant> at) {

  /** Empty if it names no video. */
  static Optional<ListedUpload> of(JsonNode item) {
    JsonNode snippet = item.path("snippet");
    JsonNode details = item.path("contentDetails");
    return AnswerJson.text(details, "videoId")
        .or(() -> AnswerJson.text(snippet.path("resourceId"), "videoId"))
        .map(
            id ->
                new ListedUpload(
                    id,
                    snippet.path("title").asText(""),
                    snippet.path("description").asText(""),
                    time(details.path("videoPublishedAt"))
                        .or(() -> time(snippet.path("publishedAt")))));
  }

  private static Optional<Instant> time(JsonNode text) {
    try {
      return text.isTextual() ? Optional.of(Instant.parse(text.textValue())) : Optional.empty();
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
