package id.gaung.platform.linkedin;

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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what LinkedIn counts of a page's posts. Of those that it leaves out it is asked whether
 * they stand: one without figures yet is left out as one that is gone.
 */
final class LinkedInFigures {

  /** How many one call may name is not said; so many make no address too long. */
  static final int BATCH = 20;

  private final LinkedInApi api;
  private final LinkedInPosts posts;
  private final LinkedInStatistics statistics;

  LinkedInFigures(LinkedInApi api, LinkedInPosts posts) {
    this.api = api;
    this.posts = posts;
    this.statistics = new LinkedInStatistics(api);
  }

  Map<RemotePost, Reading> read(Access access, List<RemotePost> asked) {
    boolean open = LinkedInApi.hasLogin(access);
    Reading untried =
        new Reading.Failed(
            open
                ? Failure.of(Kind.REJECTED, "UNNAMED", "the post's number is not known")
                : Failure.of(Kind.PERMISSION, "NOT_CONNECTED", ""));
    Set<PostUrn> urns = new LinkedHashSet<>();
    asked.stream()
        .filter(post -> open)
        .forEach(post -> PostUrn.of(post.remoteId()).ifPresent(urns::add));
    Map<PostUrn, Reading> told = urns.isEmpty() ? Map.of() : told(access, urns);
    Map<RemotePost, Reading> readings = new LinkedHashMap<>();
    for (RemotePost post : asked) {
      Optional<PostUrn> urn = PostUrn.of(post.remoteId());
      readings.put(post, urn.map(one -> told.getOrDefault(one, untried)).orElse(untried));
    }
    return readings;
  }

  private Map<PostUrn, Reading> told(Access access, Set<PostUrn> urns) {
    Map<PostUrn, Reading> told = new HashMap<>(statistics.of(access, urns));
    Set<PostUrn> leftOut = new LinkedHashSet<>(urns);
    leftOut.removeAll(told.keySet());
    if (!leftOut.isEmpty()) {
      told.putAll(standing(access, leftOut));
    }
    return told;
  }

  private Map<PostUrn, Reading> standing(Access access, Set<PostUrn> leftOut) {
    HttpOutcome outcome = posts.byName(access, leftOut);
    Reading unknown = new Reading.Failed(api.failure(outcome));
    JsonNode body = LinkedInAnswers.good(outcome).orElseGet(id.gaung.platform.AnswerJson::object);
    Map<PostUrn, Reading> told = new HashMap<>();
    for (PostUrn urn : leftOut) {
      if (named(body.path("results"), urn).isObject()) {
        told.put(urn, new Reading.Measured(LinkedInCounts.notYet()));
      } else if (isGone(body, urn)) {
        told.put(urn, new Reading.Absent());
      } else {
        told.put(urn, unknown);
      }
    }
    return told;
  }

  private static boolean isGone(JsonNode body, PostUrn urn) {
    return named(body.path("statuses"), urn).asInt() == 404
        || named(body.path("errors"), urn).path("status").asInt() == 404;
  }

  /** By its name, as it is or encoded. */
  private static JsonNode named(JsonNode map, PostUrn urn) {
    return map.has(urn.text()) ? map.path(urn.text()) : map.path(urn.encoded());
  }

  Presence presence(Access access, RemotePost post) {
    Optional<PostUrn> urn = PostUrn.of(post.remoteId()).filter(one -> LinkedInApi.hasLogin(access));
    if (urn.isEmpty()) {
      return Presence.UNKNOWN;
    }
    HttpOutcome outcome = api.get(access, LinkedInApi.POSTS + "/" + urn.get().encoded());
    if (LinkedInAnswers.isMissing(outcome)) {
      return Presence.GONE;
    }
    return LinkedInAnswers.good(outcome)
            .flatMap(ListedPost::of)
            .filter(ListedPost::isOut)
            .isPresent()
        ? Presence.PRESENT
        : Presence.UNKNOWN;
  }
}
