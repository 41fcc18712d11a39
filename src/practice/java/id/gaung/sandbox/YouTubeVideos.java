package id.gaung.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** Channels, their videos and the list of their uploads, as the Data API shows them. */
final class YouTubeVideos {

  private static final int MAX_PAGE = 50;
  private static final int DELETE_UNITS = 50;

  private final AccountDao accounts;
  private final ContainerDao containers;
  private final PracticePostDao posts;
  private final Clock clock;
  private final YouTubeSignIn login;
  private final YouTubeQuota quota;

  YouTubeVideos(Jdbi jdbi, Clock clock, YouTubeSignIn login, YouTubeQuota quota) {
    this.clock = clock;
    this.login = login;
    this.quota = quota;
    accounts = jdbi.onDemand(AccountDao.class);
    containers = jdbi.onDemand(ContainerDao.class);
    posts = jdbi.onDemand(PracticePostDao.class);
  }

  void register(Router router) {
    router.get("/channels", Purpose.READ, this::channels);
    router.get("/videos", Purpose.READ, this::videos);
    router.get("/playlistItems", Purpose.READ, this::uploads);
    router.add("DELETE", "/videos", Purpose.CHANGE, this::delete);
  }

  private static Set<String> parts(Call call) {
    return Set.copyOf(Arrays.asList(call.param("part").orElse("").split(",", -1)));
  }

  /** Channels are listed without {@code items} where there is none. */
  private Answer channels(Call call) {
    Optional<PracticeAccount> caller = login.reader(call);
    quota.units(1);
    Optional<PracticeAccount> found =
        call.param("mine").isPresent()
            ? caller
            : call.param("id")
                .flatMap(id -> accounts.findByRemoteId(YouTubeServer.NETWORK, id))
                .or(
                    () ->
                        call.param("forHandle")
                            .map(handle -> handle.replaceFirst("^@", ""))
                            .flatMap(
                                handle -> accounts.findByHandle(YouTubeServer.NETWORK, handle)));
    ObjectNode answer = list("channel", found.isPresent() ? 1 : 0);
    found.ifPresent(one -> answer.putArray("items").add(channel(one, parts(call))));
    return Answer.json(answer);
  }

  private static ObjectNode list(String kind, int total) {
    ObjectNode answer = PracticeJson.object().put("kind", "youtube#" + kind + "ListResponse");
    answer.putObject("pageInfo").put("totalResults", total).put("resultsPerPage", MAX_PAGE);
    return answer;
  }

  private ObjectNode channel(PracticeAccount account, Set<String> parts) {
    ObjectNode shown =
        PracticeJson.object().put("kind", "youtube#channel").put("id", account.remoteId());
    if (parts.contains("snippet")) {
      shown
          .putObject("snippet")
          .put("title", account.displayName())
          .put("customUrl", "@" + account.handle());
    }
    if (parts.contains("contentDetails")) {
      shown
          .putObject("contentDetails")
          .putObject("relatedPlaylists")
          .put("uploads", playlist(account));
    }
    if (parts.contains("statistics")) {
      Instant now = clock.instant();
      shown
          .putObject("statistics")
          .put("subscriberCount", Long.toString(EngagementModel.followers(account, now)))
          .put("hiddenSubscriberCount", false)
          .put("videoCount", Long.toString(posts.countLive(account.id(), now)));
    }
    return shown;
  }

  private static String playlist(PracticeAccount account) {
    return account.remoteId().replaceFirst("^UC", "UU");
  }

  /** What is gone, or private and not the caller's, is left out. */
  private Answer videos(Call call) {
    Optional<PracticeAccount> caller = login.reader(call);
    quota.units(1);
    List<String> ids = List.of(call.param("id").orElse("").split(",", -1));
    if (ids.size() > MAX_PAGE) {
      throw YouTubeRefusals.refuse(
          400, "youtube.parameter", "invalidFilters", "Too many video ids were given.");
    }
    ArrayNode items = PracticeJson.array();
    ids.forEach(id -> video(id, caller, parts(call)).ifPresent(items::add));
    return Answer.json(list("video", items.size()).set("items", items));
  }

