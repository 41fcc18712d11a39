package id.gaung.engagement;

import id.gaung.audit.Foundation;
import id.gaung.engagement.WatchDao.DueWatch;
import id.gaung.kernel.Actor;
import id.gaung.platform.Reading;
import id.gaung.platform.RemotePost;
import id.gaung.publishing.Renditions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps what reading a batch of posts gave: all of it in one transaction, or none. */
final class ReadingStore {

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

  /**
   * @param moves when each post is read again
   * @param gone are no longer on their networks
   * @param renumbered have another id there
   */
  void store(
      List<Snapshot> found,
      List<WatchMove> moves,
      List<UUID> gone,
      List<Renditions.Renumbered> renumbered) {
    foundation
        .transactions()
        .run(
            () -> {
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
