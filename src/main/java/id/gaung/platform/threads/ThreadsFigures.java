package id.gaung.platform.threads;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.gaung.platform.Access;
import id.gaung.platform.AccountProfile;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.Figure;
import id.gaung.platform.Figure.Gap;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.Metric;
import id.gaung.platform.Reading;
import id.gaung.platform.RemotePost;
import id.gaung.platform.meta.GraphApi;
import id.gaung.platform.meta.GraphReadings;
import id.gaung.platform.meta.GraphReadings.Read;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads insights, one call for each post; of a post that was only shared on there are none. */
final class ThreadsFigures {

  /** So many calls in a row at most; what they give is stored together. */
  static final int BATCH = 25;

  private static final List<String> SHARES = List.of("reposts", "quotes", "shares");

  private static final String LASTING = "likes,replies,reposts,quotes";

  /** The two that Threads calls in development may be refused; one wrong name fails the call. */
  private static final String ALL = "views,likes,replies,reposts,quotes,shares";

  private final GraphApi api;
  private final GraphReadings readings;

  ThreadsFigures(GraphApi api, GraphReadings readings) {
    this.api = api;
    this.readings = readings;
  }

  Map<RemotePost, Reading> read(Access access, List<RemotePost> posts) {
    return GraphReadings.read(posts, post -> insights(access, post));
  }

  private Read insights(Access access, RemotePost post) {
    HttpOutcome outcome = readings.insights(access, post, ALL);
    Read read = read(outcome, Gap.NOT_YET);
    boolean refused =
        read.reading() instanceof Reading.Failed failed
            && failed.failure().kind() == Kind.REJECTED
            && GraphReadings.spent(outcome).isEmpty();
    return refused ? read(readings.insights(access, post, LASTING), Gap.REFUSED) : read;
  }

  /**
   * @param gap why those are missing that were not asked for
   */
  private Read read(HttpOutcome outcome, Gap gap) {
    return new Read(
        GraphReadings.values(outcome)
            .<Reading>map(values -> new Reading.Measured(figures(values, gap)))
            .orElseGet(() -> readings.unread(outcome)),
        outcome);
  }

  private static Map<Metric, Figure> figures(Map<String, JsonNode> values, Gap gap) {
    Map<Metric, Figure> figures = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      figures.put(metric, Figure.missing(Gap.NOT_OFFERED));
    }
    figures.put(Metric.VIEWS, counted(values, "views", gap));
    figures.put(Metric.LIKES, counted(values, "likes", Gap.NOT_YET));
    figures.put(Metric.COMMENTS, counted(values, "replies", Gap.NOT_YET));
    figures.put(Metric.SHARES, shares(values));
    return figures;
  }

  private static Figure counted(Map<String, JsonNode> values, String name, Gap gap) {
    return Figure.counted(values.getOrDefault(name, MissingNode.getInstance()), gap);
  }

  /**
   * Reposts, quotes and what was sent on. A part that is not told counts as none where both others
   * are, since Threads leaves out what it does not count of an account; what is no count spoils the
   * sum, and one part alone is no sum.
   */
  private static Figure shares(Map<String, JsonNode> values) {
    Figure sum = Figure.of(0);
    int told = 0;
    for (String name : SHARES) {
      Figure part = counted(values, name, Gap.NOT_YET);
      if (part.equals(Figure.missing(Gap.NOT_OFFERED))) {
        return part;
      }
      told += part.known().isPresent() ? 1 : 0;
      sum = sum.plus(part);
    }
    return told >= SHARES.size() - 1 ? sum : Figure.missing(Gap.NOT_YET);
  }

  /** Followers are an insight of the account, its name is not. */
  AccountProfile profile(Access access) {
    String token = GraphApi.token(access);
    HttpOutcome outcome =
        api.send(api.get(token, "/me/threads_insights").query("metric", "followers_count"));
    JsonNode count =
        GraphReadings.values(outcome)
            .map(values -> values.getOrDefault("followers_count", MissingNode.getInstance()))
            .orElse(MissingNode.getInstance());
    Figure followers = readings.ofAccount(outcome, count);
    Optional<String> handle =
        GraphApi.good(outcome).isPresent()
            ? GraphApi.good(api.fields(token, "/me", "username"))
                .flatMap(body -> AnswerJson.text(body, "username"))
            : Optional.empty();
    return new AccountProfile(followers, handle);
  }
}
