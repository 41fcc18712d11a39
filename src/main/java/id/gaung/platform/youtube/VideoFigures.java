package id.gaung.platform.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.Presence;
import id.gaung.platform.Reading;
import id.gaung.platform.RemotePost;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what videos count, fifty in a call, and whether they stand. */
final class VideoFigures {

  /** As many as one call takes. */
  static final int BATCH = 50;

  private final YouTubeApi api;

  VideoFigures(YouTubeApi api) {
    this.api = api;
  }

  /** Of videos, by their ids; those that are gone, or private and not the login's, are left out. */
  HttpOutcome ask(Access access, List<String> ids, String parts) {
    return api.send(
        api.get(access, "/videos", parts)
            .query("id", String.join(",", ids))
            .query("maxResults", String.valueOf(BATCH)));
  }

  static Map<String, JsonNode> byId(List<JsonNode> items) {
    Map<String, JsonNode> videos = new HashMap<>();
    items.forEach(item -> videos.put(item.path("id").asText(""), item));
    return videos;
  }

  Map<RemotePost, Reading> read(Access access, List<RemotePost> posts) {
    if (!api.reads(access)) {
      return same(posts, new Reading.Failed(Failure.of(Kind.PERMISSION, "NOT_CONNECTED", "")));
    }
    List<String> ids = posts.stream().map(RemotePost::remoteId).distinct().toList();
    HttpOutcome outcome = ask(access, ids, "statistics,status");
    Optional<Map<String, JsonNode>> videos = YouTubeApi.items(outcome).map(VideoFigures::byId);
    return posts.stream()
        .collect(
            Collectors.toMap(
                post -> post,
                post ->
                    videos
                        .map(found -> reading(Optional.ofNullable(found.get(post.remoteId()))))
                        .orElseGet(() -> new Reading.Failed(unread(access, outcome))),
                (one, same) -> one,
                LinkedHashMap::new));
  }

  private static Map<RemotePost, Reading> same(List<RemotePost> posts, Reading reading) {
    Map<RemotePost, Reading> all = new LinkedHashMap<>();
    posts.forEach(post -> all.put(post, reading));
    return all;
  }

  private static Reading reading(Optional<JsonNode> video) {
    return video
        .filter(found -> !VideoState.of(found).isOver())
        .<Reading>map(found -> new Reading.Measured(VideoCounts.of(found)))
        .orElseGet(Reading.Absent::new);
  }

  /**
   * Whatever is refused where nobody is logged in, is refused to this installation's key: no
   * verdict on the post, and an administrator can put it right.
   */
  private Failure unread(Access access, HttpOutcome outcome) {
    Failure failure = api.failure(outcome);
    return YouTubeApi.hasLogin(access) || failure.passes()
        ? failure
        : Failure.of(Kind.TRANSIENT, failure.code(), failure.detail());
  }

  /** The owner sees what is private; to anybody else it is as if it were gone. */
  Presence presence(Access access, RemotePost post) {
    if (!api.reads(access)) {
      return Presence.UNKNOWN;
    }
    Optional<Map<String, JsonNode>> videos =
        YouTubeApi.items(ask(access, List.of(post.remoteId()), "snippet,status"))
            .map(VideoFigures::byId);
    if (videos.isEmpty()) {
      return Presence.UNKNOWN;
    }
    Optional<JsonNode> video = Optional.ofNullable(videos.get().get(post.remoteId()));
    if (video.filter(found -> isAnothers(access, found)).isPresent()) {
      return Presence.ELSEWHERE;
    }
    if (video.isPresent()) {
      boolean deleted = VideoState.of(video.get()).stage() == VideoState.Stage.DELETED;
      return deleted ? Presence.GONE : Presence.PRESENT;
    }
    return YouTubeApi.hasLogin(access) ? Presence.GONE : Presence.UNKNOWN;
  }

  /** An account that is known by its name alone cannot be told from another. */
  private static boolean isAnothers(Access access, JsonNode video) {
    String own = access.account().remoteId();
    String channel = video.path("snippet").path("channelId").asText("");
    return VideoAddresses.isChannelId(own) && !channel.isEmpty() && !channel.equals(own);
  }
}
