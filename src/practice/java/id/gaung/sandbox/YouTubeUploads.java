package id.gaung.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;

/**
 * Resumable uploads (guides/using_resumable_upload_protocol): a session, pieces of it, and the
 * question how much is there. With the last byte the video exists, and is worked on.
 */
final class YouTubeUploads {

  private static final String PATH = "/upload/youtube/v3/videos";

  /** Pieces but the last are multiples of it. */
  private static final int GRAIN = 256 * 1024;

  private static final Pattern RANGE = Pattern.compile("bytes (?:(\\d+)-(\\d+)|\\*)/(\\d+)");

  private final Jdbi jdbi;
  private final AccountDao accounts;
  private final ContainerDao containers;
  private final MediaDao media;
  private final VideoPieceDao pieces;
  private final PracticePostDao posts;
  private final SandboxFaults faults;
  private final Clock clock;
  private final SandboxConfig config;
  private final YouTubeSignIn login;
  private final YouTubeQuota quota;
  private final URI base;

  YouTubeUploads(
      SandboxConfig config,
      Jdbi jdbi,
      Clock clock,
      YouTubeSignIn login,
      YouTubeQuota quota,
      URI base) {
    this.config = config;
    this.jdbi = jdbi;
    this.clock = clock;
    this.login = login;
    this.quota = quota;
    this.base = base;
    accounts = jdbi.onDemand(AccountDao.class);
    containers = jdbi.onDemand(ContainerDao.class);
    media = jdbi.onDemand(MediaDao.class);
    pieces = jdbi.onDemand(VideoPieceDao.class);
    posts = jdbi.onDemand(PracticePostDao.class);
    faults = new SandboxFaults(jdbi, clock);
  }

  void register(Router router) {
    router.post(PATH, Purpose.CHANGE, this::begin);
    router.add("PUT", PATH + "/asked", Purpose.READ, this::put);
    router.add("PUT", PATH + "/piece", Purpose.CHANGE, this::put);
    router.add("PUT", PATH + "/last", Purpose.PUBLISH, this::put);
  }

  /** What a call to a session is, as an end of its path. */
  static String kind(Call call) {
    Matcher range = RANGE.matcher(call.header("Content-Range").orElse(""));
    if (!range.matches()) {
      return "/last";
    }
    if (range.group(1) == null) {
      return "/asked";
    }
    return Long.parseLong(range.group(2)) + 1 == Long.parseLong(range.group(3))
        ? "/last"
        : "/piece";
  }

  private Answer begin(Call call) {
    PracticeAccount channel = login.caller(call, YouTubeSignIn.UPLOAD);
    if (strike(FaultKind.QUOTA_USED, channel, Purpose.CHANGE).isPresent()) {
      throw YouTubeRefusals.quota();
    }
    quota.upload();
    JsonNode snippet = call.json().path("snippet");
    String title = snippet.path("title").asText("").strip();
    String text = snippet.path("description").asText("");
    if (title.isEmpty() || title.length() > 100 || title.matches("(?s).*[<>].*")) {
      throw YouTubeRefusals.refuse(
          400, "youtube.video", "invalidTitle", "The video title is invalid or empty.");
    }
    if (text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > 5000
        || text.matches("(?s).*[<>].*")) {
      throw YouTubeRefusals.refuse(
          400, "youtube.video", "invalidDescription", "The video description is invalid.");
    }
    String size = call.header("X-Upload-Content-Length").orElse("");
    if (!size.matches("[1-9]\\d{0,11}")) {
      throw YouTubeRefusals.refuse(
          400, "global", "badRequest", "X-Upload-Content-Length is missing.");
    }
    String id = open(channel, text, size, said(call.json()));
    return Answer.json(PracticeJson.object())
        .withBody("")
        .with("Location", base + PATH + "?uploadType=resumable&upload_id=" + id);
  }

  private static ObjectNode said(JsonNode video) {
    JsonNode status = video.path("status");
    ObjectNode said =
        PracticeJson.object()
            .put("title", video.path("snippet").path("title").asText("").strip())
            .put("privacyStatus", status.path("privacyStatus").asText("public"))
            .put("madeForKids", status.path("selfDeclaredMadeForKids").asBoolean(false))
            .put("containsSyntheticMedia", status.path("containsSyntheticMedia").asBoolean(false))
            .put("publicStatsViewable", status.path("publicStatsViewable").asBoolean(true));
    JsonNode paid = video.path("paidProductPlacementDetails").path("hasPaidProductPlacement");
    return paid.asBoolean(false) ? said.put("hasPaidProductPlacement", true) : said;
  }

