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
import id.gaung.platform.Metric;
import id.gaung.platform.Presence;
import id.gaung.platform.Reading;
import id.gaung.platform.RemotePost;
import id.gaung.platform.meta.GraphApi;
import id.gaung.platform.meta.GraphReadings;
import id.gaung.platform.meta.GraphReadings.Read;
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
  private final GraphReadings readings;

  MediaFigures(GraphApi api) {
    this.api = api;
    this.readings = new GraphReadings(api, InstagramErrors::isMissing);
  }

  Map<RemotePost, Reading> read(Access access, List<RemotePost> posts) {
    return GraphReadings.read(posts, post -> insights(access, post));
  }

  private Read insights(Access access, RemotePost post) {
    HttpOutcome outcome = readings.insights(access, post, String.join(",", METRICS.keySet()));
    Optional<Map<String, JsonNode>> values = GraphReadings.values(outcome);
    if (values.isPresent()) {
      return new Read(new Reading.Measured(figures(values.get())), outcome);
    }
    Reading unread = readings.unread(outcome);
    boolean insightsRefuse =
        unread instanceof Reading.Failed failed
            && (failed.failure().kind() == Kind.PERMISSION
                || failed.failure().kind() == Kind.REJECTED);
    if (!insightsRefuse) {
      return new Read(unread, outcome);
    }
    Optional<Failure> spent = GraphReadings.spent(outcome);
    return spent.isPresent()
        ? new Read(new Reading.Failed(spent.get()), outcome)
        : counters(access, post);
  }

  private static Map<Metric, Figure> figures(Map<String, JsonNode> values) {
    Map<Metric, Figure> figures = all(Gap.NOT_YET);
    METRICS.forEach(
        (name, metric) -> {
          JsonNode value = values.get(name);
          if (value != null) {
            figures.put(metric, Figure.counted(value, Gap.NOT_YET));
          }
        });
    return figures;
  }

  /**
   * The two counters of the media itself, where insights refuse: too few viewers, a post older than
   * the professional account, a permission missing. The owner may hide them.
   */
  private Read counters(Access access, RemotePost post) {
    HttpOutcome outcome =
        api.fields(
            GraphApi.token(access), GraphApi.node(post.remoteId()), "id,like_count,comments_count");
    return new Read(
        GraphApi.good(outcome).map(MediaFigures::counted).orElseGet(() -> readings.unread(outcome)),
        outcome);
  }

  private static Reading counted(JsonNode media) {
    Map<Metric, Figure> figures = all(Gap.REFUSED);
    figures.put(Metric.LIKES, Figure.counted(media.path("like_count"), Gap.HIDDEN));
    figures.put(Metric.COMMENTS, Figure.counted(media.path("comments_count"), Gap.HIDDEN));
    return new Reading.Measured(figures);
  }

  private static Map<Metric, Figure> all(Gap gap) {
    Map<Metric, Figure> figures = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      figures.put(metric, Figure.missing(gap));
    }
    return figures;
  }

  Presence presence(Access access, RemotePost post) {
    return readings.presence(access, post);
  }

  AccountProfile profile(Access access) {
    HttpOutcome outcome =
        api.fields(
            GraphApi.token(access),
            GraphApi.node(access.account().remoteId()),
            "followers_count,username");
    JsonNode account = GraphApi.good(outcome).orElse(AnswerJson.object());
    return new AccountProfile(
        readings.ofAccount(outcome, account.path("followers_count")),
        AnswerJson.text(account, "username"));
  }
}
