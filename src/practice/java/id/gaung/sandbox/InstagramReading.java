package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Instagram's objects as read: the account, a container, a post, the account's posts. */
final class InstagramReading {

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxx", Locale.ROOT);
  private static final int MAX_PAGE = 100;

  private final PracticePostDao posts;
  private final Clock clock;
  private final InstagramAccess access;
  private final InstagramContainers containers;
  private final URI base;

  InstagramReading(
      Jdbi jdbi, Clock clock, InstagramAccess access, InstagramContainers containers, URI base) {
    this.clock = clock;
    this.access = access;
    this.containers = containers;
    this.base = base;
    posts = jdbi.onDemand(PracticePostDao.class);
  }

  void register(Router router) {
    router.get("/{id}/media", Purpose.READ, this::list);
    router.get("/{id}", Purpose.READ, this::object);
  }

  private Answer object(Call call) {
    PracticeAccount caller = access.caller(call, InstagramSignIn.BASIC);
    String id = call.in("id");
    if (InstagramAccess.isOwn(id, caller)) {
      return Answer.json(InstagramFields.pick(call, account(caller), "InstagramUser"));
    }
    Optional<ObjectNode> container = containers.read(id, caller);
    if (container.isPresent()) {
      return Answer.json(InstagramFields.pick(call, container.get(), "InstagramContainer"));
    }
    return posts
        .find(InstagramServer.NETWORK, id, clock.instant())
        .filter(post -> post.accountId() == caller.id())
        .map(post -> Answer.json(InstagramFields.pick(call, media(post, caller), "InstagramMedia")))
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
        .put("timestamp", TIMESTAMP.format(post.createdAt().atOffset(ZoneOffset.UTC)))
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

  /** Newest first. */
  private Answer list(Call call) {
    PracticeAccount account = access.own(call, InstagramSignIn.BASIC);
    Instant now = clock.instant();
    int limit = limit(call);
    List<PracticePost> page =
        posts.list(
            account.id(),
            0,
            cursor(call),
            time(call, "since").orElse(Instant.EPOCH),
            time(call, "until").filter(until -> until.isBefore(now)).orElse(now),
            now,
            limit);
    ObjectNode answer = PracticeJson.object();
    ArrayNode data = answer.putArray("data");
    page.forEach(
        post -> data.add(InstagramFields.pick(call, media(post, account), "InstagramMedia")));
    if (!page.isEmpty()) {
      answer
          .putObject("paging")
          .putObject("cursors")
          .put("before", Long.toString(page.get(0).id()))
          .put("after", Long.toString(page.get(page.size() - 1).id()));
    }
    return Answer.json(answer);
  }

  private static long cursor(Call call) {
    try {
      return Long.parseLong(call.param("after").orElse(Long.toString(Long.MAX_VALUE)));
    } catch (NumberFormatException e) {
      throw GraphErrors.parameter("Invalid cursor");
    }
  }

  private static int limit(Call call) {
    try {
      return Math.max(1, Math.min(MAX_PAGE, Integer.parseInt(call.param("limit").orElse("25"))));
    } catch (NumberFormatException e) {
      throw GraphErrors.parameter("Param limit must be a number");
    }
  }

  /** Seconds since 1970, or ISO 8601. */
  private static Optional<Instant> time(Call call, String param) {
    return call.param(param)
        .map(
            text -> {
              try {
                return text.matches("\\d+")
                    ? Instant.ofEpochSecond(Long.parseLong(text))
                    : OffsetDateTime.parse(text).toInstant();
              } catch (DateTimeException | NumberFormatException e) {
                throw GraphErrors.parameter("Param " + param + " must be a UNIX time");
              }
            });
  }
}
