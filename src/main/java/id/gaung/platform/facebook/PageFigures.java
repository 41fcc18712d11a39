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
 * Reads counts, many posts in a call, their insights with them as a field of each: each read of a
 * batch counts as a call. Where they do not come along they are asked for alone. Of reels those of
 * the video are read too, since a post's insights do not count what is done on a reel.
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

  /**
   * What is known of a post while it is read.
   *
   * @param node as Facebook tells it
   * @param figures so far; others are put there
   */
  private record ReadNode(RemotePost post, JsonNode node, Map<Metric, Figure> figures) {

    /** Those that came along; Facebook leaves out what has none yet. */
    Optional<JsonNode> insights() {
      return Optional.of(node.path("insights")).filter(told -> told.path("data").isArray());
    }

    /** The id of its video, where it is a reel. */
    Optional<String> reel() {
      Matcher reel = REEL.matcher(node.path("permalink_url").asText(""));
      return reel.matches() ? Optional.of(reel.group(1)) : Optional.empty();
    }
  }

  Map<RemotePost, Reading> read(Access access, List<RemotePost> posts) {
    Map<RemotePost, Reading> readings = new LinkedHashMap<>();
    String token = GraphApi.token(access);
    GraphBatch nodes = nodes(token, posts, ofPosts.field());
    if (nodes.entries().stream().anyMatch(PageFigures::refusesField)
        && !GraphApi.usage(nodes.whole()).isSpent()) {
      nodes = nodes(token, posts, "");
    }
    Map<RemotePost, ReadNode> there = new LinkedHashMap<>();
    for (int i = 0; i < posts.size(); i++) {
      RemotePost post = posts.get(i);
      HttpOutcome outcome = nodes.entries().get(i);
      Optional<JsonNode> node = GraphApi.good(outcome);
      if (node.isPresent()) {
        there.put(post, new ReadNode(post, node.get(), new EnumMap<>(NodeCounts.of(node.get()))));
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

  /**
   * @param insights as a further field; empty for none
   */
  private GraphBatch nodes(String token, List<RemotePost> posts, String insights) {
    String fields = "?fields=permalink_url," + NodeCounts.FIELDS + insights;
    return GraphBatch.ask(
        api, token, posts.stream().map(p -> GraphApi.node(p.remoteId()) + fields).toList());
  }

  /** A name that is not valid any more, or a permission that is missing, fails the whole read. */
  private static boolean refusesField(HttpOutcome outcome) {
    return GraphApi.error(outcome)
        .filter(error -> !error.isMissingObject())
        .map(GraphError::code)
        .filter(code -> code == 10 || code == 100 || code == 3001 || (code >= 200 && code < 300))
        .isPresent();
  }

  private GraphBatch insights(
      String token,
      GraphBatch nodes,
      Map<RemotePost, ReadNode> there,
      Map<RemotePost, Reading> readings) {
    there.forEach(
        (post, read) ->
            readings.put(
                post,
                read.insights().isPresent()
                    ? viewed(read, read.insights())
                    : new Reading.Measured(read.figures())));
    if (GraphApi.usage(nodes.whole()).isSpent()) {
      return nodes;
    }
    List<ReadNode> apart = there.values().stream().filter(r -> r.insights().isEmpty()).toList();
    GraphBatch posts = apart.isEmpty() ? nodes : apart(token, apart, readings);
    List<ReadNode> reels =
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

  private GraphBatch apart(String token, List<ReadNode> reads, Map<RemotePost, Reading> readings) {
    GraphBatch batch = ofPosts.ask(token, reads.stream().map(r -> r.post().remoteId()).toList());
    for (int i = 0; i < reads.size(); i++) {
      HttpOutcome outcome = batch.entries().get(i);
      ReadNode read = reads.get(i);
      readings.put(
          read.post(),
          passing(outcome)
              .<Reading>map(Reading.Failed::new)
              .orElseGet(() -> viewed(read, GraphApi.good(outcome))));
    }
    return batch;
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

  /**
   * @param insights empty if they are refused
   */
  private static Reading viewed(ReadNode read, Optional<JsonNode> insights) {
    Figure refused = Figure.missing(Gap.REFUSED);
    read.figures().put(Metric.VIEWS, insights.map(i -> InsightValues.of(i, VIEWS)).orElse(refused));
    read.figures()
        .put(Metric.REACH, insights.map(i -> InsightValues.of(i, VIEWERS)).orElse(refused));
    insights.ifPresent(told -> shares(read, told));
    return new Reading.Measured(read.figures());
  }

  /**
   * A post without the field of its shares has none if Facebook's own list of what was done with it
   * has none either: two accounts of the same agree. One of them alone is no zero.
   */
  private static void shares(ReadNode read, JsonNode insights) {
    if (read.node().has("shares")) {
      return;
    }
    InsightValues.parts(insights, ACTIONS)
        .map(done -> done.has("share") ? InsightValues.sumOf(done.path("share")) : Figure.of(0))
        .ifPresent(shares -> read.figures().put(Metric.SHARES, shares));
  }

  private Reading played(ReadNode read, HttpOutcome outcome) {
    Optional<Failure> failure = passing(outcome);
    if (failure.isPresent()) {
      return new Reading.Failed(failure.get());
    }
    JsonNode told = GraphApi.good(outcome).orElse(AnswerJson.object());
    known(read, Metric.VIEWS, InsightValues.of(told, PLAYS));
    known(read, Metric.LIKES, InsightValues.of(told, REEL_LIKES));
    JsonNode done = InsightValues.parts(told, REEL_ACTIONS).orElse(AnswerJson.object());
    known(read, Metric.COMMENTS, Figure.counted(done.path("COMMENT"), Gap.NOT_YET));
    known(read, Metric.SHARES, Figure.counted(done.path("SHARE"), Gap.NOT_YET));
    return new Reading.Measured(read.figures());
  }

  /** What the video does not tell stays as the post tells it. */
  private static void known(ReadNode read, Metric metric, Figure figure) {
    if (figure.known().isPresent()) {
      read.figures().put(metric, figure);
    }
  }
}
