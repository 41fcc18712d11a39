package id.gaung.platform.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.gaung.platform.Access;
import id.gaung.platform.Account;
import id.gaung.platform.AccountProfile;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.Figure;
import id.gaung.platform.Figure.Gap;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.Metric;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.Presence;
import id.gaung.platform.Reading;
import id.gaung.platform.RemotePost;
import java.net.URI;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    Optional<Failure> spent = api.spent(outcome);
    Optional<Map<RemotePost, Reading>> read =
        MastodonApi.good(outcome)
            .flatMap(body -> asked(body, posts))
            .map(found -> batch(posts, found));
    if (spent.isEmpty()) {
      return read.orElseGet(() -> oneByOne(access, posts));
    }
    return read.map(readings -> spending(readings, spent.get()))
        .orElseGet(() -> all(posts, new Reading.Failed(spent.get())));
  }

  private static Map<RemotePost, Reading> spending(
      Map<RemotePost, Reading> readings, Failure limit) {
    readings.replaceAll((post, reading) -> reading.spending(limit));
    return readings;
  }

  /**
   * The statuses by id. Empty if the server does not know this way of asking (before Mastodon 4.3):
   * no list, none of the ids asked for, or others as well, as from one that ignores the parameter.
   */
  private static Optional<Map<RemotePost, JsonNode>> asked(JsonNode body, List<RemotePost> posts) {
    if (!body.isArray()) {
      return Optional.empty();
    }
    Map<RemotePost, JsonNode> found = new HashMap<>();
    for (JsonNode answered : body) {
      JsonNode status = unwrapped(answered);
      Optional<RemotePost> post = posts.stream().filter(p -> is(status, p)).findFirst();
      if (post.isEmpty()) {
        return Optional.empty();
      }
      found.put(post.get(), status);
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  private static Map<RemotePost, Reading> batch(
      List<RemotePost> posts, Map<RemotePost, JsonNode> found) {
    Map<RemotePost, Reading> readings = new LinkedHashMap<>();
    for (RemotePost post : posts) {
      JsonNode status = found.get(post);
      readings.put(post, status == null ? new Reading.Absent() : measured(status, post));
    }
    return readings;
  }

  private Map<RemotePost, Reading> oneByOne(Access access, List<RemotePost> posts) {
    Map<RemotePost, Reading> readings = new LinkedHashMap<>();
    for (int i = 0; i < posts.size(); i++) {
      Reading reading = one(access, posts.get(i));
      readings.put(posts.get(i), reading);
      Optional<Failure> stop = stop(reading);
      if (stop.isPresent()) {
        readings.putAll(all(posts.subList(i + 1, posts.size()), new Reading.Failed(stop.get())));
        return readings;
      }
    }
    return readings;
  }

  private static Optional<Failure> stop(Reading reading) {
    return reading instanceof Reading.Failed failed && holdsForAll(failed.failure())
        ? Optional.of(failed.failure())
        : reading.spent();
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
    Reading reading = one(post, outcome);
    return api.spent(outcome).map(reading::spending).orElse(reading);
  }

  private Reading one(RemotePost post, HttpOutcome outcome) {
    int status = MastodonApi.statusOf(outcome);
    if (status == 404 || status == 410) {
      return new Reading.Absent();
    }
    return MastodonApi.good(outcome)
        .map(StatusFigures::unwrapped)
        .filter(body -> body.path("id").isValueNode())
        .<Reading>map(body -> is(body, post) ? measured(body, post) : new Reading.Absent())
        .orElseGet(() -> new Reading.Failed(api.failure(outcome)));
  }

  Presence presence(Access access, RemotePost post) {
    HttpOutcome outcome = api.send(MastodonApi.get(access, MastodonApi.status(post.remoteId())));
    int status = MastodonApi.statusOf(outcome);
    if (status == 404 || status == 410) {
      return Presence.GONE;
    }
    return MastodonApi.good(outcome)
        .map(StatusFigures::unwrapped)
        .filter(body -> is(body, post))
        .map(body -> Presence.PRESENT)
        .orElse(Presence.UNKNOWN);
  }

  /** What was boosted, where a server hands out the boost in place of the status. */
  private static JsonNode unwrapped(JsonNode status) {
    return status.path("reblog").isObject() ? status.path("reblog") : status;
  }

  /**
   * Whether the answer is the status asked for. A status that was changed may come under another id
   * but keeps its address. Anything else says nothing: neither that the status stands nor that it
   * is gone.
   */
  private static boolean is(JsonNode status, RemotePost post) {
    String address = post.url().map(URI::toString).orElse("");
    return status.path("id").asText("").equals(post.remoteId())
        || (!address.isEmpty()
            && (status.path("url").asText("").equals(address)
                || status.path("uri").asText("").equals(address)));
  }

  AccountProfile profile(Access access) {
    if (access.credentials().secrets().isEmpty()) {
      return openProfile(access);
    }
    HttpOutcome own = api.send(MastodonApi.get(access, "/api/v1/accounts/verify_credentials"));
    JsonNode count = followersIn(own);
    HttpOutcome other = own;
    // Some servers refuse verify_credentials to tokens that read accounts well.
    if (count.isMissingNode() && MastodonApi.statusOf(own) != 0) {
      other =
          api.send(
              MastodonApi.get(
                  access, "/api/v1/accounts/" + MastodonApi.segment(access.account().remoteId())));
      count = followersIn(other);
    }
    HttpOutcome last = other;
    return new AccountProfile(
        followers(count, last),
        handle(access.account(), own).or(() -> handle(access.account(), last)));
  }

  /** Minus one is how forks say that the owner hides it. */
  private static Figure followers(JsonNode count, HttpOutcome outcome) {
    return count.isIntegralNumber() && count.asLong() == -1
        ? Figure.missing(Gap.HIDDEN)
        : Figure.counted(count, gap(outcome));
  }

  /** As anybody sees it, by its name: whoever enters an account by hand knows no number of it. */
  private AccountProfile openProfile(Access access) {
    String name = access.account().handle().split("@", 2)[0];
    HttpOutcome outcome =
        api.send(MastodonApi.get(access, "/api/v1/accounts/lookup").query("acct", name));
    return new AccountProfile(followers(followersIn(outcome), outcome), Optional.empty());
  }

  /** The name with the domain that the account is known by, which {@code acct} leaves out. */
  private static Optional<String> handle(Account account, HttpOutcome outcome) {
    String domain = account.handle().substring(account.handle().lastIndexOf('@') + 1);
    return MastodonApi.good(outcome)
        .filter(body -> body.path("id").asText("").equals(account.remoteId()))
        .flatMap(body -> AnswerJson.text(body, "acct").or(() -> AnswerJson.text(body, "username")))
        .map(name -> name.contains("@") ? name : name + "@" + domain);
  }

  private static JsonNode followersIn(HttpOutcome outcome) {
    return MastodonApi.good(outcome)
        .map(body -> body.path("followers_count"))
        .orElse(MissingNode.getInstance());
  }

  private static Gap gap(HttpOutcome outcome) {
    int status = MastodonApi.statusOf(outcome);
    if (status == 401 || status == 403 || status == 422) {
      return Gap.REFUSED;
    }
    return MastodonApi.good(outcome).isPresent() ? Gap.NOT_OFFERED : Gap.NOT_YET;
  }

  /** What the server counts of a status it shows. */
  static Map<Metric, Figure> figures(JsonNode status) {
    Map<Metric, Figure> figures = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      figures.put(metric, Figure.missing(Gap.NOT_OFFERED));
    }
    figures.put(Metric.LIKES, figure(status, "favourites_count"));
    figures.put(Metric.COMMENTS, figure(status, "replies_count"));
    // Quotes are counted since Mastodon 4.5 and are shares like boosts.
    figures.put(
        Metric.SHARES, figure(status, "reblogs_count").plus(figure(status, "quotes_count")));
    return figures;
  }

  private static Reading measured(JsonNode status, RemotePost post) {
    Optional<String> newId =
        Optional.of(status.path("id").asText(""))
            .filter(id -> !id.isEmpty() && !id.equals(post.remoteId()));
    return new Reading.Measured(figures(status), Optional.empty(), newId);
  }

  private static Figure figure(JsonNode status, String field) {
    return Figure.counted(status.path(field), Gap.NOT_OFFERED);
  }

  private static Map<RemotePost, Reading> all(List<RemotePost> posts, Reading reading) {
    Map<RemotePost, Reading> readings = new LinkedHashMap<>();
    posts.forEach(post -> readings.put(post, reading));
    return readings;
  }
}
