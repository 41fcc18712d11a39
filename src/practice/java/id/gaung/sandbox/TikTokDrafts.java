package id.gaung.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;

/**
 * Drafts for the inbox ("Upload Content", "Media Transfer Guide"): a video comes in parts of the
 * size that was agreed, photos are fetched. A draft of a video keeps no words of the caller.
 */
final class TikTokDrafts {

  private static final long SMALLEST = 5_000_000;
  private static final long LARGEST = 64_000_000;
  private static final int MOST_PENDING = 5;
  private static final Duration ADDRESS_LIFE = Duration.ofHours(1);

  /** Until a video is there whole. */
  private static final Duration UNFINISHED = Duration.ofDays(3650);

  private static final Pattern RANGE = Pattern.compile("bytes (\\d+)-(\\d+)/(\\d+)");

  private final ContainerDao containers;
  private final TikTokDraftDao drafts;
  private final MediaDao media;
  private final SettingDao numbers;
  private final SandboxFaults faults;
  private final TikTokSignIn login;
  private final RateWindows windows;
  private final Clock clock;
  private final Duration processing;
  private final URI base;
  private final PictureFetch fetch = new PictureFetch(java.util.Set.of("jpeg"), 0, 1000);

  TikTokDrafts(
      SandboxConfig config,
      Jdbi jdbi,
      Clock clock,
      TikTokSignIn login,
      RateWindows windows,
      URI base) {
    this.clock = clock;
    this.login = login;
    this.windows = windows;
    this.base = base;
    processing = config.containerTime();
    containers = jdbi.onDemand(ContainerDao.class);
    drafts = jdbi.onDemand(TikTokDraftDao.class);
    media = jdbi.onDemand(MediaDao.class);
    numbers = jdbi.onDemand(SettingDao.class);
    faults = new SandboxFaults(jdbi, clock);
  }

  void register(Router router) {
    router.post("/v2/post/publish/inbox/video/init/", Purpose.CHANGE, this::begin);
    router.add("PUT", "/video/{id}", Purpose.CHANGE, this::part);
    router.add("PUT", "/video/{id}/last", Purpose.PUBLISH, this::part);
    router.post("/v2/post/publish/content/init/", Purpose.PUBLISH, this::photos);
  }

  /** The part that makes a draft of what came before is told from the others by its range alone. */
  static String route(Call call, String path) {
    Matcher range = RANGE.matcher(call.header("Content-Range").orElse(""));
    boolean last =
        range.matches() && Long.parseLong(range.group(2)) + 1 == Long.parseLong(range.group(3));
    return last && path.startsWith("/video/") ? path + "/last" : path;
  }

  Optional<Long> accountOf(Call call) {
    String path = call.path();
    return path.startsWith("/video/")
        ? containers.find(path.replaceFirst("/video/", "")).map(PracticeContainer::accountId)
        : Optional.empty();
  }

  private PracticeAccount caller(Call call) {
    PracticeAccount account = login.require(call, TikTokSignIn.UPLOAD);
    if (windows.take("init/" + account.id(), 1, 6, Duration.ofMinutes(1)).exceeded()) {
      throw TikTokAnswers.refuse(
          429, "rate_limit_exceeded", "The API rate limit was exceeded. Please try again later.");
    }
    if (drafts.pending(account.id(), clock.instant().minus(Duration.ofDays(1))) >= MOST_PENDING) {
      throw TikTokAnswers.refuse(
          403,
          "spam_risk_too_many_pending_share",
          "There are too many pending shares within the past 24 hours.");
    }
    return account;
  }

  private Answer begin(Call call) {
    PracticeAccount account = caller(call);
    JsonNode source = call.json().path("source_info");
    long size = source.path("video_size").asLong();
    long chunk = source.path("chunk_size").asLong();
    long count = source.path("total_chunk_count").asLong();
    boolean whole = count == 1 && chunk == size && size <= LARGEST;
    boolean parts = chunk >= SMALLEST && chunk <= LARGEST && count > 1 && count == size / chunk;
    if (!source.path("source").asText().equals("FILE_UPLOAD") || size <= 0 || !(whole || parts)) {
      throw TikTokAnswers.refuse(400, "invalid_params", "The chunk size is invalid");
    }
    Instant now = clock.instant();
    String id = "v_inbox_file~v2." + number();
    long mediaId =
        media.createVideo(
            account.id(), id, "video/mp4", new byte[0], 0, new byte[0], "", false, now, now);
    ObjectNode said =
        PracticeJson.object().put("size", size).put("chunk", chunk).put("count", count);
    String key = Ticket.next();
    containers.create(
        container(
            id,
            account,
            PracticeContainer.Kind.VIDEO_JOB,
            Optional.of(mediaId),
            "",
            said.put("key", key),
            now,
            now.plus(UNFINISHED)));
    return TikTokAnswers.ok(
        PracticeJson.object()
            .put("publish_id", id)
            .put(
                "upload_url",
                base + "/video/" + id + "?upload_id=" + mediaId + "&upload_token=" + key));
  }

  private long number() {
    return 7_400_000_000_000_000_000L + numbers.nextNumber();
  }

