package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.gaung.sandbox.CalledPosts.Pictured;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;

/** Facebook's objects as read: the Page, a video, a post, the Page's posts. */
final class FacebookReading {

  private static final int MAX_PAGE = 100;

  /** An edge may be asked for as a field (graph-api/guides/field-expansion). */
  private static final Pattern INSIGHTS = Pattern.compile("insights\\.metric\\(([^)]*)\\)");

  private final Clock clock;
  private final FacebookAccess access;
  private final FacebookPosts posts;
  private final FacebookVideos videos;
  private final PracticePostDao counted;
  private final FacebookInsights insights;

  FacebookReading(
      Jdbi jdbi,
      Clock clock,
      FacebookAccess access,
      FacebookPosts posts,
      FacebookVideos videos,
      FacebookInsights insights) {
    this.insights = insights;
    this.clock = clock;
    this.access = access;
    this.posts = posts;
    this.videos = videos;
    counted = jdbi.onDemand(PracticePostDao.class);
  }

  void register(Router router) {
    router.get("/{id}/published_posts", Purpose.READ, this::list);
    router.get("/{id}", Purpose.READ, this::object);
  }

  private Answer object(Call call) {
    PracticeAccount caller = access.caller(call, FacebookSignIn.READ);
    String id = call.in("id");
    if (FacebookAccess.isOwn(id, caller)) {
      return Answer.json(FacebookFields.pick(call, page(caller), Set.of(), "Page"));
    }
    Optional<PracticePost> post = posts.find(call, caller, id);
    if (post.isPresent()) {
      return Answer.json(shown(call, caller, posts.with(call, post.get())));
    }
    return videos
        .read(caller, id)
        .map(
            video ->
                Answer.json(
                    FacebookFields.pick(call, video, Set.of("post_id", "permalink_url"), "Video")))
        .orElseThrow(() -> GraphErrors.missingObject(id));
  }

  private ObjectNode shown(Call call, PracticeAccount page, Pictured post) {
    ObjectNode whole = posts.shown(page, post);
    Matcher asked = INSIGHTS.matcher(call.param("fields").orElse(""));
    if (asked.find()) {
      access.also(call, FacebookSignIn.INSIGHTS);
      whole.set("insights", insights.ofPost(page, post.post(), asked.group(1)));
    }
    return FacebookFields.pick(call, whole, FacebookPosts.FIELDS, "PagePost");
  }

  private ObjectNode page(PracticeAccount page) {
    long followers = EngagementModel.followers(page, clock.instant());
    return PracticeJson.object()
        .put("id", page.remoteId())
        .put("name", page.displayName())
        .put("username", page.handle())
        .put("followers_count", followers)
        .put("fan_count", followers * 9 / 10)
        .put("published_posts", counted.countLive(page.id(), clock.instant()));
  }

  /** Newest first. */
  private Answer list(Call call) {
    PracticeAccount page = access.own(call, FacebookSignIn.READ);
    int limit = (int) Math.min(MAX_PAGE, number(call, "limit").orElse(25L));
    List<Pictured> listed =
        posts.list(
            page,
            number(call, "after").orElse(Long.MAX_VALUE),
            number(call, "since").map(Instant::ofEpochSecond).orElse(Instant.EPOCH),
            limit);
    ObjectNode answer = PracticeJson.object();
    ArrayNode data = answer.putArray("data");
    listed.forEach(post -> data.add(shown(call, page, post)));
    if (!listed.isEmpty()) {
      ObjectNode paging = answer.putObject("paging");
      paging
          .putObject("cursors")
          .put("before", Long.toString(listed.get(0).post().id()))
          .put("after", Long.toString(listed.get(listed.size() - 1).post().id()));
      if (listed.size() == limit) {
        paging.put("next", "https://graph.practice.test/next");
      }
    }
    return Answer.json(answer);
  }

  private static Optional<Long> number(Call call, String param) {
    return call.param(param)
        .map(
            text -> {
              try {
                return Long.parseLong(text);
              } catch (NumberFormatException e) {
                throw GraphErrors.parameter("Param " + param + " must be a number");
              }
            });
  }
}
