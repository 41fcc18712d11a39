package id.gaung.platform.meta;

import id.gaung.platform.Access;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.meta.ContainerNetwork.ContainerState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The steps of publishing through containers: one for each child of a carousel, then the carousel,
 * or one for the whole post; waiting until the network has fetched what is in it, a mark that it is
 * about to be published, the publishing itself ({@link ContainerPublish}). Only the last is
 * visible.
 */
final class ContainerFlow {

  /** Meta advises to ask no longer for a picture. */
  private static final Duration GIVE_UP = Duration.ofMinutes(5);

  /** It fetches hundreds of megabytes and makes them anew. */
  private static final Duration GIVE_UP_VIDEO = Duration.ofMinutes(30);

  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(3);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private static final String NOT_FOUND = "CONTAINER_NOT_FOUND";

  private final GraphApi api;
  private final ContainerNetwork network;
  private final ContainerPublish last;
  private final Clock clock;

  ContainerFlow(GraphApi api, ContainerNetwork network, Clock clock) {
    this.api = api;
    this.network = network;
    this.last = new ContainerPublish(api, network);
    this.clock = clock;
  }

  PublishStep next(Access access, Publication publication, Checkpoint checkpoint) {
    ContainerProgress progress = ContainerProgress.of(checkpoint);
    if (progress.isMarked()) {
      return last.publish(access, progress);
    }
    Optional<Failure> against = network.against(access, publication);
    if (against.isPresent()) {
      return new PublishStep.Failed(against.get(), Checkpoint.START);
    }
    Optional<String> container = progress.container();
    return container.isPresent()
        ? after(
            access,
            publication,
            waitFor(access, publication, container.get(), progress, OptionalInt.empty()))
        : make(access, publication, progress);
  }

  /** Adds to the mark what the account shows before the call, once for all attempts. */
  private PublishStep after(Access access, Publication publication, PublishStep step) {
    if (!(step instanceof PublishStep.Continue next)) {
      return step;
    }
    ContainerProgress progress = ContainerProgress.of(next.checkpoint());
    if (!progress.isMarked() || progress.newest().isPresent()) {
      return step;
    }
    return publication
        .newestKnown()
        .map(List::of)
        .or(() -> new OwnMedia(api, network).newest(access))
        .<PublishStep>map(
            newest -> new PublishStep.Continue(progress.after(newest).checkpoint(), next.pause()))
        .orElse(step);
  }

  private PublishStep make(Access access, Publication publication, ContainerProgress progress) {
    List<Map<String, String>> children = network.children(publication);
    for (int i = 0; i < children.size(); i++) {
      if (progress.child(i).isEmpty()) {
        return create(access, children.get(i), progress, OptionalInt.of(i));
      }
    }
    OptionalInt unready = progress.unready(children.size());
    if (unready.isPresent()) {
      String child = progress.child(unready.getAsInt()).orElseThrow();
      return waitFor(access, publication, child, progress, unready);
    }
    return create(
        access,
        network.whole(publication, progress.children(children.size())),
        progress,
        OptionalInt.empty());
  }

  /** A container made in vain harms nobody, so a lost answer is an ordinary hiccup. */
  private PublishStep create(
      Access access, Map<String, String> form, ContainerProgress progress, OptionalInt child) {
    HttpOutcome outcome =
        api.post(GraphApi.token(access), network.account(access) + network.names().create(), form);
    Optional<String> id = GraphApi.id(outcome);
    if (id.isEmpty()) {
      return new PublishStep.Failed(api.failure(outcome), progress.checkpoint());
    }
    return child.isPresent()
        ? new PublishStep.Continue(
            progress.withChild(child.getAsInt(), id.get()).checkpoint(), Duration.ZERO)
        : new PublishStep.Continue(
            progress.withContainer(id.get()).waiting(clock.instant()).checkpoint(), SHORTEST_PAUSE);
  }

  private PublishStep waitFor(
      Access access,
      Publication publication,
      String container,
      ContainerProgress progress,
      OptionalInt child) {
    HttpOutcome outcome = state(api, network, access, container);
    ContainerState state = ContainerState.of(outcome, network);
    return switch (state.code()) {
      case FINISHED -> finished(progress, child);
      case IN_PROGRESS -> pause(progress, unfinished(publication), publication);
      case PUBLISHED ->
          child.isPresent()
              ? finished(progress, child)
              : new PublishStep.Unknown(Failure.of(Kind.REJECTED, "CONTAINER_PUBLISHED", ""));
      case EXPIRED ->
          new PublishStep.Failed(
              Failure.of(Kind.TRANSIENT, "CONTAINER_EXPIRED", ""), Checkpoint.START);
      case ERROR -> network.failed(state.text(), progress);
      case NOT_KNOWN -> notKnown(outcome, progress, publication);
    };
  }

  static HttpOutcome state(
      GraphApi api, ContainerNetwork network, Access access, String container) {
    return api.fields(
        GraphApi.token(access),
        GraphApi.node(container),
        network.names().status() + "," + network.names().reason());
  }

  private static String unfinished(Publication publication) {
    if (publication.video().isPresent()) {
      return "VIDEO_UNFINISHED";
    }
    return publication.pictures().isEmpty() ? "CONTAINER_UNFINISHED" : "PICTURE_UNFINISHED";
  }

  private PublishStep finished(ContainerProgress progress, OptionalInt child) {
    return child.isPresent()
        ? new PublishStep.Continue(progress.ready(child.getAsInt()).checkpoint(), Duration.ZERO)
        : new PublishStep.Continue(progress.marked(clock.instant()).checkpoint(), network.rest());
  }

  /** A fresh container is sometimes not found for a moment. */
  private PublishStep notKnown(
      HttpOutcome outcome, ContainerProgress progress, Publication publication) {
    return GraphApi.error(outcome).filter(network::isMissing).isPresent()
        ? pause(progress, NOT_FOUND, publication)
        : new PublishStep.Failed(api.failure(outcome), progress.checkpoint());
  }

  /**
   * A video that is not finished by then is stuck, and what is not found is lost, so the next
   * attempt begins with a new one.
   */
  private PublishStep pause(ContainerProgress progress, String trouble, Publication publication) {
    boolean video = publication.video().isPresent();
    Instant now = clock.instant();
    ContainerProgress waiting = progress.waiting(now);
    Duration waited = Duration.between(waiting.waitingSince().orElse(now), now);
    if (waited.compareTo(video ? GIVE_UP_VIDEO : GIVE_UP) > 0) {
      Checkpoint anew =
          trouble.equals(NOT_FOUND) ? progress.restarted().checkpoint() : Checkpoint.START;
      return new PublishStep.Failed(
          Failure.of(Kind.TRANSIENT, trouble, ""),
          video || trouble.equals(NOT_FOUND) ? anew : waiting.rested().checkpoint());
    }
    Duration half = waited.dividedBy(2);
    Duration pause = half.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : half;
    return new PublishStep.Continue(
        waiting.checkpoint(), pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
  }
}
