package id.gaung.platform.facebook;

import id.gaung.platform.Access;
import id.gaung.platform.Evidence;
import id.gaung.platform.Evidence.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.LookUp;
import id.gaung.platform.LookUpRequest;
import id.gaung.platform.Owners;
import id.gaung.platform.facebook.PageProgress.UploadPart;
import id.gaung.platform.meta.GraphApi;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out whether a publication stands. A video says so itself; everything else is looked for
 * among what the Page shows since the attempt began, was published by this app or by none that is
 * told, and no other post holds.
 */
final class PostSearch {

  /** Lists are late at times; sent again too early it stands twice, a few minutes later once. */
  private static final Duration TOO_EARLY = Duration.ofMinutes(4);

  private final GraphApi api;
  private final FacebookConfig config;
  private final PagePosts list;
  private final Clock clock;

  PostSearch(GraphApi api, FacebookConfig config, Clock clock) {
    this.api = api;
    this.config = config;
    this.list = new PagePosts(api, config.web());
    this.clock = clock;
  }

  LookUp find(Access access, LookUpRequest request) {
    PageProgress progress = PageProgress.of(request.checkpoint());
    if (!progress.isMarked()) {
      return new LookUp.NotPublished(request.checkpoint());
    }
    return progress
        .part(UploadPart.VIDEO)
        .map(video -> video(access, request, progress, video))
        .orElseGet(() -> listed(access, request, progress));
  }

  private LookUp video(Access access, LookUpRequest request, PageProgress progress, String video) {
    HttpOutcome outcome = new VideoUpload(api, config).status(access, progress);
    Optional<VideoNode> node = VideoNode.of(access, outcome, config.web());
    if (node.isEmpty()) {
      return LookUp.Undecided.because(api.failure(outcome), Kind.VIDEO_NOT_READ, video);
    }
    return switch (node.get().stage()) {
      case OUT ->
          node.get()
              .post()
              .<LookUp>map(LookUp.Found::new)
              .orElseGet(() -> unnamed(access, request, progress, video));
      case PUBLISHING -> LookUp.Undecided.because(Kind.VIDEO_BEING_PUBLISHED, video);
      case FAILED, EXPIRED -> new LookUp.NotPublished(progress.anew().checkpoint());
      case UPLOADING, PROCESSING, READY ->
          progress.has(UploadPart.FINISHED)
              ? LookUp.Undecided.because(Kind.VIDEO_BEING_PUBLISHED, video)
              : absent(request, progress);
    };
  }

  /** It is out, and Facebook did not say as which post: the one that shows it. */
  private LookUp unnamed(
      Access access, LookUpRequest request, PageProgress progress, String video) {
    return list.since(access, progress.newest(), request.posts()).posts().stream()
        .filter(post -> post.shows(video))
        .findFirst()
        .<LookUp>map(post -> new LookUp.Found(post.post()))
        .orElseGet(() -> LookUp.Undecided.because(Kind.VIDEO_WITHOUT_POST, video));
  }

  private LookUp listed(Access access, LookUpRequest request, PageProgress progress) {
    PagePosts.Since since = list.since(access, progress.newest(), request.posts());
    Set<String> marks = new HashSet<>();
    since.posts().forEach(post -> marks.addAll(post.marks()));
    // Asked after the list was read: see LookUpRequest.
    Set<String> held = marks.isEmpty() ? Set.of() : request.posts().held(marks);
    List<Owners.Listed> free =
        Owners.nobodys(
            since.posts().stream()
                .filter(post -> post.mayBeOf(config.appId()))
                .filter(post -> post.marks().stream().noneMatch(held::contains))
                .map(PagePost::listed)
                .toList(),
            request);
    List<Evidence> notes = since.unread().map(LookUp.Undecided::evidence).orElse(List.of());
    if (!free.isEmpty()) {
      return Owners.among(free, since.bounded(), request, notes);
    }
    return since.unread().<LookUp>map(unread -> unread).orElseGet(() -> absent(request, progress));
  }

  private LookUp absent(LookUpRequest request, PageProgress progress) {
    Instant first = request.publication().firstAttemptAt();
    Instant attempt = progress.posting().filter(at -> at.isAfter(first)).orElse(first);
    return clock.instant().isBefore(attempt.plus(TOO_EARLY))
        ? LookUp.Undecided.because(Kind.TOO_EARLY, String.valueOf(TOO_EARLY.toSeconds()))
        // Without the mark, so that another attempt sets its own time.
        : new LookUp.NotPublished(progress.unmarked().checkpoint());
  }
}
