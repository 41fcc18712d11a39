package id.gaung.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Comments under videos: a channel's own are kept beside its videos and stand in no list. */
final class YouTubeComments {

  private static final int INSERT_UNITS = 50;
  private static final int MOST = 10_000;

  private final AccountDao accounts;
  private final PracticePostDao posts;
  private final Clock clock;
  private final YouTubeSignIn login;
  private final YouTubeQuota quota;

  YouTubeComments(Jdbi jdbi, Clock clock, YouTubeSignIn login, YouTubeQuota quota) {
    this.clock = clock;
    this.login = login;
    this.quota = quota;
    accounts = jdbi.onDemand(AccountDao.class);
    posts = jdbi.onDemand(PracticePostDao.class);
  }

  void register(Router router) {
    router.post("/commentThreads", Purpose.PUBLISH, this::insert);
    router.get("/commentThreads", Purpose.READ, this::list);
  }

  private PracticePost video(String id) {
    return posts
        .find(YouTubeServer.NETWORK, id, clock.instant())
        .orElseThrow(
            () ->
                YouTubeRefusals.refuse(
                    404,
                    "youtube.commentThread",
                    "videoNotFound",
                    "The video identified by the videoId parameter could not be found."));
  }

  private Answer insert(Call call) {
    PracticeAccount channel = login.caller(call, YouTubeSignIn.MANAGE);
    quota.units(INSERT_UNITS);
    JsonNode snippet = call.json().path("snippet");
    String text = snippet.path("topLevelComment").path("snippet").path("textOriginal").asText("");
    if (text.isBlank()) {
      throw YouTubeRefusals.refuse(
          400, "youtube.commentThread", "commentTextRequired", "The text may not be empty.");
    }
    if (text.length() > MOST) {
      throw YouTubeRefusals.refuse(
          400, "youtube.commentThread", "commentTextTooLong", "The comment is too long.");
    }
    PracticePost video = video(snippet.path("videoId").asText(""));
    Instant now = clock.instant();
    String id = "Ug" + Ticket.next();
    posts.create(new NewPost(channel.id(), id, id, "", text, under(video), "", "", now, now));
    return Answer.json(thread(id, text, channel.remoteId(), now));
  }

  private static String under(PracticePost video) {
    return PracticeJson.write(PracticeJson.object().put(CommentDoors.UNDER, video.remoteId()));
  }

  private static ObjectNode thread(String id, String text, String channel, Instant at) {
    ObjectNode thread = PracticeJson.object().put("kind", "youtube#commentThread").put("id", id);
    ObjectNode comment =
        thread
            .putObject("snippet")
            .putObject("topLevelComment")
            .put("id", id)
            .putObject("snippet")
            .put("textOriginal", text)
            .put("textDisplay", text)
            .put("publishedAt", at.toString());
    comment.putObject("authorChannelId").put("value", channel);
    return thread;
  }

  /** Of the channel whose video it is, newest first, and one of somebody else. */
  private Answer list(Call call) {
    login.reader(call);
    quota.units(1);
    PracticePost video = video(call.param("videoId").orElse(""));
    String channel = accounts.find(video.accountId()).orElseThrow().remoteId();
    ArrayNode items = PracticeJson.array();
    // Nothing is held back here.
    if (call.param("moderationStatus").orElse("published").equals("published")) {
      List<PracticePost> own = posts.comments(video.accountId(), under(video));
      for (int i = own.size() - 1; i >= 0; i--) {
        PracticePost one = own.get(i);
        items.add(thread(one.remoteId(), one.text(), channel, one.createdAt()));
      }
      items.add(thread("Ug9" + video.remoteId(), "Mau pesan, bisa?", "UCwarga", video.createdAt()));
    }
    ObjectNode answer = PracticeJson.object().put("kind", "youtube#commentThreadListResponse");
    answer.putObject("pageInfo").put("totalResults", items.size()).put("resultsPerPage", 100);
    return Answer.json(answer.set("items", items));
  }
}
