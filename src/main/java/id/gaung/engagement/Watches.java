package id.gaung.engagement;

import id.gaung.audit.Foundation;
import id.gaung.engagement.WatchDao.BegunWatch;
import id.gaung.engagement.WatchDao.DueWatch;
import id.gaung.engagement.WatchDao.Resumed;
import id.gaung.kernel.Week;
import id.gaung.platform.Figure;
import id.gaung.platform.Metric;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.RemotePost;
import id.gaung.publishing.RenditionListener;
import id.gaung.publishing.RenditionListener.PublishedRendition;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which posts are being measured. A post is watched from the moment it is out. */
public final class Watches implements RenditionListener {

  private final WatchDao dao;
  private final SnapshotDao snapshots;
  private final Clock clock;

  Watches(Foundation foundation) {
    this.dao = foundation.jdbi().onDemand(WatchDao.class);
    this.snapshots = foundation.jdbi().onDemand(SnapshotDao.class);
    this.clock = foundation.clock();
  }

  /** Called by publishing, in its transaction. */
  @Override
  public void published(List<PublishedRendition> renditions) {
    dao.begin(begun(renditions));
  }

  /**
   * A post that came out beside Gaung.
   *
   * @param figures what was counted of it when it was found; none if that was not told
   */
  public record FoundReading(
      UUID id, UUID channelId, Instant publishedAt, RemotePost post, Map<Metric, Figure> figures) {}

  /** Measured from now on, with what was counted first. Within the caller's transaction. */
  public void found(List<FoundReading> posts) {
    Instant now = clock.instant();
    Map<UUID, Optional<Instant>> next = new HashMap<>();
    posts.forEach(one -> next.put(one.id(), Ladder.next(one.publishedAt(), now, one.channelId())));
    dao.begin(
        posts.stream()
            .map(
                one ->
                    new BegunWatch(
                        one.id(),
                        one.channelId(),
                        one.publishedAt(),
                        // What was not read yet is read at once.
                        one.figures().isEmpty()
                            ? Optional.of(now)
                            : next.getOrDefault(one.id(), Optional.empty()),
                        one.post().remoteId(),
                        one.post().url().map(URI::toString),
                        false,
                        Optional.empty()))
            .toList());
    snapshots.insert(
        posts.stream()
            .flatMap(
                one ->
                    one.figures().entrySet().stream()
                        .map(f -> Snapshot.byApi(one.id(), f.getKey(), f.getValue(), now)))
            .toList());
    dao.move(
        posts.stream()
            .filter(one -> !one.figures().isEmpty())
            .filter(one -> next.getOrDefault(one.id(), Optional.empty()).isEmpty())
            .map(one -> WatchMove.climbed(one.id(), now))
            .toList());
  }

  @Override
  public void addressed(PublishedRendition rendition) {
    dao.addressed(begun(List.of(rendition)));
  }

  @Override
  public void gone(List<UUID> renditions) {
    dao.endMarked(renditions, clock.instant());
  }

  /** Read again at once; where people type, until they would have anyway. */
  @Override
  public void stands(List<UUID> renditions) {
    Instant now = clock.instant();
    dao.resume(
        dao.ended(renditions).stream()
            .map(
                one ->
                    new Resumed(
                        one.renditionId(),
                        one.typed() ? Optional.empty() : Optional.of(now),
                        one.typed()
                            ? Optional.of(typedUntil(one.publishedAt()))
                            : Optional.empty()))
            .toList());
  }

  /** Where a network tells programs no counts, people type them from the beginning. */
  private List<BegunWatch> begun(List<PublishedRendition> renditions) {
    Set<UUID> telling =
        dao
            .networks(renditions.stream().map(PublishedRendition::channelId).distinct().toList())
            .stream()
            .filter(channel -> !NetworkModule.counts(channel.network()).offered().isEmpty())
            .map(WatchDao.OnNetwork::channelId)
            .collect(Collectors.toSet());
    return renditions.stream()
        .map(one -> begun(one, one.readable() && telling.contains(one.channelId())))
        .toList();
  }

  private BegunWatch begun(PublishedRendition rendition, boolean readable) {
    Instant at = rendition.publishedAt();
    Instant now = clock.instant();
    return new BegunWatch(
        rendition.renditionId(),
        rendition.channelId(),
        at,
        readable ? Ladder.next(at, at, rendition.channelId()) : Optional.empty(),
        rendition.post().remoteId(),
        rendition.post().url().map(URI::toString),
        !readable,
        // Of what is told late, people have as long as of what is told at once.
        readable ? Optional.empty() : Optional.of(typedUntil(at.isAfter(now) ? at : now)));
  }

  /**
   * Until when people type a post's counts: the end of the week after the one in which it came out.
   * Whoever had to type longer would stop, and its weeks would never be whole.
   */
  static Instant typedUntil(Instant publishedAt) {
    return Week.of(publishedAt).next().end().minusSeconds(1);
  }

  /** Posts whose counts people should type now: none was typed since that instant. */
  public List<UUID> toType(Instant now, Instant since, int limit) {
    return dao.toType(now, since, limit);
  }

  boolean isTyped(UUID renditionId) {
    return dao.isTyped(renditionId).orElse(false);
  }

  Optional<DueWatch> find(UUID renditionId) {
    return dao.find(renditionId);
  }

  /** Whether the post stands on its account but its network does not show it. */
  boolean isHidden(UUID renditionId) {
    return dao.isHidden(renditionId);
  }

  /** Those of them whose counts people type. */
  public Set<UUID> typed(Collection<UUID> renditionIds) {
    return renditionIds.isEmpty() ? Set.of() : dao.typed(renditionIds);
  }

  /** When the next reading is due; empty if nothing is watched. */
  public Optional<Instant> nextDue() {
    return dao.nextDue();
  }
}
