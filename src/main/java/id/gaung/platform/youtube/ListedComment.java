package id.gaung.platform.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Account;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Owners;
import id.gaung.platform.RemotePost;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * A comment as the list of a video's comments shows it.
 *
 * @param text as it was typed, which is shown to whoever wrote it; else as people see it
 * @param channel of whoever wrote it
 */
record ListedComment(Optional<String> id, String text, String channel, Optional<Instant> at) {

  static ListedComment of(JsonNode thread) {
    JsonNode comment = thread.path("snippet").path("topLevelComment").path("snippet");
    return new ListedComment(
        AnswerJson.text(thread, "id"),
        comment.path("textOriginal").asText(comment.path("textDisplay").asText("")),
        comment.path("authorChannelId").path("value").asText(""),
        instant(comment.path("publishedAt").asText("")));
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException notTold) {
      return Optional.empty();
    }
  }

  boolean isBy(Account account) {
    return channel.equals(account.remoteId());
  }

  Optional<Owners.Listed> under(RemotePost video) {
    return id.map(known -> new Owners.Listed(new RemotePost(known, video.url()), text, at));
  }
}
