package id.gaung.publishing;

import id.gaung.channel.Accessed;
import id.gaung.channel.Accounts;
import id.gaung.channel.Platforms;
import id.gaung.platform.Account;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.ContentRules;
import id.gaung.platform.Failure;
import id.gaung.platform.LookUp;
import id.gaung.platform.Picture;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.SocialPlatform;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one attempt, or one look-up, for a claimed rendition: committed before the call leaves, its
 * steps committed between calls, its outcome handed to the journal.
 */
final class Attempts {

  private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

  /** More steps than any network needs without a pause; then the lane serves others first. */
  private static final int STEPS = 40;

  private final GroupCommit journal;
  private final Accounts accounts;
  private final Platforms platforms;
  private final PictureSource pictures;
  private final Verdicts verdicts;
  private final Leases leases;
  private final Clock clock;

  Attempts(
      GroupCommit journal,
      Accounts accounts,
      Platforms platforms,
      PictureSource pictures,
      Verdicts verdicts,
      Leases leases,
      Clock clock) {
    this.journal = journal;
    this.accounts = accounts;
    this.platforms = platforms;
    this.pictures = pictures;
    this.verdicts = verdicts;
    this.leases = leases;
    this.clock = clock;
  }

  void attempt(WorkItem item) {
    Optional<Entry.Begun> begun;
    try {
      begun = journal.submit(new Entry.Begin(item)).join();
    } catch (RuntimeException unwritten) {
      // Nothing was sent. The claim lapses, and the rendition is taken up again.
      leases.drop(item.id());
      return;
    }
    if (begun.isEmpty()) {
      leases.drop(item.id());
      return;
    }
    leases.hold(item.id(), begun.get().leaseUntil());
    Optional<Verdict> verdict = verdict(item, begun.get());
    if (verdict.isEmpty()) {
      leases.drop(item.id());
      return;
    }
    // Not waited for: the next attempt of the lane stands behind it in the journal. If it cannot be
    // written the claim lapses, and the rendition is looked up.
    journal
        .submit(new Entry.Finish(item, begun.get().number(), verdict.get()))
        .whenComplete((counted, failed) -> leases.drop(item.id()));
  }

  /** Empty if somebody else has taken over. */
  private Optional<Verdict> verdict(WorkItem item, Entry.Begun begun) {
    Account account = begun.channel().channel().account();
    Optional<SocialPlatform> platform = platforms.find(account.network());
    if (platform.isEmpty()) {
      return Optional.of(refused(item, Failure.Kind.REJECTED, "network-off", "not switched on"));
    }
    Publication publication;
    try {
      List<Picture> ready =
          pictures.pictures(
              item.pictures(), account.network(), platform.get().rules(account).pictures());
      publication =
          new Publication(
              item.id(),
              begun.firstAttemptAt(),
              item.rendition().text(),
              item.rendition().language(),
              ready);
    } catch (RuntimeException unfit) {
      LOG.warn("Rendition {}: its pictures could not be made ready", item.id(), unfit);
      return Optional.of(
          refused(item, Failure.Kind.MEDIA_REJECTED, "picture", "could not be made ready"));
    }
    return item.rendition().isLookUp()
        ? Optional.of(lookUp(item, begun, platform.get(), publication))
        : publish(item, begun, platform.get(), publication);
  }

  private Verdict refused(WorkItem item, Failure.Kind kind, String code, String detail) {
    Claimed r = item.rendition();
    return r.isLookUp()
        ? verdicts.undecided(r, code + ": " + detail, clock.instant())
        : verdicts.failed(r, Failure.of(kind, code, detail), r.start(), clock.instant());
  }

  private Verdict lookUp(
      WorkItem item, Entry.Begun begun, SocialPlatform platform, Publication publication) {
    Claimed r = item.rendition();
    Accessed<LookUp> asked =
        accounts.withAccess(
            begun.channel(),
            access -> guardedLookUp(platform, access, publication, r.start()),
            answer -> Optional.empty());
    return asked
        .answer()
        .map(answer -> verdicts.lookedUp(r, answer, clock.instant()))
        .orElseGet(
            () ->
                verdicts.undecided(
                    r,
                    asked.failure().map(f -> f.kind() + " " + f.code()).orElse("not asked"),
                    clock.instant()));
  }

