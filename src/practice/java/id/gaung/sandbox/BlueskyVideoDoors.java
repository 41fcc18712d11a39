package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Bluesky's video service (lexicons app/bsky/video), on the same server as all the rest: a file, a
 * job that works on it, and the blob that comes of it.
 */
final class BlueskyVideoDoors {

  private static final int DAILY_VIDEOS = 25;
  private static final long DAILY_BYTES = 10_000_000_000L;
  private static final Duration DAY = Duration.ofDays(1);

  private final ContainerDao jobs;
  private final MediaDao media;
  private final SettingDao settings;
  private final Clock clock;
  private final Duration processing;
  private final boolean enforceLimits;
  private final BlueskyServiceTokens tokens;
  private final SandboxFaults faults;
  private final String did;

  BlueskyVideoDoors(
      SandboxConfig config, Jdbi jdbi, Clock clock, BlueskyServiceTokens tokens, URI base) {
    this.clock = clock;
    this.tokens = tokens;
    processing = config.containerTime();
    enforceLimits = config.enforceLimits();
    faults = new SandboxFaults(jdbi, clock);
    did = BlueskyServiceTokens.did(base);
    jobs = jdbi.onDemand(ContainerDao.class);
    media = jdbi.onDemand(MediaDao.class);
    settings = jdbi.onDemand(SettingDao.class);
  }

  void register(Router router) {
    router.post("/xrpc/app.bsky.video.uploadVideo", Purpose.CHANGE, this::upload);
    router.get("/xrpc/app.bsky.video.getJobStatus", Purpose.READ, this::status);
    router.get("/xrpc/app.bsky.video.getUploadLimits", Purpose.READ, this::uploadLimits);
  }

  /** The service pushes what it makes to the account's server, so the token is for that one. */
  private Answer upload(Call call) {
    PracticeAccount account = holder(call, "com.atproto.repo.uploadBlob");
    PracticeFile file = call.body();
    if (!account.remoteId().equals(call.param("did").orElse(""))) {
      throw refused(401, "invalid token: issuer is not the did of the upload");
    }
    if (!file.mimeType().equals("video/mp4") || !file.beginsAsVideo()) {
      throw refused(400, "Unsupported video format");
    }
    if (call.header("Content-Length").isEmpty()) {
      throw refused(400, "Content-Length is required");
    }
    String cid = Cid.ofBlob(file);
    Optional<PracticeContainer> before =
        media
            .find(account.id(), cid)
            .filter(found -> !found.failed())
            .flatMap(found -> jobs.findByMedia(account.id(), found.id()));
    if (before.isPresent()) {
      return Answer.json(
          409,
          PracticeJson.object()
              .put("did", account.remoteId())
              .put("error", "already_exists")
              .put("jobId", before.get().id())
              .put("message", "Video already processed")
              .put("state", "JOB_STATE_COMPLETED"));
    }
    Instant now = clock.instant();
    if (enforceLimits && jobs.countSince(account.id(), now.minus(DAY)) >= DAILY_VIDEOS) {
      throw refused(400, "daily video limit exceeded");
    }
    return Answer.json(begun(account, file, cid, now));
  }

  private ObjectNode begun(PracticeAccount account, PracticeFile file, String cid, Instant now) {
    boolean failed = strike(FaultKind.CONTAINER_ERROR, account).isPresent();
    Duration slower =
        strike(FaultKind.SLOW_MEDIA, account).map(Fault::millis).orElse(Duration.ZERO);
    Instant ready = now.plus(processing).plus(slower);
    long video =
        media.createVideo(
            account.id(),
            cid,
            "video/mp4",
            file.content(),
            file.size(),
            new byte[0],
            "",
            failed,
            now,
            ready);
    PracticeContainer job =
        PracticeContainer.videoJob(
            "d0" + String.format(Locale.ROOT, "%018d", settings.nextNumber()),
            account.id(),
            video,
            failed,
            now,
            ready);
    jobs.create(job);
    return PracticeJson.object()
        .put("did", account.remoteId())
        .put("jobId", job.id())
        .put("state", "JOB_STATE_CREATED");
  }

  private Answer status(Call call) {
    PracticeContainer job =
        jobs.find(PracticeXrpc.required(call, "jobId"))
            .filter(found -> found.kind() == PracticeContainer.Kind.VIDEO_JOB)
            .orElseThrow(() -> refused(404, "job not found"));
    PracticeMedia video = media.findById(job.mediaId().orElseThrow()).orElseThrow();
    ObjectNode told = PracticeJson.object().put("jobId", job.id());
    if (clock.instant().isBefore(job.readyAt())) {
      told.put("state", "JOB_STATE_ENCODING").put("progress", 40);
    } else if (job.failed()) {
      told.put("state", "JOB_STATE_FAILED")
          .put("error", "video processing error for job: " + job.id())
          .put("message", "Failed to process video")
          .put("failureCode", "encoding_failure");
    } else {
      told.put("state", "JOB_STATE_COMPLETED").put("progress", 100);
      told.set("blob", BlueskyBlobStore.blob(video.remoteId(), video.mimeType(), video.size()));
    }
    ObjectNode answer = PracticeJson.object();
    answer.set("jobStatus", told);
    return Answer.json(answer);
  }

  private Answer uploadLimits(Call call) {
    PracticeAccount account = holder(call, "app.bsky.video.getUploadLimits");
    long used = jobs.countSince(account.id(), clock.instant().minus(DAY));
    boolean open = !enforceLimits || used < DAILY_VIDEOS;
    ObjectNode limits =
        PracticeJson.object()
            .put("canUpload", open)
            .put("remainingDailyVideos", open ? Math.max(1, DAILY_VIDEOS - used) : 0)
            .put("remainingDailyBytes", DAILY_BYTES);
    return Answer.json(open ? limits : limits.put("error", "daily video limit exceeded"));
  }

  private PracticeAccount holder(Call call, String method) {
    return tokens
        .holder(call, did, method)
        .orElseThrow(
            () ->
                refused(
                    401,
                    "invalid token: invalid token audience, should be the user's PDS DID \""
                        + did
                        + "\""));
  }

  /** In the service's own shape, which is that of a job. */
  private static PracticeRefusal refused(int status, String error) {
    return new PracticeRefusal(
        Answer.json(
            status,
            PracticeJson.object()
                .put("did", "")
                .put("error", error)
                .put("jobId", "")
                .put("state", "")));
  }

  private Optional<Fault> strike(FaultKind kind, PracticeAccount account) {
    return faults.strike(kind, BlueskyServer.NETWORK, Optional.of(account.id()), Purpose.CHANGE);
  }
}
