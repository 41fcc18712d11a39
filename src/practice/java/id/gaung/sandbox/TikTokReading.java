package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** What is told of an account and its posts ("Query Videos", "List Videos", "Get User Info"). */
final class TikTokReading {

  private static final int MOST = 20;

  private final PracticePostDao posts;
  private final PublicPages pages;
  private final TikTokSignIn login;
  private final RateWindows windows;
  private final Clock clock;
  private final URI base;

  TikTokReading(
      Jdbi jdbi,
      Clock clock,
      TikTokSignIn login,
      RateWindows windows,
      PublicPages pages,
      URI base) {
    this.clock = clock;
    this.login = login;
    this.windows = windows;
    this.pages = pages;
    this.base = base;
    posts = jdbi.onDemand(PracticePostDao.class);
  }

  void register(Router router) {
    router.get("/v2/user/info/", Purpose.READ, this::user);
    router.post("/v2/video/query/", Purpose.READ, this::query);
    router.post("/v2/video/list/", Purpose.READ, this::list);
  }

  private PracticeAccount caller(Call call, String scope) {
    PracticeAccount account = login.require(call, scope);
    if (call.param("fields").orElse("").isEmpty()) {
      throw TikTokAnswers.refuse(400, "invalid_params", "Fields is required");
    }
    if (windows.take(call.path() + account.id(), 1, 600, Duration.ofMinutes(1)).exceeded()) {
      throw TikTokAnswers.refuse(429, "rate_limit_exceeded", "The API rate limit was exceeded.");
    }
    return account;
  }

  private Answer user(Call call) {
    PracticeAccount account = caller(call, TikTokSignIn.BASIC);
    ObjectNode user =
        PracticeJson.object()
            .put("open_id", account.remoteId())
            .put("display_name", account.displayName());
    if (login.may(call, TikTokSignIn.PROFILE)) {
      user.put("username", account.handle());
    }
    if (login.may(call, TikTokSignIn.STATS)) {
      user.put("follower_count", EngagementModel.followers(account, clock.instant()));
    }
    ObjectNode data = PracticeJson.object();
    data.set("user", user);
    return TikTokAnswers.ok(data);
  }

  private Answer query(Call call) {
    PracticeAccount account = caller(call, TikTokSignIn.LIST);
    List<String> ids = new ArrayList<>();
    call.json().path("filters").path("video_ids").forEach(id -> ids.add(id.asText()));
    if (ids.isEmpty() || ids.size() > MOST || ids.stream().anyMatch(id -> !id.matches("\\d+"))) {
      throw TikTokAnswers.refuse(400, "invalid_params", "Video ids are invalid");
    }
    ObjectNode data = PracticeJson.object();
    ArrayNode videos = data.putArray("videos");
    posts.findIndexed(account.network(), ids, clock.instant()).stream()
        .filter(post -> post.accountId() == account.id())
        .forEach(post -> videos.add(shown(account, post)));
    return TikTokAnswers.ok(data.put("cursor", 0).put("has_more", false));
  }

  private Answer list(Call call) {
    PracticeAccount account = caller(call, TikTokSignIn.LIST);
    Instant now = clock.instant();
    int most = call.param("max_count").map(Integer::parseInt).orElse(10);
    Instant until =
        call.param("cursor")
            .map(text -> Instant.ofEpochMilli(Long.parseLong(text)).minusMillis(1))
            .orElse(now);
    if (most < 1 || most > MOST) {
      throw TikTokAnswers.refuse(400, "invalid_params", "Max count is invalid");
    }
    List<PracticePost> found =
        posts.list(account.id(), 0, Long.MAX_VALUE, Instant.EPOCH, until, now, most + 1);
    List<PracticePost> page = found.subList(0, Math.min(most, found.size()));
    ObjectNode data = PracticeJson.object();
    ArrayNode videos = data.putArray("videos");
    page.forEach(post -> videos.add(shown(account, post)));
    Optional<PracticePost> last = page.stream().skip(Math.max(0, page.size() - 1)).findFirst();
    return TikTokAnswers.ok(
        data.put("cursor", last.map(post -> post.createdAt().toEpochMilli()).orElse(0L))
            .put("has_more", found.size() > most));
  }

  private ObjectNode shown(PracticeAccount account, PracticePost post) {
    PracticeEngagement counts = EngagementModel.of(account, post, clock.instant());
    return PracticeJson.object()
        .put("id", post.remoteId())
        .put("create_time", post.createdAt().getEpochSecond())
        .put("share_url", base + pages.postPath(account, post) + "?utm_campaign=practice")
        .put("title", post.text())
        .put("video_description", post.text())
        .put("view_count", counts.views())
        .put("like_count", counts.likes())
        .put("comment_count", counts.comments())
        .put("share_count", counts.shares());
  }
}
