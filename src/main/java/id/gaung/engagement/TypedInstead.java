package id.gaung.engagement;

import id.gaung.audit.Foundation;
import id.gaung.channel.Channel;
import id.gaung.channel.Channels;
import id.gaung.engagement.WatchDao.DueWatch;
import id.gaung.platform.Reading;
import id.gaung.platform.RemotePost;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;

/**
 * Posts on accounts without a login whose network does not show them to strangers, as a closed
 * server: from then on people type what they count.
 */
final class TypedInstead {

  private final Foundation foundation;
  private final TypedInsteadDao dao;
  private final Channels channels;

  TypedInstead(Foundation foundation, Channels channels) {
    this.foundation = foundation;
    this.dao = foundation.jdbi().onDemand(TypedInsteadDao.class);
    this.channels = channels;
  }

  /** After posts of one channel were asked for. */
  void after(List<DueWatch> batch, Map<RemotePost, Reading> readings) {
    List<DueWatch> refused =
        batch.stream()
            .filter(
                watch ->
                    readings.get(watch.post()) instanceof Reading.Failed failed
                        && !failed.failure().passes())
            .toList();
    if (refused.isEmpty()
        || channels.find(List.of(refused.get(0).channelId())).values().stream()
            .anyMatch(Channel::hasLogin)) {
      return;
    }
    Instant now = foundation.clock().instant();
    dao.type(refused.stream().map(watch -> typed(watch, now)).toList());
  }

  private static TypedInsteadDao.Typed typed(DueWatch watch, Instant now) {
    Instant until = Watches.typedUntil(watch.publishedAt());
    return new TypedInsteadDao.Typed(watch.renditionId(), until.isAfter(now) ? until : now);
  }

  interface TypedInsteadDao {

    /** A post whose counts are typed until that instant. */
    record Typed(UUID renditionId, Instant endedAt) {}

    @SqlBatch(
        """
        update watch set typed = true, next_at = null, last_trouble = null, ended_at = :endedAt,
          end_reason = 'LADDER_DONE'
        where rendition_id = :renditionId and not typed and ended_at is null
        """)
    void type(@BindMethods Collection<Typed> watches);
  }
}
