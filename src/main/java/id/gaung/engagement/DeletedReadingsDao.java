package id.gaung.engagement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface DeletedReadingsDao {

  /** Readings are append-only for whoever does not say this, for this transaction alone. */
  @SqlUpdate("set local gaung.deletes_readings = on")
  void allowDeleting();

  // Gaps stay: they are no figures, and say why there is none.
  @SqlQuery(
      """
      with gone as (
        delete from snapshot s using watch w
        where w.channel_id = :channelId and s.rendition_id = w.rendition_id
          and s.source in ('API', 'PUBLIC') and s.value is not null and s.observed_at < :before
        returning s.rendition_id, s.metric, s.observed_at),
      kept as (
        insert into reading_deletion as d (subject_id, metric, until, deleted_at, readings)
        select rendition_id, metric, max(observed_at), :now, count(*) from gone group by 1, 2
        on conflict (subject_id, metric) do update set until = greatest(d.until, excluded.until),
          deleted_at = excluded.deleted_at, readings = d.readings + excluded.readings)
      select count(*) from gone
      """)
  long deleteOfPosts(UUID channelId, Instant before, Instant now);

  @SqlQuery(
      """
      with gone as (
        delete from follower_snapshot
        where channel_id = :channelId and source = 'API' and value is not null
          and observed_at < :before
        returning channel_id, observed_at),
      kept as (
        insert into reading_deletion as d (subject_id, metric, until, deleted_at, readings)
        select channel_id, 'FOLLOWERS', max(observed_at), :now, count(*) from gone group by 1
        on conflict (subject_id, metric) do update set until = greatest(d.until, excluded.until),
          deleted_at = excluded.deleted_at, readings = d.readings + excluded.readings)
      select count(*) from gone
      """)
  long deleteFollowers(UUID channelId, Instant before, Instant now);

  @SqlQuery(
      """
      select metric, until, deleted_at from reading_deletion where subject_id = :renditionId
      order by metric
      """)
  List<DeletedReadings.Deleted> of(UUID renditionId);
}
