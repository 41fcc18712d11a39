package id.gaung.platform.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.gaung.platform.Access;
import id.gaung.platform.AnswerJson;
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

/** What TikTok counts ("Query Videos") of the account's own public posts. */
final class TikTokFigures {

  /** More ids in one call are refused. */
  static final int BATCH = 20;

  private static final Failure NO_LOGIN = Failure.of(Kind.RECONNECT, "not-connected", "");

  private final TikTokApi api;

  TikTokFigures(TikTokApi api) {
    this.api = api;
  }

  Map<RemotePost, Reading> read(Access access, List<RemotePost> posts) {
    // One that is no number would have the whole call refused.
    List<RemotePost> asked = posts.stream().filter(TikTokFigures::isAskable).toList();
    Map<RemotePost, Reading> readings = new LinkedHashMap<>();
    posts.forEach(post -> readings.put(post, new Reading.Absent()));
    if (asked.isEmpty()) {
      return readings;
    }
    Optional<HttpOutcome> outcome = query(access, asked);
    Optional<JsonNode> videos = outcome.flatMap(TikTokFigures::videos);
    if (videos.isEmpty()) {
      Failure failure = outcome.map(api::failure).orElse(NO_LOGIN);
      asked.forEach(post -> readings.put(post, new Reading.Failed(failure)));
      return readings;
    }
    Map<String, JsonNode> byId = new HashMap<>();
    videos.get().forEach(video -> byId.put(video.path("id").asText(""), video));
    for (RemotePost post : asked) {
      Optional.ofNullable(byId.get(post.remoteId()))
          .ifPresent(video -> readings.put(post, new Reading.Measured(TikTokCounts.of(video))));
    }
    return readings;
  }

  private static boolean isAskable(RemotePost post) {
    return post.remoteId().matches("\\d{1,25}");
  }

  /** Nothing is asked without a login. */
  private Optional<HttpOutcome> query(Access access, List<RemotePost> posts) {
    if (!TikTokApi.hasToken(access)) {
      return Optional.empty();
    }
    ObjectNode body = AnswerJson.object();
    ArrayNode ids = body.putObject("filters").putArray("video_ids");
    posts.forEach(post -> ids.add(post.remoteId()));
    return Optional.of(api.ask(access, "/v2/video/query/", "id," + TikTokCounts.FIELDS, body));
  }

  private static Optional<JsonNode> videos(HttpOutcome outcome) {
    return TikTokEnvelope.data(outcome).map(data -> data.path("videos")).filter(JsonNode::isArray);
  }

  /** One that is not mentioned may be private, under review or deleted: nothing is known then. */
  Presence presence(Access access, RemotePost post) {
    boolean there =
        isAskable(post)
            && query(access, List.of(post))
                .flatMap(TikTokFigures::videos)
                .filter(list -> list.path(0).path("id").asText("").equals(post.remoteId()))
                .isPresent();
    return there ? Presence.PRESENT : Presence.UNKNOWN;
  }
}
