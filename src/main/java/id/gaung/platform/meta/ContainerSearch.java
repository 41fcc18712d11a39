package id.gaung.platform.meta;

import id.gaung.platform.Access;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Evidence;
import id.gaung.platform.Evidence.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.LookUp;
import id.gaung.platform.LookUpRequest;
import id.gaung.platform.LookUpRequest.OpenPost;
import id.gaung.platform.meta.ContainerNetwork.ContainerState;
import id.gaung.platform.meta.OwnMedia.Media;
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
final class ContainerSearch {

  /** A publishing that is still under way leaves its container FINISHED for a moment. */
  static final Duration TOO_EARLY = Duration.ofSeconds(10);

  private final GraphApi api;
  private final ContainerNetwork network;
  private final Clock clock;

  ContainerSearch(GraphApi api, ContainerNetwork network, Clock clock) {
    this.api = api;
    this.network = network;
    this.clock = clock;
  }

  LookUp find(Access access, LookUpRequest request) {
    Checkpoint checkpoint = request.checkpoint();
    ContainerProgress progress = ContainerProgress.of(checkpoint);
    Optional<String> container = progress.container();
    if (container.isEmpty()) {
      return new LookUp.NotPublished(checkpoint);
    }
    HttpOutcome outcome = ContainerFlow.state(api, network, access, container.get());
    return switch (ContainerState.of(outcome, network).code()) {
      case PUBLISHED -> published(access, request, progress);
      case FINISHED -> finished(access, request, progress);
      case IN_PROGRESS -> new LookUp.NotPublished(progress.unmarked().checkpoint());
      case EXPIRED, ERROR -> new LookUp.NotPublished(Checkpoint.START);
      case NOT_KNOWN ->
          LookUp.Undecided.because(api.failure(outcome), Kind.CONTAINER_NOT_READ, container.get());
    };
  }

  private LookUp finished(Access access, LookUpRequest request, ContainerProgress progress) {
    boolean early =
        progress
            .publishing()
            .filter(mark -> clock.instant().isBefore(mark.plus(TOO_EARLY)))
            .isPresent();
    if (early) {
      return LookUp.Undecided.because(Kind.CONTAINER_JUST_FINISHED);
    }
    LookUp.NotPublished not = new LookUp.NotPublished(progress.unmarked().checkpoint());
    return network.statesAreLate() ? unless(shown(access, request, progress), not, request) : not;
  }

  /** Not published, unless the account shows something since that nobody else is known to own. */
  private static LookUp unless(Shown shown, LookUp.NotPublished not, LookUpRequest request) {
    if (!shown.read()) {
      return LookUp.Undecided.because(Kind.STATUSES_NOT_READ);
    }
    String caption = request.publication().text();
    List<Media> nobodys =
        shown.free().stream()
            .filter(m -> shown.bounded() || key(m.caption()).equals(key(caption)))
            .filter(
                m ->
                    key(m.caption()).equals(key(caption))
                        || shown.open().stream().noneMatch(o -> literal(m.caption(), o.text())))
            .toList();
    return nobodys.isEmpty()
        ? not
        : among(new Shown(nobodys, shown.bounded(), true, shown.open()), request, List.of());
  }

  private LookUp published(Access access, LookUpRequest request, ContainerProgress progress) {
    Shown shown = shown(access, request, progress);
    Evidence lost = Evidence.of(Kind.MEDIA_NOT_FOUND, progress.container().orElse(""));
    return shown.free().isEmpty()
        ? new LookUp.Undecided(List.of(lost))
        : among(shown, request, List.of(lost));
  }

  /**
   * What the account shows since the attempt began.
   *
   * @param free what can be the publication and belongs to no other post that is known
   * @param bounded and {@code read}: as {@link OwnMedia.Since} has them
   * @param open the account's other posts that may have left something there
   */
  private record Shown(List<Media> free, boolean bounded, boolean read, List<OpenPost> open) {}

  private Shown shown(Access access, LookUpRequest request, ContainerProgress progress) {
    OwnMedia.Since since =
        new OwnMedia(api, network).since(access, progress.newest(), request.posts());
    Set<String> marks = new HashSet<>();
    since.media().forEach(media -> marks.addAll(media.marks()));
    // Asked after the list was read: see LookUpRequest.
    Set<String> held = marks.isEmpty() ? Set.of() : request.posts().held(marks);
    List<Media> free =
        since.media().stream()
            .filter(media -> media.marks().stream().noneMatch(held::contains))
            .filter(media -> network.mayBe(media.body(), request.publication()))
            .toList();
    return new Shown(
        free, since.bounded(), since.read(), free.isEmpty() ? List.of() : request.posts().open());
  }

  /** Which of those that no post holds yet is the one looked for. */
  private static LookUp among(Shown shown, LookUpRequest request, List<Evidence> more) {
    List<Media> free = shown.free();
    String caption = request.publication().text();
    Optional<Media> there =
        free.stream().filter(m -> request.at().filter(at -> m.isAt(at)).isPresent()).findFirst();
    if (there.isPresent()) {
      return new LookUp.Found(there.get().post());
    }
    List<OpenPost> open = shown.open();
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
    if (!fitting.isEmpty() && shown.bounded() && alike && enough) {
      return new LookUp.Found(fitting.get(fitting.size() - 1).post());
    }
    return LookUp.Undecided.among(
        (fitting.isEmpty() ? free : fitting).stream().map(Media::candidate).toList(), more);
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