  private Optional<ObjectNode> video(
      String id, Optional<PracticeAccount> caller, Set<String> parts) {
    Optional<PracticePost> post = posts.find(YouTubeServer.NETWORK, id, clock.instant());
    Optional<PracticeContainer> upload = containers.find(id);
    if (post.isEmpty()) {
      // A video that cannot be played is no post here; its owner sees it all the same.
      return upload
          .filter(one -> one.failed() && one.publishedAt().isPresent())
          .filter(one -> caller.filter(own -> own.id() == one.accountId()).isPresent())
          .map(one -> failed(one, parts));
    }
    JsonNode said = PracticeJson.readObject(post.get().recordJson());
    String privacy = said.path("privacyStatus").asText("public");
    boolean own = caller.filter(one -> one.id() == post.get().accountId()).isPresent();
    if (privacy.equals("private") && !own) {
      return Optional.empty();
    }
    boolean ready = upload.filter(one -> clock.instant().isBefore(one.readyAt())).isEmpty();
    ObjectNode shown = PracticeJson.object().put("kind", "youtube#video").put("id", id);
    if (parts.contains("snippet")) {
      shown.set("snippet", snippet(post.get(), said));
    }
    if (parts.contains("status")) {
      shown
          .putObject("status")
          .put("uploadStatus", ready ? "processed" : "uploaded")
          .put("privacyStatus", privacy);
    }
    if (parts.contains("statistics")) {
      shown.set("statistics", statistics(post.get(), said));
    }
    return Optional.of(shown);
  }

  private static ObjectNode failed(PracticeContainer upload, Set<String> parts) {
    ObjectNode shown = PracticeJson.object().put("kind", "youtube#video").put("id", upload.id());
    if (parts.contains("status")) {
      shown
          .putObject("status")
          .put("uploadStatus", "failed")
          .put("failureReason", "conversion")
          .put("privacyStatus", "public");
    }
    return shown;
  }

  private ObjectNode snippet(PracticePost post, JsonNode said) {
    return PracticeJson.object()
        .put("channelId", accounts.find(post.accountId()).orElseThrow().remoteId())
        .put("publishedAt", post.createdAt().toString())
        .put("title", said.path("title").asText(""))
        .put("description", post.text());
  }

  /** As texts; what the owner hides is left out. */
  private ObjectNode statistics(PracticePost post, JsonNode said) {
    PracticeAccount account = accounts.find(post.accountId()).orElseThrow();
    PracticeEngagement counts = EngagementModel.of(account, post, clock.instant());
    ObjectNode shown =
        PracticeJson.object()
            .put("viewCount", Long.toString(counts.views()))
            .put("favoriteCount", "0");
    return said.path("publicStatsViewable").asBoolean(true)
        ? shown
            .put("likeCount", Long.toString(counts.likes()))
            .put("commentCount", Long.toString(counts.comments()))
        : shown;
  }

  /** Newest first; private ones for their owner alone. */
  private Answer uploads(Call call) {
    Optional<PracticeAccount> caller = login.reader(call);
    quota.units(1);
    String playlist = call.param("playlistId").orElse("");
    PracticeAccount account =
        accounts
            .findByRemoteId(YouTubeServer.NETWORK, playlist.replaceFirst("^UU", "UC"))
            .filter(found -> posts.countSince(found.id(), Instant.EPOCH) > 0)
            .orElseThrow(
                () ->
                    YouTubeRefusals.refuse(
                        404,
                        "youtube.playlistItem",
                        "playlistNotFound",
                        "The playlist identified with the request's playlistId is not found."));
    int limit = Math.min(MAX_PAGE, Integer.parseInt(call.param("maxResults").orElse("5")));
    long before = call.param("pageToken").map(Long::parseLong).orElse(Long.MAX_VALUE);
    boolean own = caller.filter(one -> one.id() == account.id()).isPresent();
    Instant now = clock.instant();
    List<PracticePost> listed = posts.list(account.id(), 0, before, Instant.EPOCH, now, now, limit);
    ArrayNode items = PracticeJson.array();
    for (PracticePost post : listed) {
      JsonNode said = PracticeJson.readObject(post.recordJson());
      if (own || !said.path("privacyStatus").asText("").equals("private")) {
        ObjectNode item = items.addObject().put("kind", "youtube#playlistItem");
        item.set("snippet", snippet(post, said));
        item.putObject("contentDetails")
            .put("videoId", post.remoteId())
            .put("videoPublishedAt", post.createdAt().toString());
      }
    }
    ObjectNode answer = list("playlistItem", items.size());
    answer.set("items", items);
    if (listed.size() == limit) {
      answer.put("nextPageToken", Long.toString(listed.get(listed.size() - 1).id()));
    }
    return Answer.json(answer);
  }

  private Answer delete(Call call) {
    PracticeAccount channel = login.caller(call, YouTubeSignIn.MANAGE);
    quota.units(DELETE_UNITS);
    PracticePost post =
        posts
            .find(YouTubeServer.NETWORK, call.param("id").orElse(""), clock.instant())
            .filter(found -> found.accountId() == channel.id())
            .orElseThrow(YouTubeRefusals::noVideo);
    posts.delete(post.id(), clock.instant());
    return Answer.bytes(204, "application/json", new byte[0]);
  }
}
