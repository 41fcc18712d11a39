package id.gaung.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** What Bluesky's AppView tells: app.bsky.feed.*, app.bsky.actor.*, and handles. */
final class BlueskyViews {

  private static final int MAX_BATCH = 25;
  private static final Pattern AT_URI =
      Pattern.compile("at://(did:[a-z]+:[^/]+|[^/:]+)/[a-zA-Z0-9.-]+/[A-Za-z0-9._~:-]{1,512}");

  private final AccountDao accounts;
  private final PracticePostDao posts;
  private final Clock clock;
  private final BlueskySessionDoors sessions;
  private final BlueskyLimits limits;
  private final URI base;

  BlueskyViews(
      Jdbi jdbi, Clock clock, BlueskySessionDoors sessions, BlueskyLimits limits, URI base) {
    this.clock = clock;
    this.sessions = sessions;
    this.limits = limits;
    this.base = base;
    accounts = jdbi.onDemand(AccountDao.class);
    posts = jdbi.onDemand(PracticePostDao.class);
  }

  void register(Router router) {
    router.get("/xrpc/app.bsky.feed.getPosts", Purpose.READ, this::getPosts);
    router.get("/xrpc/app.bsky.feed.getAuthorFeed", Purpose.READ, this::getAuthorFeed);
    router.get("/xrpc/app.bsky.actor.getProfile", Purpose.READ, this::getProfile);
    router.get("/xrpc/app.bsky.actor.getProfiles", Purpose.READ, this::getProfiles);
    router.get("/xrpc/com.atproto.identity.resolveHandle", Purpose.READ, this::resolveHandle);
  }

  /** Without a token this is the public AppView, with one the PDS that passes the call on. */
  private void enter(Call call) {
    if (call.bearer().isPresent()) {
      sessions.require(call);
    }
    limits.read(call);
  }

  private Answer getPosts(Call call) {
    enter(call);
    Set<String> uris = new LinkedHashSet<>(batch(call, "uris"));
    int index = 0;
    for (String uri : uris) {
      if (!AT_URI.matcher(uri).matches()) {
        throw PracticeXrpc.invalid("Error: uris/" + index + " must be a valid at-uri");
      }
      index++;
    }
    ArrayNode views = PracticeJson.array();
    Instant now = clock.instant();
    List<PracticePost> found = posts.findIndexed(BlueskyServer.NETWORK, List.copyOf(uris), now);
    Map<Long, List<PostPicture>> pictures = pictures(found);
    Map<Long, PracticeAccount> authors = new HashMap<>();
    for (PracticePost post : found) {
      PracticeAccount author =
          authors.computeIfAbsent(post.accountId(), id -> accounts.find(id).orElseThrow());
      views.add(view(post, author, pictures.getOrDefault(post.id(), List.of()), now));
    }
    ObjectNode answer = PracticeJson.object();
    answer.set("posts", views);
    return Answer.json(answer);
  }

  private Answer getAuthorFeed(Call call) {
    enter(call);
    PracticeAccount author = actor(PracticeXrpc.required(call, "actor"));
    Instant now = clock.instant();
    List<PracticePost> found =
        posts.list(
            author.id(),
            0,
            Long.MAX_VALUE,
            Instant.EPOCH,
            now,
            now,
            BlueskyRecordDoors.limit(call));
    Map<Long, List<PostPicture>> pictures = pictures(found);
    ObjectNode answer = PracticeJson.object();
    ArrayNode feed = answer.putArray("feed");
    boolean replies = !call.param("filter").orElse("").equals("posts_no_replies");
    for (PracticePost post : found) {
      if (replies || !PracticeJson.readObject(post.recordJson()).has("reply")) {
        feed.addObject()
            .set("post", view(post, author, pictures.getOrDefault(post.id(), List.of()), now));
      }
    }
    return Answer.json(answer);
  }

  private Map<Long, List<PostPicture>> pictures(List<PracticePost> found) {
    if (found.isEmpty()) {
      return Map.of();
    }
    return posts.pictures(found.stream().map(PracticePost::id).toList()).stream()
        .collect(Collectors.groupingBy(PostPicture::postId));
  }

