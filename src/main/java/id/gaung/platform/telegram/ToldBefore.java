package id.gaung.platform.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.AnswerJson;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;

/**
 * What was known before a post was sent. Numbers of messages grow in a channel, and those of
 * updates for a bot, so no clock tells what came afterwards.
 *
 * @param message the newest one of the channel; 0 if none was told
 * @param update the last one, of whichever channel; 0 if none was told, or nobody was asked
 */
record ToldBefore(long message, long update) {

  static final ToldBefore NOTHING = new ToldBefore(0, 0);

  static ToldBefore of(JsonNode updates, String chatId) {
    List<SeenPost> seen = SeenPost.of(updates, chatId);
    return new ToldBefore(
        seen.stream().mapToLong(post -> post.ids().last()).max().orElse(0),
        StreamSupport.stream(updates.spliterator(), false)
            .map(ToldBefore::number)
            .flatMapToLong(OptionalLong::stream)
            .max()
            .orElse(0));
  }

  private static OptionalLong number(JsonNode update) {
    return AnswerJson.number(update, "update_id");
  }

  /** Whether a later answer reaches back to this, so that nothing told in between is missing. */
  boolean isReachedBy(JsonNode updates, List<SeenPost> seen) {
    return updates.size() < ChannelWatch.FEWEST
        || seen.stream().anyMatch(post -> post.ids().first() <= message)
        || StreamSupport.stream(updates.spliterator(), false)
            .map(ToldBefore::number)
            .flatMapToLong(OptionalLong::stream)
            .anyMatch(number -> number <= update);
  }
}
