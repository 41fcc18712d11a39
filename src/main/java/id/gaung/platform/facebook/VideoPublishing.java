package id.gaung.platform.facebook;

import id.gaung.platform.Access;
import id.gaung.platform.Attachment;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.NoAnswer;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.facebook.FacebookRules.ReelShape;
import id.gaung.platform.facebook.PageProgress.UploadPart;
import id.gaung.platform.meta.GraphApi;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The steps of publishing a video: a reel where the file is one, else a video of the Page. Begun,
 * uploaded, worked on, marked, then the call that publishes it, after which Facebook takes its time
 * until the post stands.
 */
final class VideoPublishing {

  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(3);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /** Then it is published as it is: that processing ends before is documented by no word. */
  private static final Duration LONGEST_PROCESSING = Duration.ofMinutes(10);

  /** Then the post is looked up like any other whose outcome is not known. */
  private static final Duration LONGEST_PUBLISHING = Duration.ofMinutes(10);

  /** Facebook fails now and then on what it takes a minute later, so once is no verdict. */
  private static final int MOST_FAILURES = 2;

  private final GraphApi api;
  private final FacebookConfig config;
  private final FeedPublishing feed;
  private final VideoUpload upload;
  private final Clock clock;

  VideoPublishing(GraphApi api, FacebookConfig config, FeedPublishing feed, Clock clock) {
    this.api = api;
    this.config = config;
    this.feed = feed;
    this.upload = new VideoUpload(api, config);
    this.clock = clock;
  }

  PublishStep next(
      Access access, Publication publication, Attachment.Video video, Checkpoint checkpoint) {
    PageProgress progress = PageProgress.of(checkpoint);
    boolean reel = ReelShape.fits(video);
    if (progress.has(UploadPart.FINISHED)) {
      return stands(access, progress);
    }
    if (progress.isMarked()) {
      return publish(access, publication, reel, progress);
    }
    if (!progress.has(UploadPart.VIDEO)) {
      return upload.begin(access, video, reel, progress);
    }
    if (!progress.has(UploadPart.UPLOADED)) {
      return upload.next(access, video, progress);
    }
    // Of a video in pieces nothing can be told before it is published.
    return reel ? worked(access, publication, progress) : marked(access, publication, progress);
  }

  private PublishStep worked(Access access, Publication publication, PageProgress progress) {
    HttpOutcome outcome = upload.status(access, progress);
    Optional<VideoNode> node = VideoNode.of(access, outcome, config.web());
    if (node.isEmpty()) {
      return new PublishStep.Failed(
          api.failure(outcome),
          (VideoUpload.isMissing(outcome) ? progress.anew() : progress).checkpoint());
    }
    return switch (node.get().stage()) {
      case READY, PUBLISHING, OUT -> marked(access, publication, progress);
      case UPLOADING, PROCESSING -> {
        Instant now = clock.instant();
        PageProgress waiting = progress.since().isPresent() ? progress : progress.since(now);
        Duration waited = Duration.between(waiting.since().orElse(now), now);
        yield waited.compareTo(LONGEST_PROCESSING) > 0
            ? marked(access, publication, progress)
            : new PublishStep.Continue(waiting.checkpoint(), pause(waited));
      }
      case EXPIRED ->
          new PublishStep.Failed(
              Failure.of(Kind.TRANSIENT, "VIDEO_LOST", ""), progress.anew().checkpoint());
      case FAILED -> failed(node.get(), progress);
    };
  }

  private static PublishStep failed(VideoNode node, PageProgress progress) {
    long times = progress.number(UploadPart.FAILURES) + 1;
    boolean again = times < MOST_FAILURES;
    Failure failure =
        Failure.of(again ? Kind.TRANSIENT : Kind.MEDIA_REJECTED, "VIDEO_UNPROCESSED", node.words());
    return new PublishStep.Failed(
        failure,
        again
            ? progress.anew().with(UploadPart.FAILURES, String.valueOf(times)).checkpoint()
            : Checkpoint.START);
  }

  private static Duration pause(Duration waited) {
    Duration half = waited.dividedBy(2);
    Duration pause = half.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : half;
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  private PublishStep marked(Access access, Publication publication, PageProgress progress) {
    return new PublishStep.Continue(
        feed.marked(access, publication, progress).checkpoint(), Duration.ZERO);
  }

  /**
   * Facebook may work on it already, by an attempt that ended before it could be written down: then
   * it is not told again.
   */
  private PublishStep publish(
      Access access, Publication publication, boolean reel, PageProgress progress) {
    Optional<VideoNode> node = VideoNode.of(access, upload.status(access, progress), config.web());
    boolean told =
        node.map(VideoNode::stage)
            .filter(at -> at == VideoNode.Stage.PUBLISHING || at == VideoNode.Stage.OUT)
            .isPresent();
    return told ? finished(progress) : finish(access, publication, reel, progress);
  }

  private PublishStep finished(PageProgress progress) {
    return new PublishStep.Continue(
        progress.with(UploadPart.FINISHED, "yes").since(clock.instant()).checkpoint(),
        SHORTEST_PAUSE);
  }

  private PublishStep finish(
      Access access, Publication publication, boolean reel, PageProgress progress) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("upload_phase", "finish");
    if (reel) {
      form.put("video_id", progress.part(UploadPart.VIDEO).orElse(""));
      form.put("video_state", "PUBLISHED");
    } else {
      form.put("upload_session_id", progress.part(UploadPart.SESSION).orElse(""));
    }
    if (!publication.text().isBlank()) {
      form.put("description", publication.text());
    }
    HttpOutcome outcome = api.post(GraphApi.token(access), VideoUpload.edge(access, reel), form);
    return outcome.match(
        answer -> answered(progress, answer),
        notSent ->
            new PublishStep.Failed(NoAnswer.of(notSent, false), progress.unmarked().checkpoint()),
        unknown -> new PublishStep.Unknown(NoAnswer.of(unknown)));
  }

  private PublishStep answered(PageProgress progress, Answered answer) {
    boolean yes =
        GraphApi.good(answer).filter(body -> body.path("success").asBoolean(false)).isPresent();
    return yes ? finished(progress) : FeedPublishing.refused(api, progress, answer);
  }

  /** From now on it may be out at any moment, so no trouble is a certain failure. */
  private PublishStep stands(Access access, PageProgress progress) {
    HttpOutcome outcome = upload.status(access, progress);
    Optional<VideoNode> node = VideoNode.of(access, outcome, config.web());
    if (node.isEmpty()) {
      return new PublishStep.Unknown(api.failure(outcome));
    }
    if (node.get().post().isPresent()) {
      return new PublishStep.Published(node.get().post().get());
    }
    if (node.get().stage() == VideoNode.Stage.FAILED) {
      return failed(node.get(), progress);
    }
    Instant now = clock.instant();
    Duration waited = Duration.between(progress.since().orElse(now), now);
    return waited.compareTo(LONGEST_PUBLISHING) > 0
        ? new PublishStep.Unknown(Failure.of(Kind.TRANSIENT, "VIDEO_UNFINISHED", ""))
        : new PublishStep.Continue(progress.checkpoint(), pause(waited));
  }
}
