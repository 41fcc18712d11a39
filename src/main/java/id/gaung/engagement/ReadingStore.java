package id.gaung.engagement;

import id.gaung.audit.Foundation;
import id.gaung.engagement.WatchDao.DueWatch;
import id.gaung.kernel.Actor;
import id.gaung.platform.Reading;
import id.gaung.platform.RemotePost;
import id.gaung.publishing.Renditions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps what reading posts gave: all that is kept together in one transaction, or none. */
final class ReadingStore {

  /** So many posts are kept at once at least, unless the channel has no more. */
  private static final int ENOUGH = 100;

  /** So much of reading is lost at most. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final Foundation foundation;
  private final WatchDao watches;
  private final SnapshotDao snapshots;
  private final Renditions renditions;

  ReadingStore(Foundation foundation, WatchDao watches, Renditions renditions) {
    this.foundation = foundation;
    this.watches = watches;
    this.snapshots = foundation.jdbi().onDemand(SnapshotDao.class);
    this.renditions = renditions;
  }

  /** When the posts that are not mentioned now were last read; those never read are left out. */
  Map<UUID, Instant> lastSeen(List<DueWatch> batch, Map<RemotePost, Reading> readings) {
    List<UUID> absent =
        batch.stream()
            .filter(watch -> readings.get(watch.post()) instanceof Reading.Absent)
            .map(DueWatch::renditionId)
            .toList();
    return absent.isEmpty()
        ? Map.of()
        : snapshots.lastRead(absent).stream()
            .collect(
                Collectors.toMap(
                    SnapshotDao.LastRead::renditionId, SnapshotDao.LastRead::observedAt));
  }

  /** What is read of one channel until it is kept; used by one thread. */
  Pile pile() {
    return new Pile();
  }

  /**
   * Several readings that are kept together: a transaction for each of many small ones would take
   * longer than what they write. What is not kept when the process is killed is read again.
   */
  final class Pile {

    private final List<Snapshot> found = new ArrayList<>();
    private final List<WatchMove> moves = new ArrayList<>();
    private final List<UUID> gone = new ArrayList<>();
    private final List<Renditions.Renumbered> renumbered = new ArrayList<>();
    private Instant begun = Instant.EPOCH;

    /**
     * @param next when each post is read again
     * @param over are no longer on their networks
     * @param anew have another id there
     */
    void add(
        List<Snapshot> read,
        List<WatchMove> next,
        List<UUID> over,
        List<Renditions.Renumbered> anew) {
      begun = moves.isEmpty() ? foundation.clock().instant() : begun;
      found.addAll(read);
      moves.addAll(next);
      gone.addAll(over);
      renumbered.addAll(anew);
    }

    /** Of posts of which nothing was found. */
    void add(List<WatchMove> next) {
      add(List.of(), next, List.of(), List.of());
    }

    /** Keeps all when it is enough, or the first of it is old. */
    void keepEnough() {
      boolean old = !begun.plus(LONGEST).isAfter(foundation.clock().instant());
      if (moves.size() >= ENOUGH || (old && !moves.isEmpty())) {
        keep();
      }
    }

    /** Keeps all that is there; what cannot be kept is forgotten, and read again. */
    void keep() {
      if (moves.isEmpty()) {
        return;
      }
      try {
        store(found, moves, gone, renumbered);
      } finally {
        found.clear();
        moves.clear();
        gone.clear();
        renumbered.clear();
      }
    }
  }

  private void store(
      List<Snapshot> found,
      List<WatchMove> moves,
      List<UUID> gone,
      List<Renditions.Renumbered> renumbered) {
    foundation
        .transactions()
        .run(
            () -> {
              if (gone.isEmpty() && renumbered.isEmpty()) {
                // Lost with their next times, readings are due again and made again.
                snapshots.keepUnhurried();
              }
              snapshots.insert(found);
              watches.move(moves);
              watches.hidden(
                  moves.stream().filter(WatchMove::isHidden).map(WatchMove::renditionId).toList(),
                  foundation.clock().instant());
              watches.hiddenNoMore(
                  Stream.concat(found.stream().map(Snapshot::renditionId), gone.stream())
                      .distinct()
                      .toList(),
                  foundation.clock().instant());
              if (!renumbered.isEmpty()) {
                watches.renumber(renditions.renumber(renumbered, Actor.system("engagement")));
              }
              if (!gone.isEmpty()) {
                renditions.markRemoved(gone, Actor.system("engagement"));
              }
            });
  }
}