  private static PracticeContainer container(
      String id,
      PracticeAccount account,
      PracticeContainer.Kind kind,
      Optional<Long> mediaId,
      String children,
      ObjectNode said,
      Instant now,
      Instant readyAt) {
    return new PracticeContainer(
        id,
        account.id(),
        kind,
        said.path("description").asText(""),
        "",
        mediaId,
        children,
        false,
        now,
        readyAt,
        Optional.empty(),
        "",
        "",
        PracticeJson.write(said),
        "");
  }

  private Answer part(Call call) {
    PracticeContainer draft =
        containers.find(call.in("id")).orElseThrow(() -> new PracticeRefusal(plain(404)));
    JsonNode said = PracticeJson.readObject(draft.said());
    Matcher range = RANGE.matcher(call.header("Content-Range").orElse(""));
    boolean known = said.path("key").asText().equals(call.param("upload_token").orElse(""));
    if (!known || clock.instant().isAfter(draft.createdAt().plus(ADDRESS_LIFE))) {
      return plain(403);
    }
    if (!range.matches()) {
      return plain(400);
    }
    long from = Long.parseLong(range.group(1));
    long end = Long.parseLong(range.group(2)) + 1;
    long size = said.path("size").asLong();
    long there = there(draft);
    if (Long.parseLong(range.group(3)) != size || from != there) {
      return plain(416).with("Content-Range", "bytes 0-" + (there - 1) + "/" + size);
    }
    boolean last = end == size;
    boolean fits = last || end - from == said.path("chunk").asLong();
    if (call.body().size() != end - from || !fits) {
      return plain(400);
    }
    boolean broken = from == 0 && !call.body().beginsAsVideo();
    drafts.append(draft.mediaId().orElseThrow(), call.body().content(), call.body().size());
    if (last) {
      work(draft, broken ? "file_format_check_failed" : "");
    }
    return plain(last ? 201 : 206).with("Content-Range", "bytes 0-" + (end - 1) + "/" + size);
  }

  private static Answer plain(int status) {
    return Answer.text(status, "text/plain", "");
  }

  private long there(PracticeContainer draft) {
    return draft.mediaId().flatMap(media::findById).map(PracticeMedia::size).orElse(0);
  }

  private void work(PracticeContainer draft, String error) {
    Optional<Long> account = Optional.of(draft.accountId());
    boolean fault =
        faults
            .strike(FaultKind.CONTAINER_ERROR, TikTokServer.NETWORK, account, Purpose.CHANGE)
            .isPresent();
    String wrong = fault ? "frame_rate_check_failed" : error;
    Duration slower =
        faults
            .strike(FaultKind.SLOW_MEDIA, TikTokServer.NETWORK, account, Purpose.CHANGE)
            .map(Fault::millis)
            .orElse(Duration.ZERO);
    drafts.arrived(
        draft.id(), !wrong.isEmpty(), wrong, clock.instant().plus(processing).plus(slower));
  }

  private Answer photos(Call call) {
    PracticeAccount account = caller(call);
    JsonNode body = call.json();
    JsonNode source = body.path("source_info");
    int count = source.path("photo_images").size();
    boolean form =
        body.path("media_type").asText().equals("PHOTO")
            && body.path("post_mode").asText().equals("MEDIA_UPLOAD")
            && source.path("source").asText().equals("PULL_FROM_URL");
    if (!form || count < 1 || count > 35 || !body.path("post_info").isObject()) {
      throw TikTokAnswers.refuse(
          400, "invalid_params", "The request post info is empty or incorrect");
    }
    if (body.path("post_info").path("auto_add_music").asBoolean(false)) {
      throw TikTokAnswers.refuse(400, "invalid_params", "Music is not for this account");
    }
    List<String> children = new ArrayList<>();
    String error = "";
    for (JsonNode address : source.path("photo_images")) {
      try {
        PictureFetch.Fetched photo = fetch.fetch(address.asText());
        children.add(String.valueOf(keep(account, photo)));
        error = photo.size().width() > 1080 ? "picture_size_check_failed" : error;
      } catch (PracticeRefusal notToBeHad) {
        error = "photo_pull_failed";
      }
    }
    Instant now = clock.instant();
    String id = "p_pub_url~v2." + number();
    ObjectNode said = PracticeJson.object();
    said.setAll((ObjectNode) body.path("post_info"));
    PracticeContainer draft =
        container(
            id,
            account,
            PracticeContainer.Kind.CAROUSEL,
            Optional.empty(),
            String.join(",", children),
            said,
            now,
            now);
    containers.create(draft);
    work(draft, error);
    return TikTokAnswers.ok(PracticeJson.object().put("publish_id", id));
  }

  private long keep(PracticeAccount account, PictureFetch.Fetched photo) {
    Instant now = clock.instant();
    return media.create(
        account.id(),
        String.format(Locale.ROOT, "photo%d", numbers.nextNumber()),
        "image/jpeg",
        photo.content(),
        photo.size().width(),
        photo.size().height(),
        "",
        false,
        now,
        now);
  }
}
