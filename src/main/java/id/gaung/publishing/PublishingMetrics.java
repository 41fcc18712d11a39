package id.gaung.publishing;

import com.codahale.metrics.Gauge;
import com.codahale.metrics.Histogram;
import com.codahale.metrics.MetricRegistry;
import com.codahale.metrics.Timer;
import id.gaung.jobs.Sample;
import id.gaung.kernel.Network;
import id.gaung.platform.Failure;
import id.gaung.publishing.AttemptJournal.Entry;
import id.gaung.publishing.Lanes.WorkItem;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an operator wants to know of publishing, as figures and, for each attempt that did not end
 * well, as one line of the log. All figures but those of the queue are this process's own, since it
 * started.
 *
 * <ul>
 *   <li>{@code publishing.queue.due}: posts that are due and not begun, of the whole cluster
 *   <li>{@code publishing.queue.oldest-age}: for how many seconds the oldest of them is due; 0 if
 *       there is none
 *   <li>{@code publishing.queue.limited}: how many of them wait for their network, since a limit is
 *       used up or it asked for a pause. These are at most 5 seconds old, and -1 while the database
 *       does not answer
 *   <li>{@code publishing.attempts.NETWORK.OUTCOME} and {@code publishing.look-ups.NETWORK.OUTCOME}
 *   <li>{@code publishing.journal.batch}: entries written in one transaction
 *   <li>{@code publishing.journal.wait}: from an entry's handing in until it is committed
 * </ul>
 */
final class PublishingMetrics {

  private static final Logger LOG = LoggerFactory.getLogger(PublishingMetrics.class);
  private static final int REASON = 300;
  private static final long UNKNOWN = -1;

  private final MetricRegistry registry = new MetricRegistry();
  private final Histogram batch = registry.histogram("journal.batch");
  private final Timer wait = registry.timer("journal.wait");

  /** To be called once, with the figures of the queue. */
  void register(MetricRegistry all, PublishingHealth health, Clock clock) {
    Sample<Optional<PublishingHealth.Queue>> queue =
        new Sample<>(clock, Optional.empty(), () -> Optional.of(health.queue()));
    Gauge<Long> due = () -> queue.get().map(PublishingHealth.Queue::due).orElse(UNKNOWN);
    Gauge<Long> age =
        () ->
            queue
                .get()
                .map(
                    q ->
                        q.oldest()
                            .map(at -> Duration.between(at, clock.instant()).toSeconds())
                            .orElse(0L))
                .orElse(UNKNOWN);
    Gauge<Long> limited = () -> queue.get().map(PublishingHealth.Queue::limited).orElse(UNKNOWN);
    registry.gauge("queue.due", () -> due);
    registry.gauge("queue.limited", () -> limited);
    registry.gauge("queue.oldest-age", () -> age);
    // What is counted later appears there as well.
    all.register("publishing", registry);
  }

  /** An entry is handed to the journal; to be stopped when it is committed. */
  Timer.Context handedIn() {
    return wait.time();
  }

  void written(int entries) {
    batch.update(entries);
  }

  /** An attempt or a look-up ended so, and that is committed. */
  void ended(WorkItem item, Entry.Begun begun, Outcome verdict) {
    count(item, begun, verdict.outcome());
    boolean well =
        verdict.state() == RenditionState.PUBLISHED
            || verdict.state() == RenditionState.HANDED_OVER
            || verdict.outcome().equals("WAITING");
    if (!well) {
      log(item, begun, verdict.outcome(), verdict.state().name(), reason(verdict));
    }
  }

  /** Somebody else has taken it over, or its end could not be written: it is looked up later. */
  void lost(WorkItem item, Entry.Begun begun, String why) {
    count(item, begun, "LOST");
    log(item, begun, "LOST", RenditionState.UNCERTAIN.name(), why);
  }

  /** A process ended while an attempt was under way. */
  static void interrupted(QueueDao.Lapsed lapsed) {
    LOG.warn(
        "Attempt not well: post={} rendition={} channel={} attempt={} outcome=NO_OUTCOME"
            + " state=UNCERTAIN reason=\"its process ended\"",
        lapsed.postId(),
        lapsed.id(),
        lapsed.channelId(),
        lapsed.attempts());
  }

  private void count(WorkItem item, Entry.Begun begun, String outcome) {
    String what = item.rendition().isLookUp() ? "look-ups" : "attempts";
    registry.counter(MetricRegistry.name(what, network(begun).name(), outcome)).inc();
  }

  private static Network network(Entry.Begun begun) {
    return begun.channel().channel().network();
  }

  private static void log(
      WorkItem item, Entry.Begun begun, String outcome, String state, String reason) {
    UUID post = item.rendition().postId();
    LOG.warn(
        "Attempt not well: post={} rendition={} channel={} network={} attempt={} kind={}"
            + " outcome={} state={} reason=\"{}\"",
        post,
        item.id(),
        item.channelId(),
        network(begun),
        begun.number(),
        item.rendition().isLookUp() ? "LOOK_UP" : "PUBLISH",
        outcome,
        state,
        reason);
  }

  /** On one line, whatever a network wrote into it. */
  private static String reason(Outcome verdict) {
    String failure = verdict.failure().map(PublishingMetrics::reason).orElse("");
    String all = (failure + " " + verdict.detail()).replaceAll("[\\p{C}\\p{Z}\\s\"]+", " ").strip();
    return all.codePointCount(0, all.length()) <= REASON
        ? all
        : all.substring(0, all.offsetByCodePoints(0, REASON)) + "…";
  }

  private static String reason(Failure failure) {
    return failure.kind() + " " + failure.code();
  }
}
