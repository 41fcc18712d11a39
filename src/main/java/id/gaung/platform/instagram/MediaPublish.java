package id.gaung.platform.instagram;

import id.gaung.platform.Access;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.NoAnswer;
import id.gaung.platform.PublishStep;
import id.gaung.platform.RemotePost;
import id.gaung.platform.WebAddress;
import id.gaung.platform.meta.GraphApi;
import id.gaung.platform.meta.GraphError;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The last step of publishing: a finished container becomes a post. Instagram has no key that makes
 * it safe to repeat.
 */
final class MediaPublish {

  private static final Duration NOT_READY_PAUSE = Duration.ofSeconds(10);
  private static final Duration UNKNOWN_CONTAINER_PAUSE = Duration.ofSeconds(30);
  private static final int MOST_REFUSALS = 10;
  private static final int MOST_UNKNOWN = 2;

  private final GraphApi api;

  MediaPublish(GraphApi api) {
    this.api = api;
  }

  PublishStep publish(Access access, ContainerProgress progress) {
    String container = progress.container().orElse("");
    HttpOutcome outcome =
        api.post(
            GraphApi.token(access),
            GraphApi.node(access.account().remoteId()) + "/media_publish",
            Map.of("creation_id", container));
    return outcome.match(
        answer -> answered(access, progress, answer),
        notSent ->
            new PublishStep.Failed(NoAnswer.of(notSent, false), progress.unmarked().checkpoint()),
        unknown -> new PublishStep.Unknown(NoAnswer.of(unknown)));
  }

  private PublishStep answered(Access access, ContainerProgress progress, Answered answer) {
    Optional<String> media = GraphApi.id(answer);
    if (media.isPresent()) {
      return new PublishStep.Published(new RemotePost(media.get(), permalink(access, media.get())));
    }
    Failure failure = api.failure(answer);
    Optional<GraphError> error = GraphApi.error(answer);
    if (error.isEmpty() || answer.ok() || isAmbiguous(error.get())) {
      return new PublishStep.Unknown(failure);
    }
    return refused(error.get(), failure, progress);
  }

  /**
   * Posts have gone live behind 4/2207051 and behind answers of the 500s; a duplicate (506) is most
   * likely ours; codes 1, 2 and -1 mean that Instagram itself does not know.
   */
  private static boolean isAmbiguous(GraphError error) {
    int code = error.code();
    return error.is(4, 2207051)
        || error.status() >= 500
        || error.status() == 408
        || code == 506
        || code == 1
        || code == 2
        || code == -1
        || (error.passing() && !error.isThrottle() && !isNotReady(error));
  }

  private static boolean isNotReady(GraphError error) {
    return error.subcode() == 2207027;
  }

  private PublishStep refused(GraphError error, Failure failure, ContainerProgress progress) {
    ContainerProgress again = progress.refused();
    if (isNotReady(error)) {
      return again.refusals() < MOST_REFUSALS
          ? new PublishStep.Continue(again.checkpoint(), NOT_READY_PAUSE)
          : new PublishStep.Failed(failure, progress.unmarked().checkpoint());
    }
    if (error.subcode() == 2207008) {
      Failure later =
          new Failure(
              Kind.TRANSIENT,
              failure.code(),
              failure.detail(),
              Optional.of(UNKNOWN_CONTAINER_PAUSE));
      return new PublishStep.Failed(
          later, again.refusals() < MOST_UNKNOWN ? again.checkpoint() : Checkpoint.START);
    }
    boolean fromStart =
        error.subcode() == 2207020
            || error.subcode() == 2207006
            || failure.kind() == Kind.MEDIA_REJECTED
            || failure.kind() == Kind.TEXT_REJECTED;
    return new PublishStep.Failed(
        failure, fromStart ? Checkpoint.START : progress.unmarked().checkpoint());
  }

  /** For the reader's convenience: the post is out whether or not this answers. */
  private Optional<URI> permalink(Access access, String media) {
    HttpOutcome outcome =
        api.fields(GraphApi.token(access), GraphApi.node(media), "id,permalink,shortcode");
    return GraphApi.good(outcome)
        .flatMap(body -> AnswerJson.text(body, "permalink"))
        .flatMap(WebAddress::given);
  }
}