  private ObjectNode view(
      PracticePost post, PracticeAccount author, List<PostPicture> pictures, Instant now) {
    PracticeEngagement counts = EngagementModel.of(author, post, now);
    ObjectNode view = PracticeJson.object().put("uri", post.remoteId()).put("cid", post.cid());
    view.putObject("author")
        .put("did", author.remoteId())
        .put("handle", author.handle())
        .put("displayName", author.displayName())
        .put("createdAt", time(author.createdAt()));
    view.set("record", PracticeJson.readObject(post.recordJson()));
    embed(pictures, view.path("record").path("embed")).ifPresent(embed -> view.set("embed", embed));
    view.put("bookmarkCount", counts.saves());
    view.put("replyCount", counts.comments());
    view.put("repostCount", counts.shares());
    view.put("likeCount", counts.likes());
    view.put("quoteCount", counts.quotes());
    view.put("indexedAt", time(post.indexedAt()));
    view.putArray("labels");
    return view;
  }

  /** What the record carries, as apps are shown it. */
  private Optional<ObjectNode> embed(List<PostPicture> shown, JsonNode embed) {
    String type = embed.path("$type").asText();
    ObjectNode view = PracticeJson.object().put("$type", type + "#view");
    if (type.equals("app.bsky.embed.external")) {
      view.set("external", embed.path("external").deepCopy());
      return Optional.of(view);
    }
    if (shown.isEmpty()) {
      return Optional.empty();
    }
    if (shown.get(0).isVideo()) {
      view.put("cid", shown.get(0).remoteId())
          .put("playlist", base + "/media/" + shown.get(0).mediaId())
          .put("alt", shown.get(0).alt());
      return Optional.of(view);
    }
    ArrayNode images = view.putArray("images");
    for (PostPicture picture : shown) {
      String url = base + "/media/" + picture.mediaId();
      images.addObject().put("thumb", url).put("fullsize", url).put("alt", picture.alt());
    }
    return Optional.of(view);
  }

  private Answer getProfile(Call call) {
    enter(call);
    return Answer.json(profile(actor(PracticeXrpc.required(call, "actor"))));
  }

  private Answer getProfiles(Call call) {
    enter(call);
    ObjectNode answer = PracticeJson.object();
    ArrayNode profiles = answer.putArray("profiles");
    batch(call, "actors").stream()
        .map(sessions::find)
        .flatMap(Optional::stream)
        .forEach(account -> profiles.add(profile(account)));
    return Answer.json(answer);
  }

  private Answer resolveHandle(Call call) {
    limits.read(call);
    return accounts
        .findByHandle(BlueskyServer.NETWORK, PracticeXrpc.required(call, "handle"))
        .map(account -> Answer.json(PracticeJson.object().put("did", account.remoteId())))
        .orElseThrow(() -> PracticeXrpc.invalid("Unable to resolve handle"));
  }

  private ObjectNode profile(PracticeAccount account) {
    Instant now = clock.instant();
    return PracticeJson.object()
        .put("did", account.remoteId())
        .put("handle", account.handle())
        .put("displayName", account.displayName())
        .put("avatar", base + "/avatars/" + account.handle() + ".png")
        .put("description", "Jaringan latihan / Practice network")
        .put("followersCount", EngagementModel.followers(account, now))
        .put("followsCount", 40)
        .put("postsCount", posts.countLive(account.id(), now))
        .put("indexedAt", time(account.createdAt()))
        .put("createdAt", time(account.createdAt()));
  }

  private PracticeAccount actor(String actor) {
    return sessions.find(actor).orElseThrow(() -> PracticeXrpc.invalid("Profile not found"));
  }

  private static List<String> batch(Call call, String param) {
    PracticeXrpc.required(call, param);
    List<String> values = call.params(param);
    if (values.size() > MAX_BATCH) {
      throw PracticeXrpc.invalid("Error: " + param + " must not have more than 25 elements");
    }
    return values;
  }

  /** With milliseconds and Z, as every record and view has it. */
  private static String time(Instant instant) {
    String text = instant.truncatedTo(ChronoUnit.MILLIS).toString();
    return text.contains(".") ? text : text.replace("Z", ".000Z");
  }
}
