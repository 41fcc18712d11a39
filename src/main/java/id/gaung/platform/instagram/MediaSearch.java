package id.gaung.platform.instagram;

import id.gaung.platform.Access;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Evidence;
import id.gaung.platform.Evidence.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.LookUp;
import id.gaung.platform.LookUpRequest;
import id.gaung.platform.LookUpRequest.OpenPost;
import id.gaung.platform.instagram.ContainerPublishing.ContainerState;
import id.gaung.platform.instagram.OwnMedia.Media;
import id.gaung.platform.meta.GraphApi;
import java.text.Normalizer;
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
        : among(free, since.bounded(), request, progress);
  }

  /** Which of those that no post holds yet is the one looked for. */
  private static LookUp among(
      List<Media> free, boolean bounded, LookUpRequest request, ContainerProgress progress) {
    String caption = request.publication().text();
    Optional<Media> there =
        free.stream().filter(m -> request.at().filter(at -> m.isAt(at)).isPresent()).findFirst();
    if (there.isPresent()) {
      return new LookUp.Found(there.get().post());
    }
    List<OpenPost> open = request.posts().open();
    List<Media> exact = free.stream().filter(m -> literal(m.caption(), caption)).toList();
    List<Media> fitting =
        exact.isEmpty()
            ? free.stream()
                .filter(m -> key(m.caption()).equals(key(caption)))
                .filter(m -> open.stream().noneMatch(o -> literal(m.caption(), o.text())))
                .toList()
            : exact;
    List<OpenPost> rivals =
        open.stream()
            .filter(o -> fitting.stream().anyMatch(m -> key(m.caption()).equals(key(o.text()))))
            .filter(o -> exact.isEmpty() || literal(o.text(), caption))
            .toList();
    if (rivals.stream().anyMatch(OpenPost::running)) {
      return LookUp.Undecided.because(Kind.OTHERS_RUNNING);
    }
    boolean alike = rivals.stream().allMatch(o -> o.samePictures() && o.text().equals(caption));
    boolean enough = fitting.size() <= 1 + rivals.size();
    if (!fitting.isEmpty() && bounded && alike && enough) {
      return new LookUp.Found(fitting.get(fitting.size() - 1).post());
    }
    return LookUp.Undecided.among(
        (fitting.isEmpty() ? free : fitting).stream().map(Media::candidate).toList(),
        List.of(Evidence.of(Kind.MEDIA_NOT_FOUND, progress.container().orElse(""))));
  }

  private static boolean literal(String one, String other) {
    return Normalizer.normalize(one, Normalizer.Form.NFC)
        .replace("\r\n", "\n")
        .strip()
        .equals(Normalizer.normalize(other, Normalizer.Form.NFC).replace("\r\n", "\n").strip());
  }

  private static String key(String caption) {
    return Normalizer.normalize(caption, Normalizer.Form.NFC)
        .replaceAll("[\\s\\p{Z}\\p{Cc}]+", " ")
        .strip();
  }
}
