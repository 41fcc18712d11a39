package id.gaung;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** {@code videos} and the channel's uploads; 10,000 units of the project in a day, one a call. */
record CannedYouTube(Feed feed) implements Canned {

  @Override
  public Optional<Told> answer(Asked asked) {
    if (!asked.method().equals("GET")) {
      return Optional.empty();
    }
    if (asked.path().endsWith("/videos")) {
      ObjectNode body = Canned.object();
      ArrayNode items = body.putArray("items");
      asked.ids("id").forEach(id -> video(items.addObject(), id));
      return Optional.of(Told.read(body));
    }
    return asked.path().endsWith("/playlistItems")
        ? Optional.of(Told.list(list(asked)))
        : Optional.empty();
  }

  private static void video(ObjectNode video, String id) {
    video.put("id", id);
    video
        .putObject("statistics")
        .put("viewCount", String.valueOf(Canned.count(id, 4_000)))
        .put("likeCount", String.valueOf(Canned.count(id, 300)))
        .put("commentCount", String.valueOf(Canned.count(id, 30)));
    video.putObject("status").put("uploadStatus", "processed").put("privacyStatus", "public");
    video.putObject("snippet").put("title", "Amplang").put("description", "Amplang " + id);
  }

  /** Of eleven characters. */
  @Override
  public String id(String number) {
    return number.substring(1);
  }

  private ObjectNode list(Asked asked) {
    int from = asked.first("pageToken").isEmpty() ? 0 : Integer.parseInt(asked.first("pageToken"));
    int most = Integer.parseInt(asked.first("maxResults"));
    ObjectNode body = Canned.object();
    ArrayNode items = body.putArray("items");
    feed.page(from, most)
        .forEach(
            number ->
                items
                    .addObject()
                    .putObject("contentDetails")
                    .put("videoId", id(Feed.id(number)))
                    .put("videoPublishedAt", feed.at(number).toString()));
    if (from + most < feed.posts()) {
      body.put("nextPageToken", String.valueOf(from + most));
    }
    return body;
  }

  @Override
  public Limit limit() {
    return new Limit(10_000, CannedGraph.DAY, true);
  }

  @Override
  public Map<String, String> told(int used, Instant end) {
    return Map.of();
  }

  @Override
  public int batch() {
    return 50;
  }

  @Override
  public int page() {
    return 50;
  }

  @Override
  public boolean endsInTime() {
    return false;
  }

  @Override
  public boolean countsInList() {
    return false;
  }
}
