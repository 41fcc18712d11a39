package id.gaung.platform.x;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.PublishStep;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Closes an upload and waits for X: posted before, a video is refused as an invalid media id. */
final class XProcessing {

  private static final Duration GIVE_UP = Duration.ofMinutes(30);
  private static final long LONGEST_PAUSE = 30;

  private final XApi api;
  private final Clock clock;

  XProcessing(XApi api, Clock clock) {
    this.api = api;
    this.clock = clock;
  }

  /** Closed a second time by a process that ended before, it is refused though it is whole. */
  PublishStep close(Access access, String id, XProgress progress) {
    HttpOutcome outcome = api.send(XApi.post(access, XMedia.UPLOAD + "/" + id + "/finalize"));
    HttpOutcome told = XAnswers.status(outcome) == 400 ? ask(access, id) : outcome;
    return XAnswers.good(told).isPresent()
        ? told(told, progress.at(XMark.WHOLE, clock.instant()))
        : XVideoTrouble.of(outcome, api.failure(outcome), progress);
  }

  PublishStep state(Access access, String id, XProgress progress) {
    return told(ask(access, id), progress);
  }

  private HttpOutcome ask(Access access, String id) {
    return api.send(
        XApi.get(access, XMedia.UPLOAD).query("command", "STATUS").query("media_id", id));
  }

  private PublishStep told(HttpOutcome outcome, XProgress progress) {
    Optional<JsonNode> work = XAnswers.data(outcome).map(media -> media.path("processing_info"));
    if (work.isEmpty()) {
      return XVideoTrouble.of(outcome, api.failure(outcome), progress);
    }
    return switch (work.get().path("state").asText("succeeded")) {
      case "succeeded" -> XMedia.on(progress.with(XMark.READY, "yes"));
      case "failed" -> XVideoTrouble.unprocessed(work.get().path("error"), progress);
      default -> waiting(work.get().path("check_after_secs").asLong(0), progress);
    };
  }

  /** As long as X asks, or half as long as it took until now. */
  private PublishStep waiting(long asked, XProgress progress) {
    Instant now = clock.instant();
    Duration waited = Duration.between(progress.at(XMark.WHOLE).orElse(now), now);
    if (waited.compareTo(GIVE_UP) > 0) {
      return XVideoTrouble.lost("VIDEO_UNFINISHED", progress);
    }
    long pause = Math.min(LONGEST_PAUSE, Math.max(1, Math.max(asked, waited.toSeconds() / 2)));
    return new PublishStep.Continue(progress.checkpoint(), Duration.ofSeconds(pause));
  }
}
