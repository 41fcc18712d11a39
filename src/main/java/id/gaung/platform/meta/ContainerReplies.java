package id.gaung.platform.meta;

import id.gaung.platform.Access;
import id.gaung.platform.ChannelPosts;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Evidence.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.LookUp;
import id.gaung.platform.LookUp.Undecided;
import id.gaung.platform.Owners;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.Reply;
import id.gaung.platform.Replying;
import id.gaung.platform.meta.ContainerNetwork.ContainerState;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Parts of threads as containers: made, waited for and published as a post is. An answer that was
 * lost is looked for among what the account has answered: what stands under the part before and is
 * no other part of ours.
 */
public final class ContainerReplies {

  private final GraphApi api;
  private final Function<Reply, ContainerNetwork> network;
  private final Clock clock;

  /**
   * @param network of one reply: its container names what it answers, its list is of what the
   *     account has answered, and {@link ContainerNetwork#mayBe} says what can stand under the same
   */
  public ContainerReplies(GraphApi api, Function<Reply, ContainerNetwork> network, Clock clock) {
    this.api = api;
    this.network = network;
    this.clock = clock;
  }

  /** As {@link id.gaung.platform.SocialPlatform#reply}. */
  public Replying reply(Access access, Reply reply) {
    PublishStep step =
        new ContainerFlow(api, network.apply(reply), clock)
            .next(access, publication(reply), reply.checkpoint());
    return step.match(
        published -> new Replying.Out(published.post()),
        next -> new Replying.Continue(next.checkpoint(), next.pause()),
        failed -> new Replying.Failed(failed.failure(), failed.checkpoint()),
        unknown -> new Replying.Unknown(unknown.failure()),
        handedOver -> {
          throw new IllegalStateException("containers are handed over to nobody");
        });
  }

  /** Whether the next step makes the container, so that nothing is prepared yet. */
  public static boolean isBeginning(Reply reply) {
    return ContainerProgress.of(reply.checkpoint()).container().isEmpty();
  }

  /**
   * Whether it may have been published: nothing is visible before the first mark. A refusal that
   * was thought certain is none where its container says later that it is published.
   */
  public static boolean mayBeOut(Reply reply) {
    ContainerProgress progress = ContainerProgress.of(reply.checkpoint());
    return progress.isMarked()
        || progress.newest().isPresent()
        || progress.refusals() > 0
        || progress.restarts() > 0;
  }

  private static Publication publication(Reply reply) {
    return new Publication(
        reply.id(), reply.firstAttemptAt(), reply.text(), reply.language(), List.of());
  }

  /** As {@link id.gaung.platform.SocialPlatform#lookUp}. */
  public LookUp lookUp(Access access, Reply reply, Set<String> held) {
    if (!mayBeOut(reply)) {
      return new LookUp.NotPublished(reply.checkpoint());
    }
    ContainerProgress progress = ContainerProgress.of(reply.checkpoint());
    ContainerNetwork own = network.apply(reply);
    // The state first: what was published in between is in the list, then.
    Optional<HttpOutcome> state =
        progress.container().map(id -> ContainerFlow.state(api, own, access, id));
    LookUp shown = shown(access, reply, own, progress, held);
    return shown instanceof LookUp.NotPublished
        ? state.map(outcome -> absent(progress, own, outcome)).orElse(shown)
        : shown;
  }

  /** Nothing is shown: what its container says of that. */
  private LookUp absent(ContainerProgress progress, ContainerNetwork own, HttpOutcome outcome) {
    String container = progress.container().orElse("");
    return switch (ContainerState.of(outcome, own).code()) {
      case PUBLISHED -> Undecided.because(Kind.MEDIA_NOT_FOUND, container);
      case FINISHED, IN_PROGRESS ->
          isEarly(progress)
              ? Undecided.because(Kind.CONTAINER_JUST_FINISHED)
              : new LookUp.NotPublished(progress.refused().checkpoint());
      case EXPIRED, ERROR -> new LookUp.NotPublished(Checkpoint.START);
      case NOT_KNOWN -> Undecided.because(api.failure(outcome), Kind.CONTAINER_NOT_READ, container);
    };
  }

  private boolean isEarly(ContainerProgress progress) {
    return progress
        .publishing()
        .filter(mark -> clock.instant().isBefore(mark.plus(ContainerSearch.TOO_EARLY)))
        .isPresent();
  }

  private LookUp shown(
      Access access,
      Reply reply,
      ContainerNetwork own,
      ContainerProgress progress,
      Set<String> held) {
    OwnMedia.Since since =
        new OwnMedia(api, own).since(access, progress.newest(), ChannelPosts.NONE);
    if (!since.read()) {
      return Undecided.because(Kind.STATUSES_NOT_READ);
    }
    List<Owners.Listed> standing =
        since.media().stream()
            .filter(media -> own.mayBe(media.body(), publication(reply)))
            .map(OwnMedia.Media::listedAs)
            .toList();
    LookUp answer = Owners.under(reply, standing, held);
    boolean tooShort = !since.bounded() && since.media().size() >= OwnMedia.MOST;
    return answer instanceof LookUp.NotPublished && tooShort
        ? Undecided.because(Kind.LIST_TOO_SHORT)
        : answer;
  }
}
