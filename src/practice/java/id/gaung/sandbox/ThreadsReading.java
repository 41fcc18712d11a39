package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Threads' objects as read: the account and its insights, and a post. */
final class ThreadsReading {

  private static final PublicRoutes ROUTES = PracticeServer.of(ThreadsServer.NETWORK).routes();

  private final Clock clock;
  private final GraphAccess access;
  private final URI base;

  ThreadsReading(Clock clock, GraphAccess access, URI base) {
    this.clock = clock;
    this.access = access;
    this.base = base;
  }

  void register(Router router) {
    router.get("/{id}/threads_insights", Purpose.READ, this::insights);
  }

  GraphObjects.Shapes shapes(ThreadsContainers containers) {
    return new GraphObjects.Shapes(
        "/threads",
        this::account,
        containers::read,
        (call, caller) -> Optional.empty(),
        this::media);
  }

  private ObjectNode account(PracticeAccount account) {
    return PracticeJson.object()
        .put("id", account.remoteId())
        .put("username", account.handle())
        .put("name", account.displayName())
        .put("threads_profile_picture_url", base + "/avatars/" + account.handle() + ".png")
        .put("threads_biography", "")
        .put("is_verified", false);
  }

  private ObjectNode media(CalledPosts.Pictured shown, PracticeAccount owner) {
    PracticePost post = shown.post();
    String answers = PracticeJson.readObject(post.recordJson()).path(CommentDoors.UNDER).asText("");
    ObjectNode media =
        PracticeJson.object()
            .put("id", post.remoteId())
            .put("text", post.text())
            .put("timestamp", GraphObjects.time(post.createdAt()))
            .put("permalink", base + ROUTES.ofPost(owner.handle(), post.shortCode()))
            .put("shortcode", post.shortCode())
            .put("media_product_type", "THREADS")
            .put("media_type", type(shown.pictures()))
            .put("username", owner.handle())
            .put("is_reply", !answers.isEmpty())
            .put("is_reply_owned_by_me", !answers.isEmpty())
            .put("is_quote_post", false);
    media.putObject("replied_to").put("id", answers);
    return media;
  }

  private static String type(List<PostPicture> pictures) {
    return switch (pictures.size()) {
      case 0 -> "TEXT_POST";
      case 1 -> pictures.get(0).isVideo() ? "VIDEO" : "IMAGE";
      default -> "CAROUSEL_ALBUM";
    };
  }

  /** Of the account only its followers: they have no history. */
  private Answer insights(Call call) {
    PracticeAccount account = access.own(call, ThreadsServer.GRAPH.insights());
    if (!call.param("metric").orElse("").equals("followers_count")) {
      throw GraphErrors.parameter("metric[0] must be one of the following values: followers_count");
    }
    Instant now = clock.instant();
    ObjectNode answer = PracticeJson.object();
    ObjectNode metric =
        answer
            .putArray("data")
            .addObject()
            .put("name", "followers_count")
            .put("period", "day")
            .put("id", account.remoteId() + "/threads_insights/followers_count/day");
    metric.putObject("total_value").put("value", EngagementModel.followers(account, now));
    return Answer.json(answer);
  }
}
