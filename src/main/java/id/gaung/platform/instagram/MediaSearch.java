package id.gaung.platform.instagram;

import id.gaung.platform.Access;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Evidence;
import id.gaung.platform.Evidence.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.LookUp;
import id.gaung.platform.LookUpRequest;
import id.gaung.platform.instagram.ContainerPublishing.ContainerState;
import id.gaung.platform.instagram.OwnMedia.Media;
import id.gaung.platform.meta.GraphApi;
import id.gaung.platform.meta.Owners;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out whether a container was published, and as which media: a published container does not
 * say, so the media is found by its caption among those that the account shows since the attempt
 * began and that no other post holds.
 */
final class MediaSearch {

  /** A publishing that is still under way leaves its container FINISHED for a moment. */
  private static final Duration TOO_EARLY = Duration.ofSeconds(10);

  private final GraphApi api;
  private final Clock clock;

  MediaSearch(GraphApi api, Clock clock) {
    this.api = api;
    this.clock = clock;
  }

  LookUp find(Access access, LookUpRequest request) {
    Checkpoint checkpoint = request.checkpoint();
    ContainerProgress progress = ContainerProgress.of(checkpoint);
    Optional<String> container = progress.container();
    if (container.isEmpty()) {
      return new LookUp.NotPublished(checkpoint);
    }
    HttpOutcome outcome =
        api.fields(GraphApi.token(access), GraphApi.node(container.get()), "status_code,status");
    return switch (ContainerState.of(outcome).code()) {
      case PUBLISHED -> published(access, request, progress);
      case FINISHED -> finished(progress);
      case IN_PROGRESS -> new LookUp.NotPublished(progress.unmarked().checkpoint());
      case EXPIRED, ERROR -> new LookUp.NotPublished(Checkpoint.START);
      case NOT_KNOWN ->
          LookUp.Undecided.because(api.failure(outcome), Kind.CONTAINER_NOT_READ, container.get());
    };
  }

  private LookUp finished(ContainerProgress progress) {
    boolean early =
        progress
            .publishing()
            .filter(mark -> clock.instant().isBefore(mark.plus(TOO_EARLY)))
            .isPresent();
    return early
        ? LookUp.Undecided.because(Kind.CONTAINER_JUST_FINISHED)
        : new LookUp.NotPublished(progress.unmarked().checkpoint());
  }

  private LookUp published(Access access, LookUpRequest request, ContainerProgress progress) {
    OwnMedia list = new OwnMedia(api);
    OwnMedia.Since since = list.since(access, progress.newest(), request.posts());
    Set<String> marks = new HashSet<>();
    since.media().forEach(media -> marks.addAll(media.marks()));
    // Asked after the list was read: see LookUpRequest.
    Set<String> held = marks.isEmpty() ? Set.of() : request.posts().held(marks);
    List<Media> free =
        since.media().stream()
            .filter(media -> media.marks().stream().noneMatch(held::contains))
            .filter(media -> media.mayBe(request.publication().video().isPresent()))
            .toList();
    return free.isEmpty()
        ? LookUp.Undecided.because(Kind.MEDIA_NOT_FOUND, progress.container().orElse(""))
        : Owners.among(
            free.stream().map(Media::listed).toList(),
            since.bounded(),
            request,
            List.of(Evidence.of(Kind.MEDIA_NOT_FOUND, progress.container().orElse(""))));
  }
}
