package id.gaung.platform.instagram;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.AccountProfile;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.Figure;
import id.gaung.platform.Figure.Gap;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.Metric;
import id.gaung.platform.Presence;
import id.gaung.platform.Reading;
import id.gaung.platform.RemotePost;
import id.gaung.platform.meta.GraphApi;
import id.gaung.platform.meta.Usage;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads insights, one call for each media: Instagram Login has no batch. Insights come up to 48
 * hours late, as an empty list, which is no zero.
 */
final class MediaFigures {

  /** So many calls in a row at most; the caller comes again for the rest. */
  static final int BATCH = 25;

  private static final Duration UNKNOWN_BLOCK = Duration.ofMinutes(15);

  /** Names valid for pictures and carousels; one wrong name fails the whole call. */
  private static final Map<String, Metric> METRICS = new LinkedHashMap<>();

  static {
    METRICS.put("views", Metric.VIEWS);
    METRICS.put("reach", Metric.REACH);
    METRICS.put("likes", Metric.LIKES);
    METRICS.put("comments", Metric.COMMENTS);
    METRICS.put("saved", Metric.SAVES);
    METRICS.put("shares", Metric.SHARES);
  }

  private final GraphApi api;

  MediaFigures(GraphApi api) {
    this.api = api;
  }

  Map<RemotePost, Reading> read(Access access, List<RemotePost> posts) {
    Map<RemotePost, Reading> readings = new LinkedHashMap<>();
    Optional<Failure> stop = Optional.empty();
    for (RemotePost post : posts) {
      if (stop.isPresent()) {
        readings.put(post, new Reading.Failed(stop.get()));
        continue;
      }
      HttpOutcome outcome =
          api.send(
              api.get(GraphApi.token(access), GraphApi.node(post.remoteId()) + "/insights")
                  .query("metric", String.join(",", METRICS.keySet())));
      Reading reading = reading(access, post, outcome);
      readings.put(post, reading);
      stop = stop(outcome, reading);
    }
    return readings;
  }

  /** Why asking for further posts would be in vain or do harm. */
  private static Optional<Failure> stop(HttpOutcome outcome, Reading reading) {
    if (reading instanceof Reading.Failed failed) {
      Kind kind = failed.failure().kind();
      boolean forAll = kind == Kind.RECONNECT || !(outcome instanceof Answered);
      return forAll ? Optional.of(failed.failure()) : failed.spent();
    }
    return reading.spent();
  }

  private static Reading withBudget(Reading reading, HttpOutcome outcome) {
    return budget(outcome).map(reading::spending).orElse(reading);
  }

  /** The limit that the headers of an answer tell of, which may be a good one. */
  private static Optional<Failure> budget(HttpOutcome outcome) {
    Usage usage = GraphApi.usage(outcome);
    return usage.isSpent()
        ? Optional.of(
            Failure.rateLimited(
                "USAGE",
                "the budget of calls is " + usage.percent() + " % used",
                usage.regain().orElse(UNKNOWN_BLOCK)))
        : Optional.empty();
  }

  private Reading reading(Access access, RemotePost post, HttpOutcome outcome) {
    return withBudget(insights(access, post, outcome), outcome);
  }

  private Reading insights(Access access, RemotePost post, HttpOutcome outcome) {
    Optional<JsonNode> data =
        GraphApi.good(outcome).map(body -> body.path("data")).filter(JsonNode::isArray);
    if (data.isPresent()) {
      return new Reading.Measured(figures(data.get()));
    }
    if (GraphApi.error(outcome).filter(InstagramErrors::isMissing).isPresent()) {
      return new Reading.Absent();
    }
    Failure failure = api.failure(outcome);
    boolean insightsRefuse = failure.kind() == Kind.PERMISSION || failure.kind() == Kind.REJECTED;
    if (!insightsRefuse) {
      return new Reading.Failed(failure);
    }
    Optional<Failure> spent = budget(outcome);
    return spent.isPresent() ? new Reading.Failed(spent.get()) : counters(access, post);
  }

  private static Map<Metric, Figure> figures(JsonNode data) {
    Map<Metric, Figure> figures = all(Gap.NOT_YET);
    for (JsonNode insight : data) {
      Metric metric = METRICS.get(insight.path("name").asText(""));
      JsonNode first = insight.path("values").path(0).path("value");
      JsonNode value = first.isMissingNode() ? insight.path("total_value").path("value") : first;
      if (metric != null) {
        figures.put(metric, Figure.counted(value, Gap.NOT_YET));
      }
    }
    return figures;
  }

  /**
   * The two counters of the media itself, where insights refuse: too few viewers, a post older than
   * the professional account, a permission missing. The owner may hide them.
   */
  private Reading counters(Access access, RemotePost post) {
    HttpOutcome outcome =
        api.fields(
            GraphApi.token(access), GraphApi.node(post.remoteId()), "id,like_count,comments_count");
    return withBudget(counted(outcome), outcome);
  }

  private Reading counted(HttpOutcome outcome) {
    Optional<JsonNode> media = GraphApi.good(outcome);
    if (media.isEmpty()) {
      return GraphApi.error(outcome).filter(InstagramErrors::isMissing).isPresent()
          ? new Reading.Absent()
          : new Reading.Failed(api.failure(outcome));
    }
    Map<Metric, Figure> figures = all(Gap.REFUSED);
    figures.put(Metric.LIKES, Figure.counted(media.get().path("like_count"), Gap.HIDDEN));
    figures.put(Metric.COMMENTS, Figure.counted(media.get().path("comments_count"), Gap.HIDDEN));
    return new Reading.Measured(figures);
  }

  private static Map<Metric, Figure> all(Gap gap) {
    Map<Metric, Figure> figures = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      figures.put(metric, Figure.missing(gap));
    }
    return figures;
  }

  /**
   * "Missing" also means no permission, and on a fresh media nothing at all; so it counts as gone
   * only while the account itself answers.
   */
  Presence presence(Access access, RemotePost post) {
    String token = GraphApi.token(access);
    HttpOutcome outcome = api.fields(token, GraphApi.node(post.remoteId()), "id");
    if (GraphApi.id(outcome).isPresent()) {
      return Presence.PRESENT;
    }
    boolean missing = GraphApi.error(outcome).filter(InstagramErrors::isMissing).isPresent();
    return missing && GraphApi.good(api.fields(token, "/me", "user_id")).isPresent()
        ? Presence.GONE
        : Presence.UNKNOWN;
  }

  AccountProfile profile(Access access) {
    HttpOutcome outcome =
        api.fields(
            GraphApi.token(access),
            GraphApi.node(access.account().remoteId()),
            "followers_count,username");
    Optional<JsonNode> account = GraphApi.good(outcome);
    return new AccountProfile(
        followers(outcome, account), account.flatMap(body -> AnswerJson.text(body, "username")));
  }

  private Figure followers(HttpOutcome outcome, Optional<JsonNode> account) {
    JsonNode count =
        account.map(body -> body.path("followers_count")).orElse(AnswerJson.object().path(""));
    if (!count.isMissingNode()) {
      return Figure.counted(count, Gap.NOT_YET);
    }
    Kind kind = api.failure(outcome).kind();
    boolean refused = kind == Kind.PERMISSION || kind == Kind.RECONNECT || kind == Kind.REJECTED;
    return Figure.missing(account.isEmpty() && refused ? Gap.REFUSED : Gap.NOT_YET);
  }
}
