package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Instagram's objects as read: the account, a container, a post, the account's posts. */
final class InstagramReading {

  private final PracticePostDao posts;
  private final Clock clock;
  private final GraphAccess access;
  private final InstagramContainers containers;
  private final URI base;
  private final GraphListing listing;

  InstagramReading(
      Jdbi jdbi, Clock clock, GraphAccess access, InstagramContainers containers, URI base) {
    this.clock = clock;
    this.access = access;
    this.containers = containers;
    this.base = base;
    listing = new GraphListing(jdbi, clock);
    posts = jdbi.onDemand(PracticePostDao.class);
  }

  void register(Router router) {
    router.get("/{id}/media", Purpose.READ, this::list);
    router.get("/{id}", Purpose.READ, this::object);
  }

  private Answer object(Call call) {
    PracticeAccount caller = access.caller(call, InstagramServer.GRAPH.basic());
    String id = call.in("id");
    if (GraphAccess.isOwn(id, caller)) {
      return Answer.json(GraphFields.pick(call, account(caller), "InstagramUser"));
    }
    Optional<ObjectNode> container = containers.read(id, caller);
    if (container.isPresent()) {
      return Answer.json(GraphFields.pick(call, container.get(), "InstagramContainer"));
    }
    return posts
        .find(InstagramServer.NETWORK, id, clock.instant())
        .filter(post -> post.accountId() == caller.id())
        .map(post -> Answer.json(GraphFields.pick(call, media(post, caller), "InstagramMedia")))
        .orElseThrow(() -> GraphErrors.missingObject(id));
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

  private ObjectNode media(PracticePost post, PracticeAccount owner) {
    PracticeEngagement counts = EngagementModel.of(owner, post, clock.instant());
    List<PostPicture> pictures = posts.pictures(List.of(post.id()));
    PostPicture first = pictures.get(0);
    return PracticeJson.object()
        .put("id", post.remoteId())
        .put("caption", post.text())
        .put("timestamp", GraphListing.time(post.createdAt()))
        .put("permalink", base + "/p/" + post.shortCode() + "/")
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

  private Answer list(Call call) {
    PracticeAccount account = access.own(call, InstagramServer.GRAPH.basic());
    return listing.page(call, account, post -> media(post, account), "InstagramMedia");
  }
}
