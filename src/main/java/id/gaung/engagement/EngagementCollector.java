package id.gaung.engagement;

import id.gaung.audit.Foundation;
import id.gaung.channel.Accessed;
import id.gaung.channel.Budget;
import id.gaung.channel.Channel;
import id.gaung.channel.Channels;
import id.gaung.channel.Platforms;
import id.gaung.channel.Work;
import id.gaung.engagement.Engagement.ReadNow;
import id.gaung.engagement.WatchDao.DueWatch;
import id.gaung.platform.Failure;
import id.gaung.platform.Metric;
import id.gaung.platform.Reading;
import id.gaung.platform.RemotePost;
import id.gaung.platform.SocialPlatform;
import id.gaung.publishing.Renditions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what is due, channel by channel, in the largest batches each network takes. Calls leave
 * outside of transactions; figures and the next times of their posts are stored together.
 */
final class EngagementCollector {

  private static final Logger LOG = LoggerFactory.getLogger(EngagementCollector.class);

  /** Of one channel; the next run takes the rest. Whole batches of every network. */
  private static final int AT_MOST = 1_000;

  private final Foundation foundation;
  private final WatchDao watches;
  private final ReadingStore readings;
  private final Channels channels;
  private final Platforms platforms;
  private final NextReading next;
  private final Absences absences;
  private final TypedInstead typed;

  EngagementCollector(
      Foundation foundation, Channels channels, Platforms platforms, Renditions renditions) {
    this.foundation = foundation;
    this.watches = foundation.jdbi().onDemand(WatchDao.class);
    this.readings = new ReadingStore(foundation, watches, renditions);
    this.channels = channels;
    this.platforms = platforms;
    this.next = new NextReading(foundation.clock());
    this.typed = new TypedInstead(foundation, channels);
    this.absences = new Absences(foundation, channels, platforms, renditions, next);
  }

  Absences absences() {
    return absences;
  }

  /** A channel of which something is due. */
  record DueChannel(UUID channelId) {}

  /** Of what is due now; what exactly is asked when its turn comes. */
  List<DueChannel> due() {
    return watches.dueChannels(foundation.clock().instant()).stream().map(DueChannel::new).toList();
  }

  /** Whatever ends it, what was read until then is kept. */
  void read(DueChannel due) {
    ReadingStore.Pile pile = readings.pile();
    try {
      readChannel(
          Optional.ofNullable(channels.find(List.of(due.channelId())).get(due.channelId())),
          watches.due(due.channelId(), foundation.clock().instant(), AT_MOST),
          pile);
    } finally {
      pile.keep();
    }
  }

  /** Reads one post now, on and off the ladder. */
  ReadNow readNow(DueWatch watch) {
    Optional<Channel> channel =
        Optional.ofNullable(channels.find(List.of(watch.channelId())).get(watch.channelId()))
            .filter(Channel::isConnected);
    if (channel.isEmpty()) {
      return ReadNow.UNUSABLE;
    }
    if (wait(channel.get(), Work.PRESSED).isPresent()) {
      return ReadNow.WAITING;
    }
    ReadingStore.Pile pile = readings.pile();
    Batch read =
        readEach(
            new Asking(platforms.of(channel.get().network()), Work.PRESSED, pile), List.of(watch));
    pile.keep();
    if (!read.found().isEmpty()) {
      return ReadNow.READ;
    }
    return read.moves().stream().findFirst().map(ReadNow::of).orElse(ReadNow.NO_ANSWER);
  }

  /**
   * What reading posts together gave.
   *
   * @param goOn whether the account can be asked on
   */
  private record Batch(boolean goOn, List<Snapshot> found, List<WatchMove> moves) {
    Batch(boolean goOn) {
      this(goOn, List.of(), List.of());
    }
  }

  private void readChannel(Optional<Channel> channel, List<DueWatch> due, ReadingStore.Pile pile) {
    if (channel.filter(Channel::isConnected).filter(c -> wait(c, Work.READ).isEmpty()).isEmpty()) {
      leave(due, pile);
      return;
    }
    SocialPlatform platform = platforms.of(channel.orElseThrow().network());
    Asking asking = new Asking(platform, Work.READ, pile);
    int size = platform.readBatchSize();
    for (int from = 0; from < due.size(); from += size) {
      List<DueWatch> batch = due.subList(from, Math.min(due.size(), from + size));
      if (!readEach(asking, batch).goOn()) {
        // The network refuses the account as a whole: no use in asking on.
        leave(due.subList(Math.min(due.size(), from + size), due.size()), pile);
        return;
      }
      pile.keepEnough();
    }
  }

  /** Posts of one channel that are not asked about, because it cannot be asked for now. */
  private void leave(List<DueWatch> unasked, ReadingStore.Pile pile) {
    if (!unasked.isEmpty()) {
      Optional<Instant> pause = pause(unasked.get(0).channelId(), Work.READ);
      pile.add(
          unasked.stream()
              .map(
                  w ->
                      pause
                          .map(end -> next.waiting(w, end))
                          .orElseGet(() -> next.troubled(w, "channel")))
              .toList());
    }
  }

  /** Until when the account has to be left alone; empty if it can be asked. */
  private Optional<Instant> pause(UUID channelId, Work work) {
    return Optional.ofNullable(channels.find(List.of(channelId)).get(channelId))
        .filter(Channel::isConnected)
        .flatMap(channel -> wait(channel, work))
        .map(Budget.Wait::until);
  }

