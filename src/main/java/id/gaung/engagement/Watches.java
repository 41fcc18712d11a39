package id.gaung.engagement;

import id.gaung.audit.Foundation;
import id.gaung.engagement.WatchDao.BegunWatch;
import id.gaung.engagement.WatchDao.DueWatch;
import id.gaung.engagement.WatchDao.Resumed;
import id.gaung.kernel.Week;
import id.gaung.platform.NetworkModule;
import id.gaung.publishing.RenditionListener;
import id.gaung.publishing.RenditionListener.PublishedRendition;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which posts are being measured. A post is watched from the moment it is out. */
public final class Watches implements RenditionListener {

  private final WatchDao dao;
  private final Clock clock;

  Watches(Foundation foundation) {
    this.dao = foundation.jdbi().onDemand(WatchDao.class);
    this.clock = foundation.clock();
  }

  /** Called by publishing, in its transaction. */
  @Override
  public void published(List<PublishedRendition> renditions) {
    dao.begin(begun(renditions));
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

  private static BegunWatch begun(PublishedRendition rendition, boolean readable) {
    Instant at = rendition.publishedAt();
    return new BegunWatch(
        rendition.renditionId(),
        rendition.channelId(),
        at,
        readable ? Ladder.next(at, at, rendition.channelId()) : Optional.empty(),
        rendition.post().remoteId(),
        rendition.post().url().map(URI::toString),
        !readable,
        readable ? Optional.empty() : Optional.of(typedUntil(at)));
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

  /** When the next reading is due; empty if nothing is watched. */
  public Optional<Instant> nextDue() {
    return dao.nextDue();
  }
}
