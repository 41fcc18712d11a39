package id.gaung.platform.instagram;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.AccountProfile;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.Presence;
import id.gaung.platform.Reading;
import id.gaung.platform.RemotePost;
import id.gaung.platform.instagram.LoginClient.MediaReader;
import id.gaung.platform.meta.GraphApi;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads posts that are known by the code in their address, as people give it: the account's own
 * list tells by which number the network reads each.
 */
final class CodedPosts implements MediaReader {

  private static final int PAGE = 100;

  /** So many back at most; a person gives the address of a post soon after it is out. */
  private static final int PAGES = 5;

  private final GraphApi api;
  private final MediaReader reader;

  CodedPosts(GraphApi api, MediaReader reader) {
    this.api = api;
    this.reader = reader;
  }

  static boolean isCode(RemotePost post) {
    return !post.remoteId().matches("\\d+");
  }

  @Override
  public Map<RemotePost, Reading> read(Access access, List<RemotePost> posts) {
    if (posts.stream().noneMatch(CodedPosts::isCode)) {
      return posts.isEmpty() ? Map.of() : reader.read(access, posts);
    }
    Map<String, String> numbers = new HashMap<>();
    Optional<HttpOutcome> unlisted =
        numbers(access, posts.stream().map(RemotePost::remoteId).toList(), numbers);
    Map<RemotePost, RemotePost> known = new LinkedHashMap<>();
    Map<RemotePost, Reading> readings = new LinkedHashMap<>();
    for (RemotePost post : posts) {
      String number = isCode(post) ? numbers.getOrDefault(post.remoteId(), "") : post.remoteId();
      if (number.isEmpty()) {
        readings.put(
            post,
            unlisted
                .<Reading>map(outcome -> new Reading.Failed(api.failure(outcome)))
                .orElseGet(Reading.Absent::new));
      } else {
        known.put(post, new RemotePost(number, post.url()));
      }
    }
    if (!known.isEmpty()) {
      Map<RemotePost, Reading> read =
          reader.read(access, known.values().stream().distinct().toList());
      known.forEach(
          (post, named) ->
              Optional.ofNullable(read.get(named))
                  .ifPresent(
                      reading -> readings.put(post, isCode(post) ? of(reading, named) : reading)));
    }
    return readings;
  }

  private static Reading of(Reading reading, RemotePost named) {
    return reading instanceof Reading.Measured measured
        ? new Reading.Measured(measured.figures(), measured.spent(), Optional.of(named.remoteId()))
        : reading;
  }

  /**
   * @param found the numbers by the codes
   * @return the answer that was no list; empty if all was read that had to be
   */
  private Optional<HttpOutcome> numbers(
      Access access, List<String> wanted, Map<String, String> found) {
    String after = "";
    for (int page = 0; page < PAGES; page++) {
      PlatformRequest request =
          api.get(GraphApi.token(access), GraphApi.node(access.account().remoteId()) + "/media")
              .query("fields", "id,permalink")
              .query("limit", String.valueOf(PAGE));
      HttpOutcome outcome = api.send(after.isEmpty() ? request : request.query("after", after));
      Optional<JsonNode> body = GraphApi.good(outcome).filter(one -> one.path("data").isArray());
      if (body.isEmpty()) {
        return Optional.of(outcome);
      }
      for (JsonNode media : body.get().path("data")) {
        MediaAddresses.code(media.path("permalink").asText(""))
            .ifPresent(code -> found.put(code, media.path("id").asText("")));
      }
      after = body.get().path("paging").path("cursors").path("after").asText("");
      boolean more = body.get().path("data").size() >= PAGE;
      if (after.isEmpty() || !more || found.keySet().containsAll(wanted)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** What the list does not show may be another's post that the account shares. */
  @Override
  public Presence presence(Access access, RemotePost post) {
    if (!isCode(post)) {
      return reader.presence(access, post);
    }
    Map<String, String> numbers = new HashMap<>();
    numbers(access, List.of(post.remoteId()), numbers);
    return numbers.containsKey(post.remoteId()) ? Presence.PRESENT : Presence.UNKNOWN;
  }

  @Override
  public AccountProfile profile(Access access) {
    return reader.profile(access);
  }
}
