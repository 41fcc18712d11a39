package id.gaung.platform.mastodon;

import id.gaung.platform.Access;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Evidence.Kind;
import id.gaung.platform.LookUp;
import id.gaung.platform.Publication;
import id.gaung.platform.RemotePost;
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
 * Looks for a status of ours among the account's own, by time and content. The Idempotency-Key is
 * of no use here: it lives an hour at most, and servers other than Mastodon ignore it.
 */
final class StatusSearch {

  /** Servers cut times to the second, and clocks differ a little. */
  private static final Duration TOLERANCE = Duration.ofSeconds(15);

  /** A status is not always listed the moment its request ends. */
  private static final Duration TOO_EARLY = Duration.ofSeconds(10);

  private static final int PAGES = 25;

  /** A call is over long before, however slow it was and whatever the server's clock says. */
  private static final Duration AFTER_THE_CALL = Duration.ofMinutes(15);

  private final MastodonApi api;
  private final OwnStatuses list;
  private final Clock clock;

  StatusSearch(MastodonApi api, Clock clock) {
    this.api = api;
    this.list = new OwnStatuses(api, clock);
    this.clock = clock;
  }

  LookUp find(Access access, Publication publication, Checkpoint checkpoint) {
    Progress progress = Progress.of(checkpoint);
    if (!progress.isMarked()) {
      return new LookUp.NotPublished(checkpoint);
    }
    String before = "";
    Set<String> seen = new HashSet<>();
    List<Status> rewritten = new ArrayList<>();
    for (int number = 0; number < PAGES; number++) {
      OwnStatuses.Answer answer = list.read(access, before);
      if (answer.failure().isPresent()) {
        return LookUp.Undecided.because(answer.failure().get(), Kind.STATUSES_NOT_READ);
      }
      Page page = answer.page().orElseThrow();
      // From when on a status may be ours, by the server's clock.
      Instant since = publication.firstAttemptAt().minus(TOLERANCE).minus(page.behind());
      for (Status status : page.statuses()) {
        if (status.createdAt().isBefore(since)) {
          continue;
        }
        StatusMatch match = StatusMatch.shown(status, publication, progress);
        if (match == StatusMatch.OURS) {
          return found(status);
        }
        if (match == StatusMatch.REWRITTEN && !seen.contains(status.id())) {
          rewritten.add(status);
        }
      }
      if (page.reaches(since) || page.last()) {
        return among(rewritten, access, publication, progress)
            .orElseGet(() -> absent(publication, progress));
      }
      if (page.statuses().isEmpty()
          || !seen.addAll(page.statuses().stream().map(Status::id).toList())) {
        break;
      }
      before = page.oldest().id();
    }
    return among(rewritten, access, publication, progress)
        .orElseGet(() -> LookUp.Undecided.because(Kind.LIST_TOO_SHORT));
  }

  private static LookUp found(Status status) {
    return new LookUp.Found(new RemotePost(status.id(), MastodonApi.address(status.body())));
  }

  /**
   * Asks for the sources, one call each: only where nothing showed the text itself, only of what
   * has all its words, and only of what was there when the call was over. Empty if it is none of
   * them.
   */
  private Optional<LookUp> among(
      List<Status> rewritten, Access access, Publication publication, Progress progress) {
    Instant over = latest(publication, progress).plus(AFTER_THE_CALL);
    for (Status status : rewritten) {
      if (status.createdAt().isAfter(over)) {
        continue;
      }
      StatusMatch match = StatusMatch.typed(api, access, status.id(), publication.text());
      if (match == StatusMatch.OURS) {
        return Optional.of(found(status));
      }
      if (match == StatusMatch.UNCLEAR) {
        return Optional.of(LookUp.Undecided.because(Kind.SOURCE_NOT_READ, status.id()));
      }
    }
    return Optional.empty();
  }

  private LookUp absent(Publication publication, Progress progress) {
    if (clock.instant().isBefore(latest(publication, progress).plus(TOO_EARLY))) {
      return LookUp.Undecided.because(Kind.TOO_EARLY, String.valueOf(TOO_EARLY.toSeconds()));
    }
    // Without the mark, so that another attempt sets its own time.
    return new LookUp.NotPublished(progress.unmarked().checkpoint());
  }

  private static Instant latest(Publication publication, Progress progress) {
    Instant attempt = progress.posting().orElse(publication.firstAttemptAt());
    return attempt.isAfter(publication.firstAttemptAt()) ? attempt : publication.firstAttemptAt();
  }
}
