package id.gaung.platform.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.PublishStep;
import id.gaung.platform.RemotePost;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Waits, ever longer, until YouTube has made an uploaded video ready, or says that it will not. */
final class VideoProcessing {

  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  /** Then it counts as published: its address is there, and long videos take hours. */
  private static final Duration LONGEST = Duration.ofHours(1);

  private final YouTubeApi api;
  private final VideoFigures figures;

  VideoProcessing(YouTubeApi api, VideoFigures figures) {
    this.api = api;
    this.figures = figures;
  }

  PublishStep next(Access access, UploadProgress progress, String id) {
    HttpOutcome outcome = figures.ask(access, List.of(id), "status,processingDetails");
    Optional<List<JsonNode>> items = YouTubeApi.items(outcome);
    if (items.isEmpty()) {
      Failure failure = api.failure(outcome);
      return failure.kind() == Kind.TOKEN_EXPIRED
          ? new PublishStep.Failed(failure, progress.checkpoint())
          : failure.passes() ? wait(progress, id) : new PublishStep.Published(post(id));
    }
    Optional<VideoState> state =
        Optional.ofNullable(VideoFigures.byId(items.get()).get(id)).map(VideoState::of);
    if (state.filter(VideoState::isOver).isPresent()) {
      return new PublishStep.Failed(state.get().failure(), Checkpoint.START);
    }
    return state.filter(now -> now.stage() == VideoState.Stage.READY).isPresent()
        ? ready(progress, id, state.get().isPrivate())
        : wait(progress, id);
  }

  /**
   * Of a project that is not audited YouTube locks every upload. The video stays: once somebody has
   * opened it to the public, the same step finds it published.
   */
  private PublishStep ready(UploadProgress progress, String id, boolean isPrivate) {
    return isPrivate
        ? new PublishStep.Failed(
            Failure.of(Kind.PERMISSION, "VIDEO_LOCKED", ""), progress.checkpoint())
        : new PublishStep.Published(post(id));
  }

  private PublishStep wait(UploadProgress progress, String id) {
    Duration waited = Duration.between(progress.since(api.now()), api.now());
    if (waited.compareTo(LONGEST) > 0) {
      return new PublishStep.Published(post(id));
    }
    Duration half = waited.dividedBy(2);
    Duration pause = half.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : half;
    return new PublishStep.Continue(
        progress.checkpoint(), pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
  }

  RemotePost post(String id) {
    return new RemotePost(id, Optional.of(api.config().watch(id)));
  }
}
