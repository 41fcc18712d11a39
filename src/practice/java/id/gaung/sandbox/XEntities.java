package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/** Posts and users as X tells them, under the old names of their fields or the new ones. */
final class XEntities {

  /** Said of a post: which one it answers. */
  static final String PARENT = "in_reply_to_tweet_id";

  private final Clock clock;

  XEntities(Clock clock) {
    this.clock = clock;
  }

  /**
   * @param fields what was asked for; id and text come always
   * @param old whether the fields have the names they had before August 2026
   */
  ObjectNode post(
      PracticePost post,
      PracticeAccount author,
      List<PostPicture> shown,
      Set<String> fields,
      boolean old) {
    XLinks links = XLinks.of(post.text());
    if (!shown.isEmpty()) {
      links =
          links.attached(
              "https://x.com/" + author.handle() + "/status/" + post.remoteId(),
              shown.get(0).isVideo());
    }
    ObjectNode entity = PracticeJson.object().put("id", post.remoteId()).put("text", links.text());
    entity.putArray(old ? "edit_history_tweet_ids" : "edit_history_post_ids").add(post.remoteId());
    if (fields.contains("created_at")) {
      entity.put("created_at", time(post.createdAt()));
    }
    if (fields.contains("entities") && !links.urls().isEmpty()) {
      entity.putObject("entities").set("urls", links.urls());
    }
    String parent = PracticeJson.readObject(post.recordJson()).path(PARENT).asText("");
    if (!parent.isEmpty()
        && (fields.contains("referenced_tweets") || fields.contains("referenced_posts"))) {
      entity
          .putArray(old ? "referenced_tweets" : "referenced_posts")
          .addObject()
          .put("type", "replied_to")
          .put("id", parent);
    }
    if (fields.contains("public_metrics")) {
      PracticeEngagement counts = EngagementModel.of(author, post, clock.instant());
      entity
          .putObject("public_metrics")
          .put(old ? "retweet_count" : "repost_count", counts.shares())
          .put("reply_count", counts.comments())
          .put("like_count", counts.likes())
          .put("quote_count", counts.quotes())
          .put("bookmark_count", counts.saves())
          .put("impression_count", counts.views());
    }
    return entity;
  }

  ObjectNode user(PracticeAccount account, Set<String> fields, long posts, boolean old) {
    ObjectNode user =
        PracticeJson.object()
            .put("id", account.remoteId())
            .put("name", account.displayName())
            .put("username", account.handle());
    if (fields.contains("public_metrics")) {
      user.putObject("public_metrics")
          .put("followers_count", EngagementModel.followers(account, clock.instant()))
          .put("following_count", 40)
          .put(old ? "tweet_count" : "post_count", posts)
          .put("listed_count", 1);
    }
    return user;
  }

  private static String time(Instant instant) {
    String text = instant.truncatedTo(ChronoUnit.MILLIS).toString();
    return text.contains(".") ? text : text.replace("Z", ".000Z");
  }
}
