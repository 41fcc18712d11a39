package id.gaung.platform.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.AnswerJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * The messages that one post is: several of an album, each with a picture. Kept as the post's id,
 * {@code 77} or {@code 77,78,79}, so that all of them can be taken away again.
 *
 * @param all in the order in which they are shown; at least one
 */
record MessageIds(List<Long> all) {

  MessageIds {
    all = List.copyOf(all);
  }

  /** Of what a call that sends answers: a message, or a list of them. */
  static Optional<MessageIds> sent(JsonNode result) {
    List<Long> ids = new ArrayList<>();
    for (JsonNode message : result.isArray() ? result : List.of(result)) {
      OptionalLong id = AnswerJson.number(message, "message_id");
      if (id.isEmpty()) {
        return Optional.empty();
      }
      ids.add(id.getAsLong());
    }
    return ids.isEmpty() ? Optional.empty() : Optional.of(new MessageIds(ids));
  }

  /** What {@link #text} wrote; empty for any other id. */
  static Optional<MessageIds> of(String remoteId) {
    return remoteId.matches("\\d{1,18}(?:,\\d{1,18}){0,99}")
        ? Optional.of(
            new MessageIds(Arrays.stream(remoteId.split(",", -1)).map(Long::valueOf).toList()))
        : Optional.empty();
  }

  long first() {
    return all.get(0);
  }

  long last() {
    return all.get(all.size() - 1);
  }

  String text() {
    return all.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
