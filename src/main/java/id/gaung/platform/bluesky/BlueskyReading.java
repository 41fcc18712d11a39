package id.gaung.platform.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.AccountProfile;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Failure;
import id.gaung.platform.Figure;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.Metric;
import id.gaung.platform.PlatformHttp;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.Presence;
import id.gaung.platform.Reading;
import id.gaung.platform.RemotePost;
import id.gaung.platform.bluesky.BlueskyRecords.Stored;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads counts through the account's own server, which asks the network's index. */
final class BlueskyReading {

  /** Lexicon app/bsky/feed/getPosts. */
  static final int BATCH = 25;

  private final PlatformHttp http;
  private final BlueskyRecords records;
  private final BlueskyFailures failures;
  private final BlueskyAddresses.Names names;

  BlueskyReading(PlatformHttp http, BlueskyRecords records, BlueskyFailures failures) {
    this.http = http;
    this.records = records;
    this.failures = failures;
    this.names = new BlueskyAddresses.Names(http, failures);
  }

  Map<RemotePost, Reading> read(Access access, List<RemotePost> posts) {
    if (posts.size() > BATCH) {
      throw new IllegalArgumentException(posts.size() + " posts, at most " + BATCH);
    }
    // One address that is none would fail the whole batch.
    Map<RemotePost, AtUri> askable = new LinkedHashMap<>();
    posts.forEach(p -> AtUri.typed(p.remoteId()).ifPresent(uri -> askable.put(p, uri)));
    Map<RemotePost, Reading> readings = new LinkedHashMap<>();
    posts.forEach(p -> readings.put(p, new Reading.Failed(notAnAddress())));
    readings.putAll(names.resolve(access, askable));
    if (!askable.isEmpty()) {
      readings.putAll(ask(access, askable));
    }
    return readings;
  }

  Presence presence(Access access, RemotePost post) {
    Optional<AtUri> uri = AtUri.typed(post.remoteId());
    if (uri.isEmpty()) {
      return Presence.UNKNOWN;
    }
    Stored stored =
        records.get(
            access.account().server(), uri.get().repo(), uri.get().collection(), uri.get().rkey());
    if (stored instanceof Stored.Present) {
      return Presence.PRESENT;
    }
    return stored instanceof Stored.Nothing ? Presence.GONE : Presence.UNKNOWN;
  }

  AccountProfile profile(Access access) {
    HttpOutcome outcome =
        http.send(
            Xrpc.query(access, "app.bsky.actor.getProfile")
                .query("actor", access.account().remoteId()));
    return success(outcome)
        .map(
            json ->
                new AccountProfile(figure(json, "followersCount"), BlueskyAddresses.handle(json)))
        .orElseGet(
            () -> new AccountProfile(Figure.missing(gap(failures.of(outcome))), Optional.empty()));
  }

  private Map<RemotePost, Reading> ask(Access access, Map<RemotePost, AtUri> uris) {
    Set<RemotePost> posts = uris.keySet();
    PlatformRequest request = Xrpc.query(access, "app.bsky.feed.getPosts");
    for (AtUri uri : new LinkedHashSet<>(uris.values())) {
      request = request.query("uris", uri.toString());
    }
    HttpOutcome outcome = http.send(request);
    Optional<JsonNode> answer = success(outcome).filter(json -> json.path("posts").isArray());
    Map<RemotePost, Reading> readings = new HashMap<>();
    if (answer.isEmpty()) {
      Failure failure = failures.of(outcome);
      posts.forEach(p -> readings.put(p, new Reading.Failed(failure)));
      return readings;
    }
    Map<String, Reading> byUri = new HashMap<>();
    for (JsonNode post : answer.get().path("posts")) {
      AnswerJson.text(post, "uri").ifPresent(uri -> byUri.put(uri, measured(post)));
    }
    uris.forEach(
        (post, uri) ->
            readings.put(
                post, named(post, uri, byUri.getOrDefault(uri.toString(), new Reading.Absent()))));
    failures
        .spent(outcome)
        .ifPresent(limit -> readings.replaceAll((post, reading) -> reading.spending(limit)));
    return readings;
  }

  /** One that was asked for by the account's name is known by its DID from now on. */
  private static Reading named(RemotePost post, AtUri uri, Reading reading) {
    return reading instanceof Reading.Measured measured && !uri.toString().equals(post.remoteId())
        ? new Reading.Measured(measured.figures(), measured.spent(), Optional.of(uri.toString()))
        : reading;
  }

  private static Reading measured(JsonNode post) {
    return new Reading.Measured(figures(post));
  }

  /** What the index counts of a post it shows. */
  static Map<Metric, Figure> figures(JsonNode post) {
    Figure reposts = figure(post, "repostCount");
    Figure quotes = figure(post, "quoteCount");
    Figure shares = quotes.known().isPresent() ? reposts.plus(quotes) : quotes;
    return Map.of(
        Metric.VIEWS, Figure.missing(Figure.Gap.NOT_OFFERED),
        Metric.REACH, Figure.missing(Figure.Gap.NOT_OFFERED),
        Metric.LIKES, figure(post, "likeCount"),
        Metric.COMMENTS, figure(post, "replyCount"),
        Metric.SHARES, shares,
        Metric.SAVES, Figure.missing(Figure.Gap.NOT_OFFERED));
  }

  private static Figure figure(JsonNode node, String field) {
    return Figure.counted(node.path(field), Figure.Gap.NOT_YET);
  }

  private static Figure.Gap gap(Failure failure) {
    return switch (failure.kind()) {
      case PERMISSION, ACCOUNT_BLOCKED, RECONNECT -> Figure.Gap.REFUSED;
      default -> Figure.Gap.NOT_YET;
    };
  }

  private static Optional<JsonNode> success(HttpOutcome outcome) {
    return outcome.match(Xrpc::success, n -> Optional.empty(), u -> Optional.empty());
  }

  private static Failure notAnAddress() {
    return Failure.of(Failure.Kind.REJECTED, "NOT_AN_AT_URI", "not the address of a record");
  }
}
