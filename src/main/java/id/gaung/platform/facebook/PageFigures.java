package id.gaung.platform.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.Figure;
import id.gaung.platform.Figure.Gap;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.Metric;
import id.gaung.platform.Reading;
import id.gaung.platform.RemotePost;
import id.gaung.platform.meta.GraphApi;
import id.gaung.platform.meta.GraphBatch;
import id.gaung.platform.meta.GraphError;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads counts, many posts in a call: first what the posts themselves carry, then their insights,
 * and of reels those of the video, since a post's insights do not count what is done on a reel.
 */
final class PageFigures {

  private static final String VIEWS = "post_media_view";
  private static final String VIEWERS = "post_total_media_view_unique";

  /** By kind: like, comment, share. */
  private static final String ACTIONS = "post_activity_by_action_type";

  private static final String PLAYS = "blue_reels_play_count";
  private static final String REEL_LIKES = "post_video_likes_by_reaction_type";
  private static final String REEL_ACTIONS = "post_video_social_actions";

  private static final Pattern REEL = Pattern.compile(".*/reels?/(\\d+)/?");

  private final GraphApi api;
  private final Insights ofPosts;
  private final Insights ofReels;

  PageFigures(GraphApi api) {
    this.api = api;
    this.ofPosts = new Insights(api, "/insights", VIEWS, VIEWERS, ACTIONS);
    this.ofReels = new Insights(api, "/video_insights", PLAYS, REEL_LIKES, REEL_ACTIONS);
  }

  /** What is known of a post while it is read. */
  private record Read(RemotePost post, JsonNode node, Map<Metric, Figure> figures) {
    Optional<String> reel() {
      Matcher reel = REEL.matcher(node.path("permalink_url").asText(""));
      return reel.matches() ? Optional.of(reel.group(1)) : Optional.empty();
    }
  }

  Map<RemotePost, Reading> read(Access access, List<RemotePost> posts) {
    Map<RemotePost, Reading> readings = new LinkedHashMap<>();
    String token = GraphApi.token(access);
    GraphBatch nodes =
        GraphBatch.ask(
            api,
            token,
            posts.stream()
                .map(
                    p -> GraphApi.node(p.remoteId()) + "?fields=permalink_url," + NodeCounts.FIELDS)
                .toList());
    Map<RemotePost, Read> there = new LinkedHashMap<>();
    for (int i = 0; i < posts.size(); i++) {
      RemotePost post = posts.get(i);
      HttpOutcome outcome = nodes.entries().get(i);
      Optional<JsonNode> node = GraphApi.good(outcome);
      if (node.isPresent()) {
        there.put(post, new Read(post, node.get(), new EnumMap<>(NodeCounts.of(node.get()))));
      }
      readings.put(
          post,
          GraphApi.error(outcome).filter(GraphError::isMissingObject).isPresent()
              ? new Reading.Absent()
              : new Reading.Failed(api.failure(outcome)));
    }
    GraphBatch last = there.isEmpty() ? nodes : insights(token, nodes, there, readings);
    Optional<Failure> spent = GraphApi.usage(last.whole()).spent();
    spent.ifPresent(limit -> readings.replaceAll((post, reading) -> reading.spending(limit)));
    return readings;
  }

  private GraphBatch insights(
      String token,
      GraphBatch nodes,
      Map<RemotePost, Read> there,
      Map<RemotePost, Reading> readings) {
    there.forEach((post, read) -> readings.put(post, new Reading.Measured(read.figures())));
    if (GraphApi.usage(nodes.whole()).isSpent()) {
      return nodes;
    }
    GraphBatch posts =
        ofPosts.ask(token, there.keySet().stream().map(RemotePost::remoteId).toList());
    int number = 0;
    for (Read read : there.values()) {
      HttpOutcome outcome = posts.entries().get(number++);
      readings.put(read.post(), viewed(read, outcome));
    }
    List<Read> reels =
        there.values().stream()
            .filter(read -> read.reel().isPresent())
            .filter(read -> readings.get(read.post()) instanceof Reading.Measured)
            .toList();
    if (reels.isEmpty() || GraphApi.usage(posts.whole()).isSpent()) {
      return posts;
    }
    GraphBatch videos =
        ofReels.ask(token, reels.stream().flatMap(read -> read.reel().stream()).toList());
    for (int i = 0; i < reels.size(); i++) {
      readings.put(reels.get(i).post(), played(reels.get(i), videos.entries().get(i)));
    }
    return videos;
  }

  /** Why nothing more can be said of a post now; empty where insights are refused for good. */
  private Optional<Failure> passing(HttpOutcome outcome) {
    if (GraphApi.good(outcome).isPresent()) {
      return Optional.empty();
    }
    Failure failure = api.failure(outcome);
    boolean refused = failure.kind() == Kind.PERMISSION || failure.kind() == Kind.REJECTED;
    return refused ? Optional.empty() : Optional.of(failure);
  }

  private Reading viewed(Read read, HttpOutcome outcome) {
    Optional<Failure> failure = passing(outcome);
    if (failure.isPresent()) {
      return new Reading.Failed(failure.get());
    }
    boolean good = GraphApi.good(outcome).isPresent();
    Figure refused = Figure.missing(Gap.REFUSED);
    read.figures().put(Metric.VIEWS, good ? InsightValues.of(outcome, VIEWS) : refused);
    read.figures().put(Metric.REACH, good ? InsightValues.of(outcome, VIEWERS) : refused);
    shares(read, outcome);
    return new Reading.Measured(read.figures());
  }

  /**
   * A post without the field of its shares has none if Facebook's own list of what was done with it
   * has none either: two accounts of the same agree. One of them alone is no zero.
   */
  private static void shares(Read read, HttpOutcome insights) {
    if (read.node().has("shares")) {
      return;
    }
    InsightValues.parts(insights, ACTIONS)
        .map(done -> done.has("share") ? InsightValues.sumOf(done.path("share")) : Figure.of(0))
        .ifPresent(shares -> read.figures().put(Metric.SHARES, shares));
  }

  private Reading played(Read read, HttpOutcome outcome) {
    Optional<Failure> failure = passing(outcome);
    if (failure.isPresent()) {
      return new Reading.Failed(failure.get());
    }
    known(read, Metric.VIEWS, InsightValues.of(outcome, PLAYS));
    known(read, Metric.LIKES, InsightValues.of(outcome, REEL_LIKES));
    JsonNode done = InsightValues.parts(outcome, REEL_ACTIONS).orElse(AnswerJson.object());
    known(read, Metric.COMMENTS, Figure.counted(done.path("COMMENT"), Gap.NOT_YET));
    known(read, Metric.SHARES, Figure.counted(done.path("SHARE"), Gap.NOT_YET));
    return new Reading.Measured(read.figures());
  }

  /** What the video does not tell stays as the post tells it. */
  private static void known(Read read, Metric metric, Figure figure) {
    if (figure.known().isPresent()) {
      read.figures().put(metric, figure);
    }
  }
}
