package id.gaung;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** {@code getPosts} and {@code getAuthorFeed}; 3,000 calls of an address in five minutes. */
record CannedBluesky(Feed feed) implements Canned {

  @Override
  public Optional<Told> answer(Asked asked) {
    if (asked.path().endsWith("/app.bsky.feed.getPosts")) {
      ObjectNode body = Canned.object();
      ArrayNode posts = body.putArray("posts");
      asked.query().get("uris").forEach(uri -> counts(posts.addObject(), uri));
      return Optional.of(Told.read(body));
    }
    return asked.path().endsWith("/app.bsky.feed.getAuthorFeed")
        ? Optional.of(Told.list(list(asked)))
        : Optional.empty();
  }

  private ObjectNode list(Asked asked) {
    int from = asked.first("cursor").isEmpty() ? 0 : Integer.parseInt(asked.first("cursor"));
    int most = Integer.parseInt(asked.first("limit"));
    String did = asked.first("actor");
    ObjectNode body = Canned.object();
    ArrayNode items = body.putArray("feed");
    feed.page(from, most)
        .forEach(
            number -> {
              ObjectNode post = items.addObject().putObject("post");
              counts(post, id(Feed.id(number)).replace("ACCOUNT", did));
              post.put("indexedAt", feed.at(number).toString()).putObject("author").put("did", did);
              post.putObject("record")
                  .put("createdAt", feed.at(number).toString())
                  .put("text", "Amplang " + number);
            });
    if (from + most < feed.posts()) {
      body.put("cursor", String.valueOf(from + most));
    }
    return body;
  }

  @Override
  public String id(String number) {
    return "at://ACCOUNT/app.bsky.feed.post/3" + letters(number);
  }

  private static String letters(String digits) {
    StringBuilder letters = new StringBuilder();
    digits.chars().forEach(digit -> letters.append((char) ('a' + digit - '0')));
    return letters.toString();
  }

  private static void counts(ObjectNode post, String uri) {
    post.put("uri", uri)
        .put("likeCount", Canned.count(uri, 300))
        .put("replyCount", Canned.count(uri, 30))
        .put("repostCount", Canned.count(uri, 20))
        .put("quoteCount", Canned.count(uri, 5));
  }

  @Override
  public Limit limit() {
    return new Limit(3_000, 300, true);
  }

  @Override
  public Map<String, String> told(int used, Instant end) {
    return Map.of(
        "RateLimit-Limit",
        "3000",
        "RateLimit-Remaining",
        String.valueOf(3_000 - used),
        "RateLimit-Reset",
        String.valueOf(end.getEpochSecond()),
        "RateLimit-Policy",
        "3000;w=300");
  }

  @Override
  public int batch() {
    return 25;
  }

  @Override
  public int page() {
    return 100;
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
