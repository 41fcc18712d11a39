package id.gaung.platform.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Attachment;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.PublishStep;
import id.gaung.platform.bluesky.BlueskyVideoService.Job;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Videos on their way into a record: uploaded to the video service, then waited for until it has
 * put what it made to the account's server. None of this is visible.
 */
final class BlueskyVideos {

  private static final String JOB = "video.job";
  private static final String SINCE = "video.since";
  private static final String FAILED = "video.failed";

  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration GIVE_UP = Duration.ofMinutes(30);

  /** The service fails now and then on what it takes a minute later, so once is no verdict. */
  private static final int MOST_FAILURES = 3;

  private static final Set<String> OF_THE_FILE =
      Set.of("validation_failure", "pds_upload_unsupported_blob_size");

  private final BlueskyVideoService service;
  private final Clock clock;

  BlueskyVideos(BlueskyVideoService service, Clock clock) {
    this.service = service;
    this.clock = clock;
  }

  /**
   * The next step until the blob is known.
   *
   * @param key under which the checkpoint will name the blob
   */
  PublishStep next(Access access, Attachment.Video video, String key, Checkpoint checkpoint) {
    String job = checkpoint.values().get(JOB);
    return job == null ? upload(access, video, key, checkpoint) : poll(job, key, checkpoint);
  }

  private PublishStep upload(
      Access access, Attachment.Video video, String key, Checkpoint checkpoint) {
    Optional<Failure> refusal = service.refusal(access, video.bytes());
    if (refusal.isPresent()) {
      return new PublishStep.Failed(refusal.get(), checkpoint);
    }
    Job job = service.upload(access, video);
    if (job.blob().isPresent()) {
      return known(job.blob().get(), key, checkpoint);
    }
    // A video that was sent before is an error with the job of then.
    return job.text("jobId")
        .<PublishStep>map(
            id ->
                new PublishStep.Continue(
                    with(checkpoint, Map.of(JOB, id, SINCE, clock.instant().toString())),
                    SHORTEST_PAUSE))
        .orElseGet(() -> new PublishStep.Failed(job.failure(), checkpoint));
  }

  private PublishStep poll(String id, String key, Checkpoint checkpoint) {
    Job job = service.status(id);
    if (job.blob().isPresent()) {
      return known(job.blob().get(), key, checkpoint);
    }
    if (job.text("state").filter("JOB_STATE_FAILED"::equals).isPresent()) {
      return failed(job, checkpoint);
    }
    if (job.status() == 404 || job.status() == 400) {
      return new PublishStep.Failed(
          Failure.of(Kind.TRANSIENT, "VIDEO_LOST", job.words()), forgotten(checkpoint));
    }
    return job.status() >= 200 && job.status() < 300
        ? unfinished(checkpoint)
        : new PublishStep.Failed(job.failure(), checkpoint);
  }

  private PublishStep unfinished(Checkpoint checkpoint) {
    Instant now = clock.instant();
    Duration waited = Duration.between(since(checkpoint).orElse(now), now);
    if (waited.compareTo(GIVE_UP) > 0) {
      return new PublishStep.Failed(
          Failure.of(Kind.TRANSIENT, "VIDEO_UNFINISHED", ""), forgotten(checkpoint));
    }
    Duration half = waited.dividedBy(2);
    Duration pause = half.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : half;
    return new PublishStep.Continue(
        checkpoint, pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
  }

  private static PublishStep failed(Job job, Checkpoint checkpoint) {
    int times = failures(checkpoint) + 1;
    String code = job.text("failureCode").orElse("");
    String words = (code + " " + job.words()).strip();
    if (OF_THE_FILE.contains(code) || times >= MOST_FAILURES) {
      return new PublishStep.Failed(
          Failure.of(Kind.MEDIA_REJECTED, "VIDEO_UNPROCESSED", words), Checkpoint.START);
    }
    return new PublishStep.Failed(
        Failure.of(Kind.TRANSIENT, "VIDEO_UNPROCESSED", words),
        with(forgotten(checkpoint), Map.of(FAILED, String.valueOf(times))));
  }

  private static PublishStep known(JsonNode blob, String key, Checkpoint checkpoint) {
    return new PublishStep.Continue(
        with(forgotten(checkpoint), Map.of(key, AnswerJson.write(blob))), Duration.ZERO);
  }

  private static int failures(Checkpoint checkpoint) {
    String times = checkpoint.values().getOrDefault(FAILED, "");
    return times.matches("\\d{1,3}") ? Integer.parseInt(times) : 0;
  }

  private static Optional<Instant> since(Checkpoint checkpoint) {
    try {
      return Optional.ofNullable(checkpoint.values().get(SINCE)).map(Instant::parse);
    } catch (DateTimeException notOurs) {
      return Optional.empty();
    }
  }

  private static Checkpoint forgotten(Checkpoint checkpoint) {
    Map<String, String> values = new HashMap<>(checkpoint.values());
    values.remove(JOB);
    values.remove(SINCE);
    return new Checkpoint(values);
  }

  private static Checkpoint with(Checkpoint checkpoint, Map<String, String> more) {
    Map<String, String> values = new HashMap<>(checkpoint.values());
    values.putAll(more);
    return new Checkpoint(values);
  }
}
