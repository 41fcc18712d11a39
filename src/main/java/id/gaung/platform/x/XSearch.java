package id.gaung.platform.x;

import id.gaung.platform.Access;
import id.gaung.platform.Evidence;
import id.gaung.platform.Evidence.Kind;
import id.gaung.platform.LookUp;
import id.gaung.platform.LookUpRequest;
import id.gaung.platform.Owners;
import id.gaung.platform.RemotePost;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looks for a post of ours among what the account shows since the attempt began. */
final class XSearch {

  /** Lists may be late; sent again too early it stands twice, a few minutes later once. */
  static final Duration TOO_EARLY = Duration.ofMinutes(4);

  private final XReview review;
  private final XAddresses addresses;
  private final Clock clock;

  XSearch(XReview review, XAddresses addresses, Clock clock) {
    this.review = review;
    this.addresses = addresses;
    this.clock = clock;
  }

  LookUp find(Access access, LookUpRequest request) {
    XProgress progress = XProgress.of(request.checkpoint());
    if (!progress.has(XMark.POSTING)) {
      return new LookUp.NotPublished(request.checkpoint());
    }
    XSince since = review.since(access, progress.newest(), request.posts());
    XCandidates ours = XCandidates.of(access.account(), addresses, since.posts(), request);
    Optional<RemotePost> there = request.at().flatMap(ours::at);
    if (there.isPresent()) {
      return new LookUp.Found(there.get());
    }
    List<Owners.Listed> free = Owners.nobodys(ours.listed(), request);
    List<Evidence> notes = since.unread().map(LookUp.Undecided::evidence).orElse(List.of());
    if (!free.isEmpty()) {
      return Owners.among(free, since.bounded(), request, notes);
    }
    return since.unread().<LookUp>map(unread -> unread).orElseGet(() -> absent(request, progress));
  }

  private LookUp absent(LookUpRequest request, XProgress progress) {
    if (progress.has(XMark.DUPLICATE)) {
      // X says that the account has published it, so nothing may be sent again.
      return LookUp.Undecided.because(Kind.DUPLICATE_TEXT);
    }
    Instant first = request.publication().firstAttemptAt();
    Instant attempt = progress.at(XMark.POSTING).filter(at -> at.isAfter(first)).orElse(first);
    return clock.instant().isBefore(attempt.plus(TOO_EARLY))
        ? LookUp.Undecided.because(Kind.TOO_EARLY, String.valueOf(TOO_EARLY.toSeconds()))
        // Without the mark, so that another attempt sets its own time.
        : new LookUp.NotPublished(progress.unmarked().with(XMark.LOOKED_UP, "yes").checkpoint());
  }
}
