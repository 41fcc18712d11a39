package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * A Page's reels and videos (video-api/guides/reels-publishing, reference/page/videos): begun,
 * uploaded to another host or in pieces, worked on, published.
 */
final class FacebookVideos {

  /** The real one asks for larger pieces. */
  private static final int PIECE = 131_072;

  private static final String SESSION = "s";

  private final Jdbi jdbi;
  private final AccountDao accounts;
  private final ContainerDao containers;
  private final MediaDao media;
  private final VideoPieceDao pieces;
  private final SandboxFaults faults;
  private final Clock clock;
  private final Duration processing;
  private final FacebookAccess access;
  private final FacebookPosts posts;
  private final URI base;

  FacebookVideos(
      SandboxConfig config,
      Jdbi jdbi,
      Clock clock,
      FacebookAccess access,
      FacebookPosts posts,
      URI base) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.access = access;
    this.posts = posts;
    this.base = base;
    processing = config.containerTime();
    accounts = jdbi.onDemand(AccountDao.class);
    containers = jdbi.onDemand(ContainerDao.class);
    media = jdbi.onDemand(MediaDao.class);
    pieces = jdbi.onDemand(VideoPieceDao.class);
    faults = new SandboxFaults(jdbi, clock);
  }

  void register(Router router) {
    router.post("/{id}/video_reels", Purpose.CHANGE, this::beginReel);
    router.post("/video-upload/{version}/{video}", Purpose.CHANGE, this::upload);
    router.post("/{id}/videos", Purpose.CHANGE, this::video);
    router.post("/{id}/video_reels/finish", Purpose.PUBLISH, this::publishReel);
    router.post("/{id}/videos/finish", Purpose.PUBLISH, this::publishVideo);
  }

  private Answer beginReel(Call call) {
    PracticeAccount page = access.own(call, FacebookSignIn.PUBLISH);
    phase(call, "start");
    String id = begun(page, 0, true);
    return Answer.json(
        PracticeJson.object()
            .put("video_id", id)
            .put("upload_url", base + "/video-upload/v25.0/" + id));
  }

  private static void phase(Call call, String wanted) {
    if (!call.param("upload_phase").orElse("").equals(wanted)) {
      throw GraphErrors.parameter("Param upload_phase must be one of {start, transfer, finish}");
    }
  }

  /**
   * @param size of all of it; 0 where that is told with the bytes
   */
  private String begun(PracticeAccount page, long size, boolean reel) {
    Instant now = clock.instant();
    String id = posts.number(5);
    long mediaId =
        media.createVideo(
            page.id(), id, "video/mp4", new byte[0], 0, new byte[0], "", false, now, now);
    containers.create(
        new PracticeContainer(
            id,
            page.id(),
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
            PracticeJson.write(PracticeJson.object().put("reel", reel)),
            ""));
    return id;
  }

  private Answer upload(Call call) {
    PracticeAccount page = access.caller(call, FacebookSignIn.PUBLISH);
    PracticeContainer video = own(call.in("video"), page);
    long offset = Long.parseLong(call.header("offset").orElse("0"));
    long size = Long.parseLong(call.header("file_size").orElse("0"));
    if (offset != there(video)) {
      return Answer.json(
          400,
          PracticeJson.object()
              .set(
                  "debug_info",
                  PracticeJson.object()
                      .put("retriable", true)
                      .put("type", "OffsetInvalidError")
                      .put("message", "Request starting offset is invalid")));
    }
    take(page, video, call.body(), offset + call.body().size() >= size);
    return Answer.json(PracticeJson.object().put("success", true));
  }

  private Answer video(Call call) {
    PracticeAccount page = access.own(call, FacebookSignIn.PUBLISH);
    if (call.param("upload_phase").filter("start"::equals).isPresent()) {
      long size = Long.parseLong(call.param("file_size").orElse("0"));
      String id = begun(page, size, false);
      return Answer.json(next(0, size).put("video_id", id).put("upload_session_id", SESSION + id));
    }
    phase(call, "transfer");
    PracticeContainer video = session(call, page);
    long size = Long.parseLong(video.source());
    PracticeFile piece =
        call.upload("video_file_chunk")
            .orElseThrow(() -> GraphErrors.parameter("Requires upload file"));
    if (!call.param("start_offset").orElse("").equals(Long.toString(there(video)))) {
      throw GraphErrors.refuse(6001, 1363037, "The start offset is not the expected one.");
    }
    long end = (long) there(video) + piece.size();
    take(page, video, piece, end >= size);
    return Answer.json(next(end, size));
  }

  private static ObjectNode next(long from, long size) {
    return PracticeJson.object()
        .put("start_offset", Long.toString(from))
        .put("end_offset", Long.toString(Math.min(size, from + PIECE)));
  }

  private PracticeContainer session(Call call, PracticeAccount page) {
    return own(call.param("upload_session_id").orElse("").replaceFirst(SESSION, ""), page);
  }

  private PracticeContainer own(String id, PracticeAccount page) {
    return containers
        .find(id, page.id())
        .filter(found -> found.kind() == PracticeContainer.Kind.VIDEO_JOB)
        .orElseThrow(() -> GraphErrors.missingObject(id));
  }

  /** How many bytes of it are there. */
  private int there(PracticeContainer video) {
    return video.mediaId().flatMap(media::findById).map(PracticeMedia::size).orElse(0);
  }

  private void take(
      PracticeAccount page, PracticeContainer video, PracticeFile piece, boolean last) {
    boolean broken = there(video) == 0 && !piece.beginsAsVideo();
    pieces.append(video.mediaId().orElseThrow(), piece.content(), piece.size());
    if (!last && !broken) {
      return;
    }
    boolean failed = broken || strike(FaultKind.CONTAINER_ERROR, page).isPresent();
    Duration slower = strike(FaultKind.SLOW_MEDIA, page).map(Fault::millis).orElse(Duration.ZERO);
    pieces.arrived(video.id(), failed, clock.instant().plus(processing).plus(slower));
  }

  private Optional<Fault> strike(FaultKind kind, PracticeAccount page) {
    return faults.strike(kind, FacebookServer.NETWORK, Optional.of(page.id()), Purpose.CHANGE);
  }

  private Answer publishReel(Call call) {
    PracticeAccount page = access.own(call, FacebookSignIn.PUBLISH);
    return publish(call, page, own(call.param("video_id").orElse(""), page));
  }

  private Answer publishVideo(Call call) {
    PracticeAccount page = access.own(call, FacebookSignIn.PUBLISH);
    return publish(call, page, session(call, page));
  }

  /**
   * Meta does not say what a second call does. Here it makes a second post: an application that
   * repeats where it should have asked shows itself.
   */
  private Answer publish(Call call, PracticeAccount page, PracticeContainer video) {
    return jdbi.inTransaction(
        transaction -> {
          accounts.lock(page.id());
          if (state(video).equals("uploading")) {
            throw GraphErrors.refuse(6000, 1363130, "The video upload is not complete.");
          }
          if (video.failed()) {
            throw GraphErrors.refuse(352, 1363041, "The video file is invalid.");
          }
          PracticePost post =
              posts.create(
                  page,
                  call.param("description").orElse(""),
                  video.id(),
                  PracticeJson.readObject(video.said()));
          posts.attach(post, 0, video.mediaId().orElseThrow(), "");
          containers.publish(video.id(), clock.instant());
          return Answer.json(PracticeJson.object().put("success", true));
        });
  }

  private String state(PracticeContainer video) {
    boolean whole = video.readyAt().isBefore(video.createdAt().plus(PracticeContainer.LIFE));
    if (!whole && !video.failed()) {
      return "uploading";
    }
    return switch (video.status(clock.instant())) {
      case IN_PROGRESS -> "processing";
      case ERROR -> "error";
      case EXPIRED -> "expired";
      case FINISHED, PUBLISHED -> "ready";
    };
  }

  /** A video as read, if the Page has one of this id. */
  Optional<ObjectNode> read(PracticeAccount page, String id) {
    return containers
        .find(id, page.id())
        .filter(found -> found.kind() == PracticeContainer.Kind.VIDEO_JOB)
        .map(video -> shown(page, video));
  }

  private ObjectNode shown(PracticeAccount page, PracticeContainer video) {
    String state = state(video);
    Optional<PracticePost> post = posts.ofVideo(page, video.id());
    boolean out = video.publishedAt().isPresent();
    ObjectNode shown =
        PracticeJson.object().put("id", video.id()).put("published", out && post.isPresent());
    post.ifPresent(
        found ->
            shown
                .put("post_id", found.remoteId())
                .put("permalink_url", posts.permalink(page, found).replace(base.toString(), "")));
    ObjectNode status = shown.putObject("status").put("video_status", state);
    status
        .putObject("uploading_phase")
        .put("status", state.equals("uploading") ? "in_progress" : "complete")
        .put("bytes_transferred", there(video));
    ObjectNode work = status.putObject("processing_phase");
    switch (state) {
      case "uploading" -> work.put("status", "not_started");
      case "processing" -> work.put("status", "in_progress");
      case "error" ->
          work.put("status", "error").putObject("error").put("message", "Not a video file");
      default -> work.put("status", "complete");
    }
    status
        .putObject("publishing_phase")
        .put("status", out ? "complete" : "not_started")
        .put("publish_status", out ? "published" : "draft");
    return shown;
  }
}
