package id.gaung.platform.mastodon;

import id.gaung.platform.Access;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Evidence;
import id.gaung.platform.Evidence.Kind;
import id.gaung.platform.LookUp;
import id.gaung.platform.LookUpRequest;
import id.gaung.platform.Publication;
import id.gaung.platform.mastodon.OwnStatuses.Page;
import id.gaung.platform.mastodon.OwnStatuses.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for a status of ours among the account's own. The Idempotency-Key is of no use here: it
 * lives an hour at most, and servers other than Mastodon ignore it. Nor is a clock: the list is
 * read from the newest back to what stood there before the call, and whatever stands above it is
 * somebody's.
 */
final class StatusSearch {

  /**
   * A status is not always listed the moment its request ends: servers read lists from copies of
   * their database that are late by seconds, rarely minutes. Sent again too early it stands twice
   * where the server ignores the Idempotency-Key; sent again a few minutes later it is only late.
   */
  static final Duration TOO_EARLY = Duration.ofMinutes(4);

  private static final int PAGES = 25;

  private final MastodonApi api;
  private final OwnStatuses list;
  private final Clock clock;

  StatusSearch(MastodonApi api, Clock clock) {
    this.api = api;
    this.list = new OwnStatuses(api);
    this.clock = clock;
  }

  LookUp find(Access access, LookUpRequest request) {
    StatusProgress progress = StatusProgress.of(request.checkpoint());
    if (!progress.isMarked()) {
      return new LookUp.NotPublished(request.checkpoint());
    }
    Since since = read(access, request, progress);
    Set<String> marks = new HashSet<>();
    since.statuses().forEach(status -> marks.addAll(status.marks()));
    // Asked after the list was read: see LookUpRequest.
    Set<String> held = marks.isEmpty() ? Set.of() : request.posts().held(marks);
    List<Status> free =
        since.statuses().stream()
            .filter(Status::mayBeOurs)
            .filter(status -> status.marks().stream().noneMatch(held::contains))
            .toList();
    LookUp answer = new StatusOwners(api, access, request, since.bounded()).among(free);
    if (answer instanceof LookUp.NotPublished) {
      return since
          .unread()
          .<LookUp>map(unread -> unread)
          .orElseGet(() -> absent(request.publication(), progress));
    }
    return answer instanceof LookUp.Undecided undecided && since.unread().isPresent()
        ? undecided.with(since.unread().get())
        : answer;
  }

  /**
   * What was published since the attempt began.
   *
   * @param bounded whether it is known what stood there before; else older ones may be among them
   * @param unread why not all of it could be read; empty if it could
   */
  private record Since(List<Status> statuses, boolean bounded, Optional<LookUp.Undecided> unread) {}

  private Since read(Access access, LookUpRequest request, StatusProgress progress) {
    List<Status> since = new ArrayList<>();
    boolean known = progress.newest().isPresent();
    String before = "";
    Set<String> seen = new HashSet<>();
    for (int number = 0; number < PAGES; number++) {
      OwnStatuses.Answer answer = list.read(access, before);
      if (answer.failure().isPresent()) {
        return new Since(
            since,
            known,
            Optional.of(LookUp.Undecided.because(answer.failure().get(), Kind.STATUSES_NOT_READ)));
      }
      Page page = answer.page().orElseThrow();
      Set<String> old = old(page, request, progress);
      boolean turned = page.statuses().isEmpty();
      for (Status status : page.statuses()) {
        boolean stoodThere = old.contains(status.id());
        if (stoodThere && status.inItsPlace()) {
          return new Since(since, true, Optional.empty());
        }
        if (seen.add(status.id())) {
          turned = true;
          if (!stoodThere) {
            since.add(status);
          }
        }
      }
      if (page.oldest().isEmpty()) {
        return new Since(since, known, Optional.empty());
      }
      if (!turned || page.oldest().get().equals(before)) {
        break;
      }
      before = page.oldest().get();
    }
    return new Since(since, known, Optional.of(LookUp.Undecided.because(Kind.LIST_TOO_SHORT)));
  }

  /** Those of a page that stood there before the call. */
  private static Set<String> old(Page page, LookUpRequest request, StatusProgress progress) {
    Set<String> old = new HashSet<>(progress.newest().orElse(List.of()));
    List<String> ids = page.statuses().stream().filter(Status::inItsPlace).map(Status::id).toList();
    if (!ids.isEmpty() && ids.stream().noneMatch(old::contains)) {
      old.addAll(request.posts().outBefore(ids));
    }
    return old;
  }

  private LookUp absent(Publication publication, StatusProgress progress) {
    if (clock.instant().isBefore(latest(publication, progress).plus(TOO_EARLY))) {
      return LookUp.Undecided.because(Kind.TOO_EARLY, String.valueOf(TOO_EARLY.toSeconds()));
    }
    // Without the mark, so that another attempt sets its own time.
    Checkpoint again = progress.unmarked().checkpoint();
    return new LookUp.NotPublished(again);
  }

  private static Instant latest(Publication publication, StatusProgress progress) {
    Instant attempt = progress.posting().orElse(publication.firstAttemptAt());
    return attempt.isAfter(publication.firstAttemptAt()) ? attempt : publication.firstAttemptAt();
  }

  static LookUp undecided(List<Status> statuses, List<Evidence> more) {
    return LookUp.Undecided.among(statuses.stream().map(Status::candidate).toList(), more);
  }
}
