package id.gaung.platform.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Account;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Owners;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A post of the channel as a bot was told of it when it came: an album is told message by message.
 *
 * @param at by Telegram's clock; empty where it did not say
 */
record SeenPost(MessageIds ids, String text, MessageShape shape, Optional<Instant> at) {

  private static final List<String> FOREIGN =
      List.of("forward_origin", "forward_date", "forward_from_chat", "via_bot");

  private static final long END_OF_TIME = 253_402_300_800L;

  /**
   * Those of one channel, oldest first; whatever makes no sense is passed over, and so is what was
   * forwarded from elsewhere or came through another bot, since we send neither.
   */
  static List<SeenPost> of(JsonNode updates, String chatId) {
    Map<Long, JsonNode> messages = new TreeMap<>();
    for (JsonNode update : updates) {
      JsonNode message = update.path("channel_post");
      OptionalLong id = AnswerJson.number(message, "message_id");
      boolean here = message.path("chat").path("id").asText("").equals(chatId);
      if (here && id.isPresent() && id.getAsLong() > 0) {
        messages.put(id.getAsLong(), message);
      }
    }
    Map<String, List<JsonNode>> posts = new TreeMap<>();
    messages.forEach(
        (id, message) ->
            posts.computeIfAbsent(group(id, message), none -> new ArrayList<>()).add(message));
    return posts.values().stream()
        .filter(post -> post.stream().noneMatch(SeenPost::isElsewheres))
        .map(SeenPost::post)
        .sorted((one, other) -> Long.compare(one.ids.first(), other.ids.first()))
        .toList();
  }

  private static boolean isElsewheres(JsonNode message) {
    return FOREIGN.stream().anyMatch(message::hasNonNull);
  }

  private static String group(long id, JsonNode message) {
    String album = message.path("media_group_id").asText("");
    return album.isEmpty() ? "message " + id : "album " + album;
  }

  private static SeenPost post(List<JsonNode> messages) {
    List<Long> ids =
        messages.stream().map(message -> message.path("message_id").longValue()).toList();
    String text =
        messages.stream()
            .flatMap(
                message ->
                    Stream.of("text", "caption").map(field -> AnswerJson.text(message, field)))
            .flatMap(Optional::stream)
            .findFirst()
            .orElse("");
    OptionalLong date = AnswerJson.number(messages.get(0), "date");
    Optional<Instant> at =
        date.isPresent() && date.getAsLong() > 0 && date.getAsLong() < END_OF_TIME
            ? Optional.of(Instant.ofEpochSecond(date.getAsLong()))
            : Optional.empty();
    return new SeenPost(new MessageIds(ids), text, MessageShape.of(messages), at);
  }

  /** By which another post of ours may hold it, whole or in part. */
  Set<String> marks(Account account, TelegramAddresses addresses) {
    Set<String> marks = new HashSet<>(Set.of(ids.text()));
    for (long id : ids.all()) {
      marks.add(String.valueOf(id));
      addresses
          .post(account, new MessageIds(List.of(id)))
          .url()
          .map(URI::toString)
          .ifPresent(marks::add);
    }
    return marks;
  }

  Owners.Listed listed(Account account, TelegramAddresses addresses) {
    return new Owners.Listed(addresses.post(account, ids), text, at);
  }
}
