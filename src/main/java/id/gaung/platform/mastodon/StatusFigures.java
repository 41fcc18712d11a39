package id.gaung.platform.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.Figure;
import id.gaung.platform.Figure.Gap;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.Json;
import id.gaung.platform.Metric;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.Presence;
import id.gaung.platform.Reading;
import id.gaung.platform.RemotePost;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads what a server counts. Counts are what this server knows; views and reach nobody counts. */
final class StatusFigures {

  /** More ids in one call are refused with 422. */
  static final int BATCH = 20;

  private final MastodonApi api;

  StatusFigures(MastodonApi api) {
    this.api = api;
  }

  Map<RemotePost, Reading> read(Access access, List<RemotePost> posts) {
    if (posts.isEmpty()) {
      return Map.of();
    }
    PlatformRequest request = MastodonApi.get(access, "/api/v1/statuses");
    for (RemotePost post : posts) {
      request = request.query("id[]", post.remoteId());
    }
    HttpOutcome outcome = api.send(request);
    int status = MastodonApi.statusOf(outcome);
    if (status == 0 || status == 401 || status == 429 || status >= 500) {
      return all(posts, new Reading.Failed(api.failure(outcome)));
    }
    return MastodonApi.good(outcome)
        .flatMap(body -> asked(body, posts))
        .map(found -> batch(posts, found))
        .orElseGet(() -> oneByOne(access, posts));
  }

  /**
   * The statuses by id. Empty if the server does not know this way of asking (before Mastodon 4.3):
   * no list, none of the ids asked for, or others as well, as from one that ignores the parameter.
   */
  private static Optional<Map<String, JsonNode>> asked(JsonNode body, List<RemotePost> posts) {
    if (!body.isArray()) {
      return Optional.empty();
    }
    List<String> ids = posts.stream().map(RemotePost::remoteId).toList();
    Map<String, JsonNode> found = new HashMap<>();
    for (JsonNode status : body) {
      String id = status.path("id").asText("");
      if (!ids.contains(id)) {
        return Optional.empty();
      }
      found.put(id, status);
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  private static Map<RemotePost, Reading> batch(
      List<RemotePost> posts, Map<String, JsonNode> found) {
    Map<RemotePost, Reading> readings = new LinkedHashMap<>();
    for (RemotePost post : posts) {
      JsonNode status = found.get(post.remoteId());
      readings.put(post, status == null ? new Reading.Absent() : measured(status));
    }
    return readings;
  }

  private Map<RemotePost, Reading> oneByOne(Access access, List<RemotePost> posts) {
    Map<RemotePost, Reading> readings = new LinkedHashMap<>();
    for (int i = 0; i < posts.size(); i++) {
      Reading reading = one(access, posts.get(i));
      readings.put(posts.get(i), reading);
      if (reading instanceof Reading.Failed failed && holdsForAll(failed.failure())) {
        readings.putAll(all(posts.subList(i + 1, posts.size()), reading));
        return readings;
      }
    }
    return readings;
  }

  /** Asking on would only be refused too, or wait for the time limit again. */
  private static boolean holdsForAll(Failure failure) {
    return failure.kind() == Kind.RATE_LIMITED
        || failure.kind() == Kind.RECONNECT
        || failure.kind() == Kind.PERMISSION
        || failure.kind() == Kind.TRANSIENT;
  }

  private Reading one(Access access, RemotePost post) {
    HttpOutcome outcome = api.send(MastodonApi.get(access, MastodonApi.status(post.remoteId())));
    int status = MastodonApi.statusOf(outcome);
    if (status == 404 || status == 410) {
      return new Reading.Absent();
    }
    return MastodonApi.good(outcome)
        .filter(body -> body.path("id").isValueNode())
        .<Reading>map(body -> is(body, post) ? measured(body) : new Reading.Absent())
        .orElseGet(() -> new Reading.Failed(api.failure(outcome)));
  }

  Presence presence(Access access, RemotePost post) {
    HttpOutcome outcome = api.send(MastodonApi.get(access, MastodonApi.status(post.remoteId())));
    int status = MastodonApi.statusOf(outcome);
    if (status == 404 || status == 410) {
      return Presence.GONE;
    }
    return MastodonApi.good(outcome)
        .filter(body -> body.path("id").isValueNode())
        .map(body -> is(body, post) ? Presence.PRESENT : Presence.GONE)
        .orElse(Presence.UNKNOWN);
  }

  /**
   * Whether the answer is the status asked for: a server may hand out the boost of one that is
   * gone, under the boost's own id.
   */
  private static boolean is(JsonNode status, RemotePost post) {
    return status.path("id").asText("").equals(post.remoteId());
  }

  Figure followers(Access access) {
    HttpOutcome own = api.send(MastodonApi.get(access, "/api/v1/accounts/verify_credentials"));
    OptionalLong count = followersIn(own);
    HttpOutcome last = own;
    // Some servers refuse verify_credentials to tokens that read accounts well.
    if (count.isEmpty() && MastodonApi.statusOf(own) != 0) {
      last =
          api.send(
              MastodonApi.get(
                  access, "/api/v1/accounts/" + MastodonApi.segment(access.account().remoteId())));
      count = followersIn(last);
    }
    if (count.isPresent()) {
      // Minus one is how forks say that the owner hides it.
      return count.getAsLong() < 0 ? Figure.missing(Gap.HIDDEN) : Figure.of(count.getAsLong());
    }
    return Figure.missing(gap(last));
  }

  private static OptionalLong followersIn(HttpOutcome outcome) {
    return MastodonApi.good(outcome)
        .map(body -> Json.number(body, "followers_count"))
        .orElse(OptionalLong.empty());
  }

  private static Gap gap(HttpOutcome outcome) {
    int status = MastodonApi.statusOf(outcome);
    if (status == 401 || status == 403 || status == 422) {
      return Gap.REFUSED;
    }
    return MastodonApi.good(outcome).isPresent() ? Gap.NOT_OFFERED : Gap.NOT_YET;
  }

  private static Reading measured(JsonNode status) {
    Map<Metric, Figure> figures = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      figures.put(metric, Figure.missing(Gap.NOT_OFFERED));
    }
    figures.put(Metric.LIKES, figure(Json.number(status, "favourites_count")));
    figures.put(Metric.COMMENTS, figure(Json.number(status, "replies_count")));
    OptionalLong boosts = Json.number(status, "reblogs_count");
    // Quotes are counted since Mastodon 4.5 and are shares like boosts.
    figures.put(
        Metric.SHARES,
        boosts.isEmpty()
            ? Figure.missing(Gap.NOT_OFFERED)
            : Figure.of(boosts.getAsLong() + Json.number(status, "quotes_count").orElse(0)));
    return new Reading.Measured(figures);
  }

  private static Figure figure(OptionalLong count) {
    return count.isPresent() ? Figure.of(count.getAsLong()) : Figure.missing(Gap.NOT_OFFERED);
  }

  private static Map<RemotePost, Reading> all(List<RemotePost> posts, Reading reading) {
    Map<RemotePost, Reading> readings = new LinkedHashMap<>();
    posts.forEach(post -> readings.put(post, reading));
    return readings;
  }
}