  private Optional<Verdict> publish(
      WorkItem item, Entry.Begun begun, SocialPlatform platform, Publication publication) {
    Claimed r = item.rendition();
    Optional<Verdict> unfit = check(r, begun, platform, publication);
    if (unfit.isPresent()) {
      return unfit;
    }
    Checkpoint checkpoint = r.start();
    for (int step = 0; step < STEPS; step++) {
      if (!leases.covers(item.id(), clock.instant())) {
        // This process slept, or the database was away: another node may have begun. Say nothing;
        // whoever finds the open attempt looks up first.
        return Optional.empty();
      }
      AtomicReference<Checkpoint> at = new AtomicReference<>(checkpoint);
      Accessed<PublishStep> made =
          accounts.withAccess(
              begun.channel(),
              access -> guardedPublish(platform, access, publication, at.get()),
              answer -> failureOf(answer, at));
      Instant now = clock.instant();
      if (made.answer().isEmpty() || made.failure().isPresent()) {
        return Optional.of(verdicts.failed(r, made.failure().orElseThrow(), at.get(), now));
      }
      Optional<Verdict> end =
          made.answer()
              .get()
              .match(
                  published -> Optional.of(verdicts.published(r, published.post(), now)),
                  next -> paused(r, next, now),
                  failed -> Optional.of(verdicts.failed(r, failed.failure(), at.get(), now)),
                  unknown -> Optional.of(verdicts.unknown(r, unknown.failure(), at.get(), now)));
      if (end.isPresent()) {
        return end;
      }
      checkpoint = ((PublishStep.Continue) made.answer().get()).checkpoint();
      if (!stored(item, begun, checkpoint)) {
        return Optional.empty();
      }
    }
    return Optional.of(verdicts.waiting(r, checkpoint, clock.instant().plusSeconds(1)));
  }

  /** The network's own rules, once more with the pictures as they will be sent. */
  private Optional<Verdict> check(
      Claimed r, Entry.Begun begun, SocialPlatform platform, Publication publication) {
    ContentRules rules = platform.rules(begun.channel().channel().account());
    List<ContentRules.PictureFacts> facts =
        publication.pictures().stream().map(ContentCheck::facts).toList();
    return rules.check(publication.text(), facts).stream()
        .findFirst()
        .map(
            issue ->
                verdicts.failed(
                    r,
                    Failure.of(
                        ContentCheck.kind(issue), issue.key(), String.join(", ", issue.args())),
                    r.start(),
                    clock.instant()));
  }

  private Optional<Verdict> paused(Claimed r, PublishStep.Continue next, Instant now) {
    Duration pause = next.pause();
    return pause.isZero() || pause.isNegative()
        ? Optional.empty()
        : Optional.of(verdicts.waiting(r, next.checkpoint(), now.plus(pause)));
  }

  private boolean stored(WorkItem item, Entry.Begun begun, Checkpoint checkpoint) {
    try {
      return journal.submit(new Entry.Advance(item, begun.number(), checkpoint)).join();
    } catch (RuntimeException unwritten) {
      return false;
    }
  }

  private static Optional<Failure> failureOf(PublishStep step, AtomicReference<Checkpoint> at) {
    if (step instanceof PublishStep.Failed failed) {
      at.set(failed.checkpoint());
      return Optional.of(failed.failure());
    }
    return Optional.empty();
  }

  /** A client that throws has a defect, and after a defect nobody knows what left. */
  private static PublishStep guardedPublish(
      SocialPlatform platform,
      id.gaung.platform.Access access,
      Publication publication,
      Checkpoint checkpoint) {
    try {
      return platform.publish(access, publication, checkpoint);
    } catch (RuntimeException defect) {
      LOG.error("The client of {} threw while publishing", platform.network(), defect);
      return new PublishStep.Unknown(
          Failure.of(Failure.Kind.TRANSIENT, "defect", defect.getClass().getSimpleName()));
    }
  }

  private static LookUp guardedLookUp(
      SocialPlatform platform,
      id.gaung.platform.Access access,
      Publication publication,
      Checkpoint checkpoint) {
    try {
      return platform.lookUp(access, publication, checkpoint);
    } catch (RuntimeException defect) {
      LOG.error("The client of {} threw while looking up", platform.network(), defect);
      return new LookUp.Undecided("defect: " + defect.getClass().getSimpleName());
    }
  }
}
