package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Instagram's objects as read: the account, a container, a post, the account's posts. */
final class InstagramReading {

  private final PracticePostDao posts;
  private final Clock clock;
  private final URI base;

  InstagramReading(Jdbi jdbi, Clock clock, URI base) {
    this.clock = clock;
    this.base = base;
    posts = jdbi.onDemand(PracticePostDao.class);
  }

  GraphObjects.Shapes shapes(Jdbi jdbi, InstagramContainers containers) {
    InstagramDiscovery discovery = new InstagramDiscovery(jdbi, clock, this::account, this::media);
    return new GraphObjects.Shapes(
        "/media", this::account, containers::read, discovery::looked, this::media);
  }

  private ObjectNode account(PracticeAccount account) {
    Instant now = clock.instant();
    return PracticeJson.object()
        // The app-scoped id is another number than the one the paths take.
        .put("id", "9" + account.remoteId().substring(1))
        .put("user_id", account.remoteId())
        .put("username", account.handle())
        .put("name", account.displayName())
        .put("account_type", "BUSINESS")
        .put("profile_picture_url", base + "/avatars/" + account.handle() + ".png")
        .put("followers_count", EngagementModel.followers(account, now))
        .put("follows_count", 40)
        .put("media_count", posts.countLive(account.id(), now));
  }

  private ObjectNode media(CalledPosts.Pictured shown, PracticeAccount owner) {
    PracticePost post = shown.post();
    PracticeEngagement counts = EngagementModel.of(owner, post, clock.instant());
    List<PostPicture> pictures = shown.pictures();
    PostPicture first = pictures.get(0);
    return PracticeJson.object()
        .put("id", post.remoteId())
        .put("caption", post.text())
        .put("timestamp", GraphObjects.time(post.createdAt()))
        .put("permalink", base + (first.isVideo() ? "/reel/" : "/p/") + post.shortCode() + "/")
        .put("shortcode", post.shortCode())
        .put("media_type", type(pictures))
        .put("media_product_type", first.isVideo() ? "REELS" : "FEED")
        .put("media_url", base + "/media/" + first.mediaId())
        .put("alt_text", first.alt())
        .put("username", owner.handle())
        .put("like_count", counts.likes())
        .put("comments_count", counts.comments());
  }

  private static String type(List<PostPicture> pictures) {
    if (pictures.size() > 1) {
      return "CAROUSEL_ALBUM";
    }
    return pictures.get(0).isVideo() ? "VIDEO" : "IMAGE";
  }
}
