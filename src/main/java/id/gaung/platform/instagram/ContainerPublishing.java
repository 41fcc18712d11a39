package id.gaung.platform.instagram;

import id.gaung.platform.Access;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.Json;
import id.gaung.platform.NoAnswer;
import id.gaung.platform.Picture;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.RemotePost;
import id.gaung.platform.WebAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The steps of publishing: a container for each picture, for several a carousel of them, waiting
 * until Instagram has fetched them, a mark that it is about to be published, the publishing itself.
 * Only the last is visible, and Instagram has no key that makes it safe to repeat.
 */
final class ContainerPublishing {

  /** Meta advises to ask no longer. */
  private static final Duration GIVE_UP = Duration.ofMinutes(5);

  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(3);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration NOT_READY_PAUSE = Duration.ofSeconds(10);
  private static final Duration UNKNOWN_CONTAINER_PAUSE = Duration.ofSeconds(30);
  private static final int MOST_REFUSALS = 10;
  private static final int MOST_UNKNOWN = 2;

  private final GraphApi api;
  private final Clock clock;

  ContainerPublishing(GraphApi api, Clock clock) {
    this.api = api;
    this.clock = clock;
  }

  PublishStep next(Access access, Publication publication, Checkpoint checkpoint) {
    Progress progress = Progress.of(checkpoint);
    int pictures = publication.pictures().size();
    if (progress.isMarked()) {
      return publish(access, progress);
    }
    if (pictures == 0) {
      return new PublishStep.Failed(
          Failure.of(Kind.MEDIA_REJECTED, "NO_PICTURE", ""), Checkpoint.START);
    }
    if (progress.container().isPresent()) {
      return waitFor(access, progress.container().get(), progress, OptionalInt.empty());
    }
    return pictures == 1
        ? single(access, publication, progress)
        : carousel(access, publication, progress);
  }

  private PublishStep single(Access access, Publication publication, Progress progress) {
    Map<String, String> form = picture(publication.pictures().get(0));
    caption(form, publication);
    return create(access, form, progress, true, 0);
  }

  private PublishStep carousel(Access access, Publication publication, Progress progress) {
    List<Picture> pictures = publication.pictures();
    for (int i = 0; i < pictures.size(); i++) {
      if (progress.child(i).isEmpty()) {
        Map<String, String> form = picture(pictures.get(i));
        form.put("is_carousel_item", "true");
        return create(access, form, progress, false, i);
      }
    }
    OptionalInt unready = progress.unready(pictures.size());
    if (unready.isPresent()) {
      String child = progress.child(unready.getAsInt()).orElseThrow();
      return waitFor(access, child, progress, unready);
    }
    Map<String, String> form = new LinkedHashMap<>();
    form.put("media_type", "CAROUSEL");
    form.put("children", String.join(",", progress.children(pictures.size())));
    caption(form, publication);
    return create(access, form, progress, true, 0);
  }

  private static Map<String, String> picture(Picture picture) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("image_url", picture.publicUrl().toString());
    if (!picture.altText().isBlank()) {
      form.put("alt_text", picture.altText());
    }
    return form;
  }

  private static void caption(Map<String, String> form, Publication publication) {
    if (!publication.text().isBlank()) {
      form.put("caption", publication.text());
    }
  }

  /** A container made in vain harms nobody, so a lost answer is an ordinary hiccup. */
  private PublishStep create(
      Access access, Map<String, String> form, Progress progress, boolean whole, int child) {
    HttpOutcome outcome =
        api.post(
            GraphApi.token(access), GraphApi.node(access.account().remoteId()) + "/media", form);
    Optional<String> id = GraphApi.id(outcome);
    if (id.isEmpty()) {
      return new PublishStep.Failed(api.failure(outcome), progress.checkpoint());
    }
    return whole
        ? new PublishStep.Continue(
            progress.withContainer(id.get()).waiting(clock.instant()).checkpoint(), SHORTEST_PAUSE)
        : new PublishStep.Continue(progress.withChild(child, id.get()).checkpoint(), Duration.ZERO);
  }

  private PublishStep waitFor(
      Access access, String container, Progress progress, OptionalInt child) {
    HttpOutcome outcome =
        api.fields(GraphApi.token(access), GraphApi.node(container), "status_code,status");
    ContainerState state = ContainerState.of(outcome);
    return switch (state.code()) {
      case FINISHED -> finished(progress, child);
      case IN_PROGRESS -> pause(progress, "PICTURE_UNFINISHED");
      case PUBLISHED ->
          child.isPresent()
              ? finished(progress, child)
              : new PublishStep.Unknown(Failure.of(Kind.REJECTED, "CONTAINER_PUBLISHED", ""));
      case EXPIRED ->
          new PublishStep.Failed(
              Failure.of(Kind.TRANSIENT, "CONTAINER_EXPIRED", ""), Checkpoint.START);
      case ERROR ->
          new PublishStep.Failed(GraphFailures.ofContainer(state.text()), Checkpoint.START);
      case NOT_KNOWN -> notKnown(outcome, progress);
    };
  }

  private PublishStep finished(Progress progress, OptionalInt child) {
    Progress next =
        child.isPresent() ? progress.ready(child.getAsInt()) : progress.marked(clock.instant());
    return new PublishStep.Continue(next.checkpoint(), Duration.ZERO);
  }

  /** A fresh container is sometimes not found for a moment, which the node's 100/33 says. */
  private PublishStep notKnown(HttpOutcome outcome, Progress progress) {
    return GraphApi.error(outcome).filter(GraphError::isMissingObject).isPresent()
        ? pause(progress, "CONTAINER_NOT_FOUND")
        : new PublishStep.Failed(api.failure(outcome), progress.checkpoint());
  }

  private PublishStep pause(Progress progress, String trouble) {
    Instant now = clock.instant();
    Progress waiting = progress.waiting(now);
    Duration waited = Duration.between(waiting.waitingSince().orElse(now), now);
    if (waited.compareTo(GIVE_UP) > 0) {
      return new PublishStep.Failed(
          Failure.of(Kind.TRANSIENT, trouble, ""), waiting.rested().checkpoint());
    }
    Duration half = waited.dividedBy(2);
    Duration pause = half.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : half;
    return new PublishStep.Continue(
        waiting.checkpoint(), pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
  }

  private PublishStep publish(Access access, Progress progress) {
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

  private PublishStep answered(Access access, Progress progress, Answered answer) {
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

  private PublishStep refused(GraphError error, Failure failure, Progress progress) {
    Progress again = progress.refused();
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
        .flatMap(body -> Json.text(body, "permalink"))
        .flatMap(WebAddress::given);
  }
}
