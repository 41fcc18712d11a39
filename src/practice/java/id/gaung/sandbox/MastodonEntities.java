package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Mastodon's JSON entities. */
final class MastodonEntities {

  private final PracticePostDao posts;
  private final Clock clock;
  private final URI base;

  MastodonEntities(PracticePostDao posts, Clock clock, URI base) {
    this.posts = posts;
    this.clock = clock;
    this.base = base;
  }

  ObjectNode account(PracticeAccount account) {
    Instant now = clock.instant();
    String url = base + "/@" + account.handle();
    ObjectNode entity =
        PracticeJson.object()
            .put("id", account.remoteId())
            .put("username", account.handle())
            .put("acct", account.handle())
            .put("display_name", account.displayName())
            .put("locked", false)
            .put("bot", false)
            .put("discoverable", true)
            .put("group", false)
            .put("created_at", time(account.createdAt().truncatedTo(ChronoUnit.DAYS)))
            .put("note", "<p>Jaringan latihan / Practice network</p>")
            .put("url", url)
            .put("uri", base + "/users/" + account.handle())
            .put("avatar", base + "/avatars/" + account.handle() + ".png")
            .put("header", base + "/avatars/" + account.handle() + ".png")
            .put("followers_count", EngagementModel.followers(account, now))
            .put("following_count", 40)
            .put("statuses_count", posts.countLive(account.id(), now));
    entity.putArray("emojis");
    entity.putArray("fields");
    return entity;
  }

  /** As the account itself sees it on verify_credentials. */
  ObjectNode ownAccount(PracticeAccount account) {
    ObjectNode entity = account(account);
    entity
        .putObject("source")
        .put("privacy", "public")
        .put("sensitive", false)
        .put("language", "id")
        .put("note", "");
    return entity;
  }

  ObjectNode status(PracticePost post, PracticeAccount author, List<PostPicture> pictures) {
    return status(post, author, account(author), pictures);
  }

  /**
   * @param account the author as {@link #account} tells it, once for all statuses of a list
   */
  ObjectNode status(
      PracticePost post, PracticeAccount author, ObjectNode account, List<PostPicture> pictures) {
    PracticeEngagement counts = EngagementModel.of(author, post, clock.instant());
    ObjectNode asked = PracticeJson.readObject(post.recordJson());
    String parent = asked.path("in_reply_to_id").asText("");
    ObjectNode entity =
        PracticeJson.object()
            .put("id", post.remoteId())
            .put("created_at", time(post.createdAt()))
            .put("in_reply_to_id", parent.isEmpty() ? null : parent)
            .put("in_reply_to_account_id", parent.isEmpty() ? null : author.remoteId())
            .put("sensitive", asked.path("sensitive").asBoolean())
            .put("spoiler_text", asked.path("spoiler_text").asText())
            .put("visibility", asked.path("visibility").asText("public"))
            .put("language", asked.path("language").asText("id"))
            .put("uri", base + "/users/" + author.handle() + "/statuses/" + post.remoteId())
            .put("url", base + "/@" + author.handle() + "/" + post.remoteId())
            .put("replies_count", counts.comments())
            .put("reblogs_count", counts.shares())
            .put("favourites_count", counts.likes())
            .put("quotes_count", counts.quotes())
            .putNull("edited_at")
            .put("content", MastodonText.html(post.text(), base))
            .putNull("reblog");
    entity.putObject("application").put("name", post.appName()).putNull("website");
    entity.set("account", account);
    ArrayNode attachments = entity.putArray("media_attachments");
    for (PostPicture picture : pictures) {
      attachments.add(
          attachment(
              picture.isVideo(),
              picture.remoteId(),
              base + "/media/" + picture.mediaId(),
              picture.alt(),
              picture.width(),
              picture.height()));
    }
    entity.putArray("mentions");
    entity.putArray("tags");
    entity.putArray("emojis");
    return entity.putNull("card").putNull("poll");
  }

  /** Without an address while it is being processed. */
  ObjectNode media(PracticeMedia media) {
    boolean ready = !clock.instant().isBefore(media.readyAt()) && !media.failed();
    ObjectNode entity =
        attachment(
            media.isVideo(),
            media.remoteId(),
            base + "/media/" + media.id(),
            media.alt(),
            media.width(),
            media.height());
    return ready ? entity : entity.putNull("url");
  }

  private static ObjectNode attachment(
      boolean video, String id, String url, String description, int width, int height) {
    ObjectNode entity =
        PracticeJson.object()
            .put("id", id)
            .put("type", video ? "video" : "image")
            .put("url", url)
            .put("preview_url", video ? url + "/cover" : url)
            .putNull("remote_url");
    entity
        .putObject("meta")
        .putObject("original")
        .put("width", width)
        .put("height", height)
        .put("size", width + "x" + height)
        .put("aspect", height == 0 ? 1 : (double) width / height);
    if (description.isEmpty()) {
      entity.putNull("description");
    } else {
      entity.put("description", description);
    }
    return entity.put("blurhash", "UBL_:rOpGG-oBUNG,qRj2so|=eE1w^n4S5NH");
  }

  static String time(Instant instant) {
    String text = instant.truncatedTo(ChronoUnit.MILLIS).toString();
    return text.contains(".") ? text : text.replace("Z", ".000Z");
  }
}
