package id.gaung.publishing;

import id.gaung.channel.Channel;
import id.gaung.channel.Channels;
import id.gaung.media.Library;
import id.gaung.media.MediaItem;
import id.gaung.publishing.LicenceGaps.GapDao.Shown;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/**
 * Posts that would be held, since what they show may not be shown there or not any more by then:
 * its licence was changed after they were planned. Reads alone.
 */
public final class LicenceGaps {

  private final GapDao dao;
  private final Library library;
  private final Channels channels;

  public LicenceGaps(Jdbi jdbi, Library library, Channels channels) {
    this.dao = jdbi.onDemand(GapDao.class);
    this.library = library;
    this.channels = channels;
  }

  /**
   * A post to be looked at.
   *
   * @param media what its licence is about
   */
  public record Gap(UUID postId, Instant dueAt, String media) {}

  /** The earliest due first, each post once. */
  public List<Gap> all() {
    Map<UUID, MediaItem> limited = library.limited();
    if (limited.isEmpty()) {
      return List.of();
    }
    List<Shown> shown = dao.toGoOut(limited.keySet());
    Map<UUID, Channel> known =
        channels.find(shown.stream().map(Shown::channelId).collect(Collectors.toSet()));
    Map<UUID, Gap> gaps = new LinkedHashMap<>();
    for (Shown one : shown) {
      Optional.ofNullable(limited.get(one.photoId()))
          .filter(item -> isGap(item, one, Optional.ofNullable(known.get(one.channelId()))))
          .ifPresent(
              item ->
                  gaps.putIfAbsent(one.postId(), new Gap(one.postId(), one.dueAt(), item.name())));
    }
    return List.copyOf(gaps.values());
  }

  private static boolean isGap(MediaItem item, Shown one, Optional<Channel> channel) {
    return item.isOver(one.dueAt())
        || channel.filter(c -> !item.mayBeOn(c.network().path())).isPresent();
  }

  /** Reads what is planned. */
  interface GapDao {

    /** What is shown where, and when. */
    record Shown(UUID postId, UUID channelId, Instant dueAt, UUID photoId) {}

    @SqlQuery(
        """
        select r.post_id, r.channel_id, r.due_at, p.photo_id
        from rendition_picture p join rendition r on r.id = p.rendition_id
        where p.photo_id = any(:photos) and r.state in ('IN_REVIEW', 'SCHEDULED', 'RETRYING')
        order by r.due_at, r.id
        """)
    List<Shown> toGoOut(Collection<UUID> photos);
  }
}
