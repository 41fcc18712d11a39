package id.gaung.engagement;

import id.gaung.platform.Figure;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface FollowerDao {

  /** How many followed a channel at an instant; exactly one of value and gap is there. */
  record FollowerSnapshot(
      UUID channelId, Optional<Long> value, Optional<Figure.Gap> gap, Instant observedAt) {

    static FollowerSnapshot of(UUID channelId, Figure figure, Instant at) {
      return new FollowerSnapshot(
          channelId,
          figure.known().stream().boxed().findFirst(),
          figure instanceof Figure.Missing missing ? Optional.of(missing.gap()) : Optional.empty(),
          at);
    }
  }

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

  /** The followers of an account near an instant, under the asker's own id. */
  record Near(UUID id, long value) {}

  // The reading nearest to each instant, on either side, at most seven days away (domain.md 3.2).
  @SqlQuery(
      """
      select asked.id, near.value
      from unnest(:ids, :channelIds, cast(:times as timestamptz[])) as asked (id, channel_id, at)
      cross join lateral (
        select found.value from (
          (select value, observed_at from follower_snapshot
            where channel_id = asked.channel_id and value is not null
              and observed_at >= asked.at and observed_at <= asked.at + interval '7 days'
            order by observed_at limit 1)
          union all
          (select value, observed_at from follower_snapshot
            where channel_id = asked.channel_id and value is not null
              and observed_at < asked.at and observed_at >= asked.at - interval '7 days'
            order by observed_at desc limit 1)
        ) found
        order by abs(extract(epoch from found.observed_at - asked.at))
        limit 1) near
      """)
  List<Near> near(List<UUID> ids, List<UUID> channelIds, List<String> times);
}