  /** The session's key is the video's id to come; the real one's tells nothing. */
  private String open(PracticeAccount channel, String text, String size, ObjectNode said) {
    Instant now = clock.instant();
    String id = Ticket.next().substring(0, 11);
    long mediaId =
        media.createVideo(
            channel.id(), id, "video/mp4", new byte[0], 0, new byte[0], "", false, now, now);
    containers.create(
        new PracticeContainer(
            id,
            channel.id(),
            PracticeContainer.Kind.VIDEO_JOB,
            text,
            "",
            Optional.of(mediaId),
            "",
            false,
            now,
            now.plus(PracticeContainer.LIFE),
            Optional.empty(),
            size,
            "",
            PracticeJson.write(said),
            ""));
    return id;
  }

  private Answer put(Call call) {
    PracticeAccount channel = login.caller(call, YouTubeSignIn.UPLOAD);
    PracticeContainer session =
        containers
            .find(call.param("upload_id").orElse(""), channel.id())
            .filter(found -> found.error().isEmpty())
            .orElseThrow(YouTubeUploads::lost);
    return jdbi.inTransaction(
        transaction -> {
          accounts.lock(channel.id());
          PracticeContainer now = containers.find(session.id(), channel.id()).orElseThrow();
          return now.publishedAt().isPresent() ? made(now) : take(call, channel, now);
        });
  }

  private static PracticeRefusal lost() {
    return new PracticeRefusal(
        Answer.text(404, "text/html; charset=utf-8", "<html>Not Found</html>"));
  }

  private int there(PracticeContainer session) {
    return session.mediaId().flatMap(media::findById).map(PracticeMedia::size).orElse(0);
  }

  private Answer take(Call call, PracticeAccount channel, PracticeContainer session) {
    Matcher range = RANGE.matcher(call.header("Content-Range").orElse(""));
    long size = Long.parseLong(session.source());
    int there = there(session);
    if (!range.matches() || Long.parseLong(range.group(3)) != size) {
      return unreadableRange();
    }
    if (range.group(1) == null) {
      return unfinished(there);
    }
    long first = Long.parseLong(range.group(1));
    long last = Long.parseLong(range.group(2));
    PracticeFile piece = call.body();
    boolean whole = last + 1 == size;
    if (first != there || last - first + 1 != piece.size() || last >= size) {
      return unreadableRange();
    }
    if (!whole && piece.size() % GRAIN != 0) {
      return unreadableRange();
    }
    if (whole && strike(FaultKind.UPLOAD_LOST, channel, Purpose.PUBLISH).isPresent()) {
      pieces.forget(session.id());
      return lost().answer();
    }
    boolean video = there > 0 || piece.beginsAsVideo();
    pieces.append(session.mediaId().orElseThrow(), piece.content(), piece.size());
    return whole ? finish(channel, session, video) : unfinished(there + piece.size());
  }

  private static Answer unreadableRange() {
    return YouTubeRefusals.error(
        400, "global", "badRequest", "Failed to parse Content-Range header.");
  }

  private static Answer unfinished(int there) {
    Answer answer = Answer.bytes(308, "text/plain", new byte[0]);
    return there == 0 ? answer : answer.with("Range", "bytes=0-" + (there - 1));
  }

  /** What cannot be played is a video too, but none that ever comes out. */
  private Answer finish(PracticeAccount channel, PracticeContainer session, boolean playable) {
    Instant now = clock.instant();
    boolean failed =
        !playable || strike(FaultKind.CONTAINER_ERROR, channel, Purpose.CHANGE).isPresent();
    Duration slower =
        strike(FaultKind.SLOW_MEDIA, channel, Purpose.CHANGE)
            .map(Fault::millis)
            .orElse(Duration.ZERO);
    pieces.arrived(session.id(), failed, now.plus(config.containerTime()).plus(slower));
    containers.publish(session.id(), now);
    if (!failed) {
      Duration lag =
          strike(FaultKind.INDEX_LAG, channel, Purpose.PUBLISH)
              .map(Fault::millis)
              .orElse(Duration.ZERO);
      long post =
          posts.create(
              new NewPost(
                  channel.id(),
                  session.id(),
                  session.id(),
                  session.id(),
                  session.caption(),
                  session.said(),
                  "",
                  YouTubeServer.CLIENT_ID,
                  now,
                  now.plus(lag)));
      posts.attach(post, 0, session.mediaId().orElseThrow(), "");
    }
    return made(session);
  }

  private static Answer made(PracticeContainer session) {
    ObjectNode video = PracticeJson.object().put("kind", "youtube#video").put("id", session.id());
    JsonNode said = PracticeJson.readObject(session.said());
    video
        .putObject("snippet")
        .put("title", said.path("title").asText())
        .put("description", session.caption());
    video
        .putObject("status")
        .put("uploadStatus", "uploaded")
        .put("privacyStatus", said.path("privacyStatus").asText());
    return Answer.json(video);
  }

  private Optional<Fault> strike(FaultKind kind, PracticeAccount channel, Purpose purpose) {
    return faults.strike(kind, YouTubeServer.NETWORK, Optional.of(channel.id()), purpose);
  }
}
