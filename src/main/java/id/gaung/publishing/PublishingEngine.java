package id.gaung.publishing;

import id.gaung.audit.Change;
import id.gaung.audit.Foundation;
import id.gaung.publishing.Lanes.WorkItem;
import id.gaung.publishing.QueueDao.Claimed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what is due: takes renditions from the queue under leases, hands each to its channel's
 * lane, and looks after what was left behind. Any number of engines may run on one database.
 */
public final class PublishingEngine {

  private static final Logger LOG = LoggerFactory.getLogger(PublishingEngine.class);
  private static final int CLAIM_LIMIT = 2000;
  private static final int SWEEP_LIMIT = 500;

  /** Most calls end by then. One that is broken off is looked up after the restart. */
  private static final Duration FINISH_WITHIN = Duration.ofSeconds(10);

  /** How long a call that was broken off may take to be written down. */
  private static final Duration END_WITHIN = Duration.ofSeconds(3);

  private final Foundation foundation;
  private final QueueDao queue;
  private final LeaseOwner owner;
  private final PublishingRules rules;
  private final Leases leases;
  private final GroupCommit journal;
  private final Lanes lanes;
  private final MissedRenditions misses;
  private final ReentrantLock claiming = new ReentrantLock();
  private volatile boolean stopping;

  PublishingEngine(
      Foundation foundation,
      QueueDao queue,
      LeaseOwner owner,
      PublishingRules rules,
      MissedRenditions misses,
      Leases leases,
      GroupCommit journal,
      Attempts attempts) {
    this.foundation = foundation;
    this.queue = queue;
    this.owner = owner;
    this.rules = rules;
    this.misses = misses;
    this.leases = leases;
    this.journal = journal;
    this.lanes = new Lanes(rules.laneCount(), rules.laneSize(), attempts::attempt, this::claimDue);
    journal.onDeath(this::journalDied);
  }

  /** Before the first tick: what this node's previous life left is taken over at once. */
  public void start() {
    queue.endPreviousLife(
        owner.node(), owner.name(), foundation.clock().instant().minus(Duration.ofSeconds(1)));
  }

  /** One run of the clock: hands out what is due and returns without waiting for the networks. */
  public void tick() {
    sweep();
    claimDue();
  }

  /** Publishes everything due now and returns when that is done and written. */
  public void runOnce() {
    int claimed;
    do {
      sweep();
      claimed = claimDue();
      lanes.awaitIdle();
      journal.flush().join();
      // A lane may have claimed more by itself meanwhile; only an idle engine that finds nothing
      // is done.
    } while (claimed > 0 || !lanes.isIdle());
  }

  /** Renews all claims in one statement. */
  public void heartbeat() {
    List<UUID> held = leases.held();
    if (!held.isEmpty()) {
      Instant until = foundation.clock().instant().plus(rules.lease());
      leases.renewed(held, queue.heartbeat(owner.name(), held, until), until);
    }
  }

  /** Takes nothing more. Returns at once. */
  public void standby() {
    stopping = true;
  }

  /**
   * Takes nothing more, gives back what was not begun, waits for the calls under way.
   *
   * @param breakOff breaks the calls off that take longer
   */
  public void stop(Runnable breakOff) {
    standby();
    giveBack();
    if (!lanes.close(FINISH_WITHIN, this::heartbeat)) {
      breakOff.run();
      if (!lanes.close(END_WITHIN, this::heartbeat)) {
        LOG.warn("Calls to networks are still running; their outcomes are looked up later");
      }
    }
    journal.stop(END_WITHIN);
  }

  /** Whether this engine still publishes; one whose journal has died never does again. */
  public boolean isWorking() {
    return !journal.isDead();
  }

  private void giveBack() {
    List<UUID> left = lanes.takeBack().stream().map(WorkItem::id).toList();
    if (!left.isEmpty()) {
      release(left);
    }
  }

  private void release(List<UUID> ids) {
    queue.release(owner.name(), ids);
    ids.forEach(leases::drop);
  }

  /**
   * Nothing can be written any more. Others take over: what is not begun at once, what is under way
   * when its claim ends.
   */
  private void journalDied(Throwable why) {
    LOG.error("The publishing journal has died; this node publishes nothing until a restart", why);
    standby();
    giveBack();
  }

  private void sweep() {
    misses.sweep(SWEEP_LIMIT);
    int found;
    do {
      found = recover();
    } while (found == SWEEP_LIMIT);
  }

  /** Attempts whose engine is gone become uncertain: they are looked up, never repeated. */
  private int recover() {
    List<QueueDao.Lapsed> lapsed =
        foundation
            .transactions()
            .call(
                () -> {
                  Instant now = foundation.clock().instant();
                  List<QueueDao.Lapsed> found =
                      queue.lapsed(owner.node(), now, rules.callLimit(), SWEEP_LIMIT);
                  if (!found.isEmpty()) {
                    queue.closeAttempts(found.stream().map(QueueDao.Lapsed::id).toList(), now);
                  }
                  found.forEach(one -> uncertain(one.id()));
                  return found;
                });
    lapsed.forEach(PublishingMetrics::interrupted);
    return lapsed.size();
  }

  private void uncertain(UUID id) {
    foundation
        .audit()
        .record(
            Change.of(owner.actor(), Changes.action(RenditionState.UNCERTAIN), "rendition", id)
                .moving(RenditionState.PUBLISHING, RenditionState.UNCERTAIN)
                .with("why", "NO_OUTCOME"));
  }

  /**
   * Takes from the queue as much as the lanes have room for. Called by the clock and by lanes that
   * have become half empty; one at a time, the others leave it to that one.
   */
  private int claimDue() {
    int total = 0;
    if (stopping || !claiming.tryLock()) {
      return total;
    }
    try {
      for (List<Claimed> claimed = claim(); !claimed.isEmpty(); claimed = claim()) {
        if (stopping || !lanes.put(withPictures(claimed))) {
          // Claimed while the engine ended; its claims would be renewed and nobody would begin
          // them.
          release(claimed.stream().map(Claimed::id).toList());
          return total;
        }
        total += claimed.size();
      }
      return total;
    } finally {
      claiming.unlock();
    }
  }

  private List<Claimed> claim() {
    Instant now = foundation.clock().instant();
    Instant until = now.plus(rules.lease());
    Map<UUID, Integer> room = lanes.room();
    List<UUID> channels = new ArrayList<>(room.keySet());
    List<Integer> rooms = channels.stream().map(c -> room.getOrDefault(c, 0)).toList();
    List<Claimed> claimed =
        queue.claim(owner.name(), now, until, channels, rooms, rules.laneSize(), CLAIM_LIMIT);
    claimed.forEach(c -> leases.hold(c.id(), until));
    return claimed.stream().sorted(java.util.Comparator.comparing(Claimed::graceFrom)).toList();
  }

  private List<WorkItem> withPictures(List<Claimed> claimed) {
    Map<UUID, List<RenditionPicture>> pictures = new HashMap<>();
    for (RenditionPicture p : queue.pictures(claimed.stream().map(Claimed::id).toList())) {
      pictures.computeIfAbsent(p.renditionId(), id -> new ArrayList<>()).add(p);
    }
    return claimed.stream()
        .map(c -> new WorkItem(c, pictures.getOrDefault(c.id(), List.of())))
        .toList();
  }
}