  private Optional<Budget.Wait> wait(Channel channel, Work work) {
    return channels.budgets(List.of(channel)).values().stream()
        .flatMap(budget -> budget.against(work).stream())
        .findFirst();
  }

  /** Whom to ask, what for, and where it is put. */
  private record Asking(SocialPlatform platform, Work work, ReadingStore.Pile pile) {}

  /**
   * Reads a batch; if that breaks off, each of its posts alone, so that one whose answer nobody can
   * read does not stop the others. It is left for a while like any other that could not be read.
   */
  private Batch readEach(Asking asking, List<DueWatch> batch) {
    try {
      return readBatch(asking, batch);
    } catch (CancellationException stopping) {
      throw stopping;
    } catch (RuntimeException broken) {
      if (batch.size() == 1) {
        DueWatch watch = batch.get(0);
        LOG.error("Post {} could not be read", watch.renditionId(), broken);
        List<WatchMove> left = List.of(next.troubled(watch, "unreadable"));
        asking.pile().add(left);
        return new Batch(true, List.of(), left);
      }
      LOG.warn("{} posts could not be read together; each is read alone", batch.size(), broken);
      for (int i = 0; i < batch.size(); i++) {
        if (!readEach(asking, batch.subList(i, i + 1)).goOn()) {
          leave(batch.subList(i + 1, batch.size()), asking.pile());
          return new Batch(false);
        }
      }
      return new Batch(true);
    }
  }

  private Batch readBatch(Asking asking, List<DueWatch> batch) {
    List<RemotePost> posts = batch.stream().map(DueWatch::post).distinct().toList();
    Accessed<Map<RemotePost, Reading>> answer =
        channels.withAccess(
            batch.get(0).channelId(),
            asking.work(),
            access -> asking.platform().read(asking.platform().reading(access), posts),
            EngagementCollector::failureOfAll);
    Map<RemotePost, Reading> readings = answer.answer().orElse(Map.of());
    Optional<Instant> pause =
        answer.failure().isPresent()
            ? pause(batch.get(0).channelId(), asking.work())
            : Optional.empty();
    Map<UUID, Instant> seen = this.readings.lastSeen(batch, readings);
    List<Snapshot> found = new ArrayList<>();
    List<WatchMove> moves = new ArrayList<>();
    List<UUID> gone = new ArrayList<>();
    for (DueWatch watch : batch) {
      Reading reading =
          readings.getOrDefault(
              watch.post(), new Reading.Failed(answer.failure().orElse(UNANSWERED)));
      moves.add(
          reading.match(
              measured -> measured(watch, measured, found),
              // Whether it is deleted would be one more question to a network that asks for peace.
              absent ->
                  pause
                      .map(end -> next.waiting(watch, end))
                      .orElseGet(() -> absences.judge(watch, seen, gone)),
              failed ->
                  pause
                      .filter(end -> failed.failure().passes())
                      .map(end -> next.waiting(watch, end))
                      .orElseGet(() -> next.troubled(watch, failed.failure().kind().name()))));
    }
    asking.pile().add(found, moves, gone, renumbered(batch, readings));
    typed.after(batch, readings);
    return new Batch(answer.failure().isEmpty(), found, moves);
  }

  private static final Failure UNANSWERED =
      Failure.of(Failure.Kind.TRANSIENT, "no-answer", "the network did not answer for this post");

  /** A failure that is the same for every post is the account's. */
  private static Optional<Failure> failureOfAll(Map<RemotePost, Reading> readings) {
    List<Failure> failures =
        readings.values().stream()
            .filter(Reading.Failed.class::isInstance)
            .map(reading -> ((Reading.Failed) reading).failure())
            .toList();
    // A budget that was spent anywhere in the batch, its last answer included, is the account's
    // too.
    Optional<Failure> limit =
        readings.values().stream().flatMap(reading -> reading.spent().stream()).findFirst();
    return limit.isEmpty() && !readings.isEmpty() && failures.size() == readings.size()
        ? Optional.of(failures.get(0))
        : limit;
  }

  private WatchMove measured(DueWatch watch, Reading.Measured measured, List<Snapshot> found) {
    Instant now = foundation.clock().instant();
    for (Metric metric : Metric.values()) {
      Optional.ofNullable(measured.figures().get(metric))
          .ifPresent(figure -> found.add(Snapshot.byApi(watch.renditionId(), metric, figure, now)));
    }
    return Ladder.next(watch.publishedAt(), now, watch.channelId())
        .map(at -> WatchMove.on(watch.renditionId(), at))
        .orElseGet(() -> WatchMove.climbed(watch.renditionId(), now));
  }

  /** Posts that their network has given another id, such as when somebody changed them there. */
  private static List<Renditions.Renumbered> renumbered(
      List<DueWatch> batch, Map<RemotePost, Reading> readings) {
    return batch.stream()
        .flatMap(
            watch ->
                Optional.ofNullable(readings.get(watch.post()))
                    .filter(Reading.Measured.class::isInstance)
                    .flatMap(reading -> ((Reading.Measured) reading).newId())
                    .map(id -> new Renditions.Renumbered(watch.renditionId(), watch.remoteId(), id))
                    .stream())
        .toList();
  }
}
