package id.gaung;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.gaung.web.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Videos by their ids and an account's videos, 20 a call; 600 calls of an app in a minute. */
record CannedTikTok(Feed feed) implements Canned {

  @Override
  public Optional<Told> answer(Asked asked) {
    if (asked.path().equals("/v2/video/query/")) {
      ObjectNode data = Canned.object();
      ArrayNode videos = data.putArray("videos");
      read(asked)
          .path("filters")
          .path("video_ids")
          .forEach(id -> video(videos.addObject(), id.asText()));
      return Optional.of(Told.read(good(data)));
    }
    return asked.path().equals("/v2/video/list/")
        ? Optional.of(Told.list(list(read(asked))))
        : Optional.empty();
  }

  private static JsonNode read(Asked asked) {
    try {
      return Json.mapper().readTree(asked.body());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static ObjectNode good(ObjectNode data) {
    ObjectNode body = Canned.object();
    body.set("data", data);
    body.putObject("error").put("code", "ok").put("message", "").put("log_id", "1");
    return body;
  }

  private static ObjectNode video(ObjectNode video, String id) {
    return video
        .put("id", id)
        .put("view_count", Canned.count(id, 4_000))
        .put("like_count", Canned.count(id, 300))
        .put("comment_count", Canned.count(id, 30))
        .put("share_count", Canned.count(id, 20));
  }

  /** Its cursor is a time in milliseconds, before which the next page begins. */
  private ObjectNode list(JsonNode asked) {
    long before = asked.path("cursor").asLong(Long.MAX_VALUE);
    int most = asked.path("max_count").asInt(20);
    int from = 0;
    while (from < feed.posts() && feed.at(from).toEpochMilli() >= before) {
      from++;
    }
    ObjectNode data = Canned.object();
    ArrayNode videos = data.putArray("videos");
    feed.page(from, most)
        .forEach(
            number ->
                video(videos.addObject(), Feed.id(number))
                    .put("create_time", feed.at(number).getEpochSecond())
                    .put("video_description", "Amplang " + number));
    int last = from + videos.size() - 1;
    return good(
        data.put("cursor", last < 0 ? 0 : feed.at(last).toEpochMilli())
            .put("has_more", from + most < feed.posts()));
  }

  @Override
  public Limit limit() {
    return new Limit(600, 60, true);
  }

  @Override
  public Map<String, String> told(int used, Instant end) {
    return Map.of();
  }

  @Override
  public int batch() {
    return 20;
  }

  @Override
  public int page() {
    return 20;
  }

  @Override
  public boolean endsInTime() {
    return false;
  }

  @Override
  public boolean countsInList() {
    return true;
  }
}
