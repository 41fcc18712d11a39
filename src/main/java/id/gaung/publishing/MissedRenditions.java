package id.gaung.publishing;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.publishing.QueueDao.Turned;
import java.time.Instant;
import java.util.List;

/** Ends what did not go out within its grace: missed, with an alarm, never fired late. */
final class MissedRenditions {

  private final Foundation foundation;
  private final QueueDao queue;
  private final LeaseOwner owner;
  private final PublishingRules rules;
  private final PostEnds ends;

  MissedRenditions(
      Foundation foundation,
      QueueDao queue,
      LeaseOwner owner,
      PublishingRules rules,
      PostEnds ends) {
    this.foundation = foundation;
    this.queue = queue;
    this.owner = owner;
    this.rules = rules;
    this.ends = ends;
  }

  /** In transactions of at most that many. */
  void sweep(int limit) {
    int found;
    do {
      found = foundation.transactions().call(() -> sweepSome(limit));
    } while (found == limit);
  }

  private int sweepSome(int limit) {
    Instant dueBefore = foundation.clock().instant().minus(rules.grace());
    List<Turned> missed = queue.missed(dueBefore, limit);
    for (Turned m : missed) {
      foundation
          .audit()
          .record(
              Change.of(owner.actor(), Changes.action(RenditionState.MISSED), "rendition", m.id())
                  .moving(m.state(), RenditionState.MISSED));
    }
    ends.missed(
        missed.stream().map(m -> new PostEnds.Ended(m.id(), m.postId(), m.heldReason())).toList(),
        owner.actor());
    return missed.size();
  }
}
