package id.gaung.engagement;

import id.gaung.audit.Foundation;
import id.gaung.engagement.WatchDao.DueWatch;
import id.gaung.publishing.RenditionListener;
import id.gaung.publishing.RenditionListener.PublishedRendition;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which posts are being measured. A post is watched from the moment it is out. */
public final class Watches implements RenditionListener {

  private final WatchDao dao;

  Watches(Foundation foundation) {
    this.dao = foundation.jdbi().onDemand(WatchDao.class);
  }

  /** Called by publishing, in its transaction. */
  @Override
  public void published(List<PublishedRendition> renditions) {
    dao.begin(renditions.stream().map(Watches::begun).toList());
  }

  private static DueWatch begun(PublishedRendition rendition) {
    Instant first =
        Ladder.next(rendition.publishedAt(), rendition.publishedAt(), rendition.channelId())
            .orElseThrow();
    return new DueWatch(
        rendition.renditionId(),
        rendition.channelId(),
        rendition.publishedAt(),
        first,
        Optional.empty(),
        rendition.post().remoteId(),
        rendition.post().url().map(URI::toString));
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
