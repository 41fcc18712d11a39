package id.gaung.publishing;

import id.gaung.platform.Checkpoint;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import id.gaung.platform.SocialPlatform;
import id.gaung.publishing.AttemptJournal.Entry;
import id.gaung.publishing.Lanes.WorkItem;
import id.gaung.publishing.QueueDao.Claimed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Takes the steps of one publication, each stored before the next. */
final class PublishRun {

  /** More steps than any network needs without a pause; then the lane serves others first. */
  private static final int STEPS = 40;

  private final GroupCommit journal;
  private final NetworkCalls calls;
  private final OutcomeRules verdicts;
  private final Leases leases;
  private final Clock clock;

  PublishRun(
      GroupCommit journal, NetworkCalls calls, OutcomeRules verdicts, Leases leases, Clock clock) {
    this.journal = journal;
    this.calls = calls;
    this.verdicts = verdicts;
    this.leases = leases;
    this.clock = clock;
  }

  /** How it ended; empty if somebody else has taken over. */
  Optional<Outcome> publish(
      WorkItem item, Entry.Begun begun, SocialPlatform platform, Publication publication) {
    Claimed r = item.rendition();
    Checkpoint checkpoint = r.start();
    for (int step = 0; step < STEPS; step++) {
      if (!leases.covers(item.id(), clock.instant())) {
        // This process slept, or the database was away: another node may have begun. Say nothing;
        // whoever finds the open attempt looks up first.
        return Optional.empty();
      }
      NetworkCalls.Stepped stepped =
          calls.publish(begun.channel(), platform, publication, checkpoint);
      Optional<Outcome> end = judge(r, stepped, clock.instant());
      if (end.isPresent()) {
        return end;
      }
      checkpoint = next(stepped);
      if (!stored(item, begun, checkpoint)) {
        return Optional.empty();
      }
    }
    return Optional.of(verdicts.waiting(r, checkpoint, clock.instant().plusSeconds(1)));
  }

  private static Checkpoint next(NetworkCalls.Stepped stepped) {
    return stepped.step().orElseThrow() instanceof PublishStep.Continue on
        ? on.checkpoint()
        : stepped.checkpoint();
  }

  /** Empty if the next step follows at once. */
  private Optional<Outcome> judge(Claimed r, NetworkCalls.Stepped stepped, Instant now) {
    if (stepped.failure().isPresent()) {
      return Optional.of(verdicts.failed(r, stepped.failure().get(), stepped.checkpoint(), now));
    }
    return stepped
        .step()
        .orElseThrow()
        .match(
            published -> Optional.of(verdicts.published(r, published.post(), now)),
            next -> paused(r, next, now),
            failed -> Optional.of(verdicts.failed(r, failed.failure(), failed.checkpoint(), now)),
            unknown ->
                Optional.of(verdicts.unknown(r, unknown.failure(), stepped.checkpoint(), now)),
            over -> Optional.of(OutcomeRules.handedOver(r, over)));
  }

  private Optional<Outcome> paused(Claimed r, PublishStep.Continue next, Instant now) {
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
}
