package id.gaung.engagement;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface FollowerDao {

  @SqlUpdate(
      """
      insert into follower_snapshot (channel_id, value, gap, observed_at)
      values (:channelId, :value, :gap, :observedAt)
      """)
  void insert(@BindMethods FollowerSnapshot snapshot);

  // Of the channels asked about: never read, read too long ago, or with a post since the last
  // reading.
  @SqlQuery(
      """
      select c.id
      from unnest(cast(:channels as uuid[])) as c (id)
      left join lateral (
        select observed_at from follower_snapshot f
        where f.channel_id = c.id
        order by observed_at desc limit 1
      ) last on true
      where last.observed_at is null
        or last.observed_at < :before
        or exists (
          select 1 from watch w
          where w.channel_id = c.id and w.ended_at is null and w.published_at > last.observed_at)
      """)
  List<UUID> due(List<UUID> channels, Instant before);

  /** The newest value of one channel. */
  record Newest(UUID channelId, long value, Instant observedAt) {}

  @SqlQuery(
      """
      select c.id as channel_id, newest.value, newest.observed_at
      from unnest(cast(:channels as uuid[])) as c (id)
      cross join lateral (
        select value, observed_at from follower_snapshot f
        where f.channel_id = c.id and value is not null
        order by observed_at desc limit 1
      ) newest
      """)
  List<Newest> newest(Collection<UUID> channels);

  // The reading nearest to the instant, on either side, at most seven days away (domain.md 3.2).
  @SqlQuery(
      """
      select near.value
      from (
        (select value, observed_at from follower_snapshot
          where channel_id = :channelId and value is not null and observed_at >= :at
            and observed_at <= cast(:at as timestamptz) + interval '7 days'
          order by observed_at limit 1)
        union all
        (select value, observed_at from follower_snapshot
          where channel_id = :channelId and value is not null and observed_at < :at
            and observed_at >= cast(:at as timestamptz) - interval '7 days'
          order by observed_at desc limit 1)
      ) near
      order by abs(extract(epoch from near.observed_at - :at))
      limit 1
      """)
  Optional<Long> near(UUID channelId, Instant at);
}
