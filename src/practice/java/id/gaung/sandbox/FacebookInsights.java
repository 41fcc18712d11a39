package id.gaung.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Insights of a post and of a video (reference/insights, reference/video/video_insights). */
final class FacebookInsights {

  private final Clock clock;
  private final Duration delay;
  private final FacebookAccess access;
  private final FacebookPosts posts;
  private final FacebookVideos videos;

  FacebookInsights(
      Clock clock,
      Duration delay,
      FacebookAccess access,
      FacebookPosts posts,
      FacebookVideos videos) {
    this.clock = clock;
    this.delay = delay;
    this.access = access;
    this.posts = posts;
    this.videos = videos;
  }

  void register(Router router) {
    router.get("/{id}/insights", Purpose.READ, this::ofPost);
    router.get("/{id}/video_insights", Purpose.READ, this::ofVideo);
  }

  private Answer ofPost(Call call) {
    PracticeAccount page = access.caller(call, FacebookSignIn.INSIGHTS);
    PracticePost post =
        posts
            .find(call, page, call.in("id"))
            .orElseThrow(() -> GraphErrors.missingObject(call.in("id")));
    return Answer.json(ofPost(page, post, call.param("metric").orElse("")));
  }

  /**
   * The same as a field of the post.
   *
   * @param metrics by commas
   */
  ObjectNode ofPost(PracticeAccount page, PracticePost post, String metrics) {
    PracticeEngagement counts = EngagementModel.of(page, post, clock.instant());
    Map<String, JsonNode> values = new TreeMap<>();
    values.put("post_media_view", LongNode.valueOf(counts.views()));
    values.put("post_total_media_view_unique", LongNode.valueOf(counts.reach()));
    values.put("post_clicks", LongNode.valueOf(counts.reach() / 30));
    values.put(
        "post_activity_by_action_type",
        some(
            Map.of(
                "share", counts.shares(), "like", counts.likes(), "comment", counts.comments())));
    return answer(metrics, post, values);
  }

  private Answer ofVideo(Call call) {
    PracticeAccount page = access.caller(call, FacebookSignIn.INSIGHTS);
    String id = call.in("id");
    PracticePost post =
        videos
            .read(page, id)
            .flatMap(video -> posts.ofVideo(page, id))
            .orElseThrow(() -> GraphErrors.missingObject(id));
    PracticeEngagement counts = EngagementModel.of(page, post, clock.instant());
    Map<String, JsonNode> values = new TreeMap<>();
    values.put("blue_reels_play_count", LongNode.valueOf(counts.views()));
    values.put("post_video_avg_time_watched", IntNode.valueOf(7_400));
    values.put("post_video_likes_by_reaction_type", some(Map.of("REACTION_LIKE", counts.likes())));
    values.put(
        "post_video_social_actions",
        some(Map.of("COMMENT", counts.comments(), "SHARE", counts.shares())));
    return Answer.json(answer(call.param("metric").orElse(""), post, values));
  }

  /** What nobody did is left away. */
  private static ObjectNode some(Map<String, Long> counts) {
    ObjectNode some = PracticeJson.object();
    new TreeMap<>(counts)
        .forEach(
            (name, count) -> {
              if (count > 0) {
                some.put(name, count);
              }
            });
    return some;
  }

  private ObjectNode answer(String asked, PracticePost post, Map<String, JsonNode> values) {
    List<String> metrics =
        Arrays.stream(asked.split(",", -1))
            .map(String::trim)
            .filter(name -> !name.isEmpty())
            .toList();
    if (metrics.isEmpty()) {
      throw GraphErrors.refuse(3001, 1504028, "(#3001) No metric was specified to be fetched.");
    }
    // One wrong name fails the whole call.
    if (!values.keySet().containsAll(metrics)) {
      throw GraphErrors.parameter("The value must be a valid insights metric");
    }
    ObjectNode answer = PracticeJson.object();
    ArrayNode data = answer.putArray("data");
    // Not counted yet: an empty list, not zeroes.
    if (!clock.instant().isBefore(post.createdAt().plus(delay))) {
      for (String name : metrics) {
        ObjectNode metric = data.addObject().put("name", name).put("period", "lifetime");
        metric.putArray("values").addObject().set("value", values.get(name));
        metric.put("id", post.remoteId() + "/insights/" + name + "/lifetime");
      }
    }
    answer.putObject("paging");
    return answer;
  }
}
