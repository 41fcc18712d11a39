package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** X's uploads (x-api/media): pictures in one call, videos announced, in pieces, closed. */
final class XUploads {

  private static final int PICTURE_SIZE = 5_000_000;
  private static final long VIDEO_SIZE = 512_000_000;
  private static final int MAX_ALT = 1000;
  private static final String SCOPE = "media.write";
  private static final String PIECES = "pieces";
  private static final String NO_VIDEO = "UnsupportedMedia";

  private final Jdbi jdbi;
  private final MediaDao media;
  private final ContainerDao containers;
  private final XUploadDao uploads;
  private final SettingDao settings;
  private final SandboxFaults faults;
  private final Clock clock;
  private final XSignIn login;
  private final XRateLimits limits;
  private final Duration processing;

  XUploads(Jdbi jdbi, Clock clock, XSignIn login, XRateLimits limits, Duration processing) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.login = login;
    this.limits = limits;
    this.processing = processing;
    media = jdbi.onDemand(MediaDao.class);
    containers = jdbi.onDemand(ContainerDao.class);
    uploads = jdbi.onDemand(XUploadDao.class);
    settings = jdbi.onDemand(SettingDao.class);
    faults = new SandboxFaults(jdbi, clock);
  }

  void register(Router router) {
    router.post("/2/media/upload", Purpose.CHANGE, this::picture);
    router.get("/2/media/upload", Purpose.READ, this::state);
    router.post("/2/media/upload/initialize", Purpose.CHANGE, this::begin);
    router.post("/2/media/upload/{id}/append", Purpose.CHANGE, this::append);
    router.post("/2/media/upload/{id}/finalize", Purpose.CHANGE, this::close);
    router.post("/2/media/metadata", Purpose.CHANGE, this::describe);
  }

  private String nextId() {
    return "19" + String.format(Locale.ROOT, "%017d", settings.nextNumber());
  }

  private static Answer data(ObjectNode media) {
    return Answer.json(PracticeJson.object().set("data", media));
  }

  private Answer picture(Call call) {
    PracticeAccount account = login.require(call, Purpose.CHANGE, SCOPE);
    limits.take(call, account, "upload", 500);
    PracticeFile file =
        call.upload("media")
            .orElseThrow(() -> XProblems.invalid("media", "The media field is required."));
    PictureSize size =
        PictureSize.read(file.content())
            .filter(read -> call.param("media_category").orElse("").equals("tweet_image"))
            .orElseThrow(() -> XProblems.invalid("media", "The media type is not supported."));
    if (file.size() > PICTURE_SIZE) {
      throw XProblems.refuse(413, "Payload Too Large", "The media is too large.", "");
    }
    String id = nextId();
    Instant now = clock.instant();
    media.create(
        account.id(),
        id,
        file.mimeType(),
        file.content(),
        size.width(),
        size.height(),
        "",
        false,
        now,
        now);
    return data(
        PracticeJson.object()
            .put("id", id)
            .put("media_key", "3_" + id)
            .put("size", file.size())
            .put("expires_after_secs", 86_400));
  }

  private Answer begin(Call call) {
    PracticeAccount account = login.require(call, Purpose.CHANGE, SCOPE);
    limits.take(call, account, "initialize", 1875);
    long size = call.json().path("total_bytes").asLong();
    if (size < 1 || size > VIDEO_SIZE) {
      throw XProblems.invalid("total_bytes", "The total_bytes of the media is out of range.");
    }
    String id = nextId();
    Instant now = clock.instant();
    String type = call.json().path("media_type").asText("video/mp4");
    byte[] nothing = new byte[0];
    long mediaId =
        media.createVideo(account.id(), id, type, nothing, 0, nothing, "", false, now, now);
    containers.create(
        new PracticeContainer(
            id,
            account.id(),
            PracticeContainer.Kind.VIDEO_JOB,
            "",
            "",
            Optional.of(mediaId),
            "",
            false,
            now,
            now.plus(PracticeContainer.LIFE),
            Optional.empty(),
            Long.toString(size),
            "",
            PracticeJson.write(PracticeJson.object().put(PIECES, 0)),
            ""));
    return data(
        PracticeJson.object()
            .put("id", id)
            .put("media_key", "13_" + id)
            .put("expires_after_secs", 86_399));
  }

  private PracticeContainer own(PracticeAccount account, String id) {
    return containers
        .find(id, account.id())
        .orElseThrow(() -> XProblems.refuse(404, "Not Found", "Not Found", ""));
  }

  /** A piece that is there already is taken again and changes nothing. */
  private Answer append(Call call) {
    PracticeAccount account = login.require(call, Purpose.CHANGE, SCOPE);
    limits.take(call, account, "append", 1875);
    PracticeContainer video = own(account, call.in("id"));
    PracticeFile piece =
        call.upload("media")
            .orElseThrow(() -> XProblems.invalid("media", "The media field is required."));
    int index = Integer.parseInt(call.param("segment_index").orElse("-1"));
    jdbi.useTransaction(
        transaction -> {
          int there = PracticeJson.readObject(video.said()).path(PIECES).asInt();
          if (index < 0 || index > there) {
            throw XProblems.invalid("segment_index", "The segment_index is out of order.");
          }
          if (index == there) {
            boolean broken = index == 0 && !piece.beginsAsVideo();
            uploads.append(video.mediaId().orElseThrow(), piece.content(), piece.size());
            String said = PracticeJson.write(PracticeJson.object().put(PIECES, there + 1));
            uploads.told(video.id(), said, video.failed() || broken);
          }
        });
    return data(PracticeJson.object().put("expires_at", clock.instant().getEpochSecond() + 86_400));
  }

  private Answer close(Call call) {
    PracticeAccount account = login.require(call, Purpose.CHANGE, SCOPE);
    limits.take(call, account, "finalize", 1875);
    PracticeContainer video = own(account, call.in("id"));
    int size = video.mediaId().flatMap(media::findById).map(PracticeMedia::size).orElse(0);
    if (isWhole(video) || size != Long.parseLong(video.source())) {
      throw XProblems.invalid("id", "The media upload cannot be finalized.");
    }
    Optional<Fault> failing = strike(FaultKind.CONTAINER_ERROR, account);
    Duration slower =
        strike(FaultKind.SLOW_MEDIA, account).map(Fault::millis).orElse(Duration.ZERO);
    String error = video.failed() ? NO_VIDEO : failing.isPresent() ? "InternalError" : "";
    uploads.whole(video.id(), error, clock.instant().plus(processing).plus(slower));
    return data(shown(own(account, video.id())));
  }

  private Optional<Fault> strike(FaultKind kind, PracticeAccount account) {
    return faults.strike(kind, XServer.NETWORK, Optional.of(account.id()), Purpose.CHANGE);
  }

  private static boolean isWhole(PracticeContainer video) {
    return video.readyAt().isBefore(video.createdAt().plus(PracticeContainer.LIFE));
  }

  private Answer state(Call call) {
    PracticeAccount account = login.require(call, Purpose.READ, SCOPE);
    limits.take(call, account, "status", 1000);
    PracticeContainer video = own(account, call.param("media_id").orElse(""));
    if (!isWhole(video)) {
      throw XProblems.refuse(404, "Not Found", "Not Found", "");
    }
    return data(shown(video));
  }

  private ObjectNode shown(PracticeContainer video) {
    ObjectNode shown =
        PracticeJson.object()
            .put("id", video.id())
            .put("media_key", "13_" + video.id())
            .put("expires_after_secs", 86_400);
    ObjectNode work = shown.putObject("processing_info");
    Duration left = Duration.between(clock.instant(), video.readyAt());
    if (!left.isNegative() && !left.isZero()) {
      work.put("state", "in_progress").put("check_after_secs", Math.min(5, left.toSeconds() + 1));
    } else if (video.error().isEmpty()) {
      work.put("state", "succeeded").put("progress_percent", 100);
    } else {
      work.put("state", "failed")
          .putObject("error")
          .put("code", 1)
          .put("name", video.error())
          .put("message", "The video cannot be processed.");
    }
    return shown;
  }

  private Answer describe(Call call) {
    PracticeAccount account = login.require(call, Purpose.CHANGE, SCOPE);
    limits.take(call, account, "metadata", 500);
    String id = call.json().path("id").asText("");
    String alt = call.json().path("metadata").path("alt_text").path("text").asText("");
    if (alt.isEmpty() || alt.length() > MAX_ALT) {
      throw XProblems.invalid("metadata.alt_text.text", "The alt_text is out of range.");
    }
    PracticeMedia found =
        media.find(account.id(), id).orElseThrow(() -> XProblems.invalid("id", "Unknown media."));
    media.describe(found.id(), alt);
    return data(PracticeJson.object().put("id", id));
  }

  /** What a post may show: all of it is there, processed and not older than a day. */
  PracticeMedia ready(PracticeAccount account, String id) {
    Instant now = clock.instant();
    return media
        .find(account.id(), id)
        .filter(found -> now.isBefore(found.createdAt().plus(PracticeContainer.LIFE)))
        .filter(
            found ->
                !found.isVideo()
                    || containers
                        .find(id, account.id())
                        .filter(video -> isWhole(video) && video.error().isEmpty())
                        .filter(video -> !now.isBefore(video.readyAt()))
                        .isPresent())
        .orElseThrow(() -> XProblems.invalid("media.media_ids", "Your media IDs are invalid."));
  }
}
