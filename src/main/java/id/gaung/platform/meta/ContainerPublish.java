package id.gaung.platform.meta;

import id.gaung.platform.Access;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.NoAnswer;
import id.gaung.platform.PublishStep;
import id.gaung.platform.RemotePost;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The last step of publishing: a finished container becomes a post. There is no key that makes it
 * safe to repeat.
 */
final class ContainerPublish {

  private static final Duration NOT_READY_PAUSE = Duration.ofSeconds(10);
  private static final int MOST_REFUSALS = 10;

  private final GraphApi api;
  private final ContainerNetwork network;

  ContainerPublish(GraphApi api, ContainerNetwork network) {
    this.api = api;
    this.network = network;
  }

  PublishStep publish(Access access, ContainerProgress progress) {
    String container = progress.container().orElse("");
    HttpOutcome outcome =
        api.post(
            GraphApi.token(access),
            network.account(access) + network.names().publish(),
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
   * likely ours; codes 1, 2 and -1 mean that the network itself does not know.
   */
  private boolean isAmbiguous(GraphError error) {
    int code = error.code();
    return error.is(4, 2207051)
        || error.status() >= 500
        || error.status() == 408
        || code == 506
        || code == 1
        || code == 2
        || code == -1
        || (error.passing() && !error.isThrottle() && !network.isCertain(error));
  }

  private PublishStep refused(GraphError error, Failure failure, ContainerProgress progress) {
    Optional<PublishStep> own = network.refused(error, failure, progress);
    if (own.isPresent()) {
      return own.get();
    }
    if (MediaCodes.isNotReady(error)) {
      ContainerProgress again = progress.refused();
      return again.refusals() < MOST_REFUSALS
          ? new PublishStep.Continue(again.checkpoint(), NOT_READY_PAUSE)
          : new PublishStep.Failed(failure, progress.unmarked().checkpoint());
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
    return GraphApi.good(outcome).flatMap(network::address);
  }
}
