package id.gaung.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Reads what a week's report is made of. Writes nothing. */
interface FiguresDao {

  // The first statement of its transaction: all that follow see one state of the database, so that
  // the report's tables agree with each other while collectors go on writing.
  @SqlUpdate("set transaction isolation level repeatable read, read only")
  void beginReading();

  @SqlQuery("select min(published_at) from rendition where published_at is not null")
  Optional<Instant> firstPublished();

  @SqlQuery(
      """
      select r.id, r.post_id, p.campaign_id, c.name as campaign, r.channel_id, h.label as channel,
        h.network, left(r.text, 120) as text, r.published_at, r.remote_url, g.removed_at,
        coalesce(g.removed_at, w.ended_at) as frozen_at, k.name as creator
      from rendition r
      join post p on p.id = r.post_id
      join campaign c on c.id = p.campaign_id
      join channel h on h.id = r.channel_id
      left join watch w on w.rendition_id = r.id
      left join deliverable d on d.id = p.deliverable_id
      left join offer o on o.id = d.offer_id
      left join creator k on k.id = o.creator_id
      cross join lateral (
        select case when r.state = 'REMOVED' or w.end_reason = 'POST_GONE'
          then coalesce(w.absent_since, w.ended_at) end as removed_at) g
      where r.published_at < :end
        and coalesce(g.removed_at, w.ended_at, 'infinity') >= :start
      order by r.published_at, r.id
      """)
  List<PublishedRow> measured(Instant start, Instant end);

  @SqlQuery(
      """
      select pp.post_id, p.id as product_id, p.name as product, u.id as umkm_id, u.name as umkm,
        k.code as kecamatan_code, k.name as kecamatan
      from post_product pp
      join product p on p.id = pp.product_id
      join umkm u on u.id = p.umkm_id
      join kecamatan k on k.code = u.kecamatan_code
      where pp.post_id = any(cast(:posts as uuid[]))
      order by pp.post_id, p.id
      """)
  List<ProductRow> products(List<UUID> posts);

  // For every post and metric the last valid value at or before the end of each week since it came
  // out: all that the week arithmetic looks at. One short walk down the index for each. The weeks
  // are counted back from the cut in hours, so that the session's time zone does not matter.
  @SqlQuery(
      """
      with superseded as materialized (
        select supersedes as id from snapshot where supersedes is not null
      )
      select distinct r.id as rendition_id, m.metric, s.observed_at, s.value
      from unnest(cast(:renditions as uuid[])) as i (id)
      join rendition r on r.id = i.id
      cross join unnest(cast(:metrics as text[])) as m (metric)
      cross join generate_series(cast(:cut as timestamptz), r.published_at,
        interval '-168 hours') as b (at)
      cross join lateral (
        select observed_at, value from snapshot
        where rendition_id = r.id and metric = m.metric and value is not null
          and observed_at <= b.at and id not in (select id from superseded)
        order by observed_at desc, id desc
        limit 1) s
      """)
  List<ObservedRow> observed(List<UUID> renditions, List<String> metrics, Instant cut);

  @SqlQuery(
      """
      select i.id as rendition_id, m.metric, s.gap
      from unnest(cast(:renditions as uuid[])) as i (id)
      cross join unnest(cast(:metrics as text[])) as m (metric)
      cross join lateral (
        select gap from snapshot
        where rendition_id = i.id and metric = m.metric and observed_at <= :cut
        order by observed_at desc, id desc
        limit 1) s
      where s.gap is not null
      """)
  List<GapRow> gaps(List<UUID> renditions, List<String> metrics, Instant cut);

  // The reading nearest to the publication, on either side, at most seven days away.
  @SqlQuery(
      """
      select r.id as rendition_id, f.value as followers
      from unnest(cast(:renditions as uuid[])) as i (id)
      join rendition r on r.id = i.id
      cross join lateral (
        select near.value from (
          (select value, observed_at from follower_snapshot
            where channel_id = r.channel_id and value is not null
              and observed_at >= r.published_at
              and observed_at <= least(r.published_at + interval '168 hours', :cut)
            order by observed_at limit 1)
          union all
          (select value, observed_at from follower_snapshot
            where channel_id = r.channel_id and value is not null
              and observed_at < r.published_at
              and observed_at >= r.published_at - interval '168 hours'
            order by observed_at desc limit 1)
        ) near
        order by abs(extract(epoch from near.observed_at - r.published_at))
        limit 1) f
      """)
  List<FollowersRow> followersAtPublication(List<UUID> renditions, Instant cut);

  @SqlQuery(
      """
      select c.id as channel_id, c.label as channel, c.network, a.value as at_start,
        b.value as at_end
      from channel c
      left join lateral (
        select value from follower_snapshot
        where channel_id = c.id and value is not null and observed_at <= :start
          and observed_at >= cast(:start as timestamptz) - interval '72 hours'
        order by observed_at desc limit 1) a on true
      left join lateral (
        select value from follower_snapshot
        where channel_id = c.id and value is not null and observed_at <= :end
          and observed_at >= cast(:end as timestamptz) - interval '72 hours'
        order by observed_at desc limit 1) b on true
      where c.connected_at < :end
        and (c.state <> 'DISCONNECTED' or a.value is not null or b.value is not null)
      order by c.network, c.label, c.id
      """)
  List<FollowerEndsRow> followers(Instant start, Instant end);

  // Everything from which the two ends were taken, and what lies between them.
  @SqlQuery(
      """
      select channel_id, observed_at, value
      from follower_snapshot
      where value is not null and observed_at <= :end
        and observed_at >= cast(:start as timestamptz) - interval '72 hours'
      order by channel_id, observed_at, id
      """)
  List<FollowerReadingRow> followerReadings(Instant start, Instant end);

  // When a post was cancelled stands in the audit log alone.
  @SqlQuery(
      """
      select r.id, r.post_id, p.campaign_id, c.name as campaign, h.label as channel, h.network,
        r.due_at, left(r.text, 120) as text, r.state, r.held_reason, r.failure_kind,
        r.published_at, x.cancelled_at
      from rendition r
      join post p on p.id = r.post_id
      join campaign c on c.id = p.campaign_id
      join channel h on h.id = r.channel_id
      left join lateral (
        select max(a.at) as cancelled_at from audit_event a
        where r.state = 'CANCELLED' and a.subject_type = 'rendition' and a.subject_id = r.id
          and a.action = 'rendition.cancelled') x on true
      where r.due_at >= :start and r.due_at < :end
        and coalesce(x.cancelled_at, 'infinity') >= :start
      order by r.due_at, r.id
      """)
  List<DueRow> due(Instant start, Instant end);

  @SqlQuery(
      """
      select o.id as offer_id, o.fee_rupiah as fee, d.id as deliverable_id, p.id as post_id
      from offer o
      join deliverable d on d.offer_id = o.id and d.state <> 'CANCELLED'
      left join post p on p.deliverable_id = d.id
      where o.state = 'ACCEPTED' and o.id in (
        select b.offer_id from post q join deliverable b on b.id = q.deliverable_id
        where q.id = any(cast(:posts as uuid[])))
      order by o.id, d.number
      """)
  List<FeeRow> fees(List<UUID> posts);

  @SqlQuery(
      """
      select post_id, id as rendition_id from rendition
      where post_id = any(cast(:posts as uuid[]))
        and state not in ('DRAFT', 'FAILED', 'MISSED', 'CANCELLED')
      order by post_id, id
      """)
  List<SiblingRow> siblings(List<UUID> posts);

  @SqlQuery(
      """
      select id as campaign_id, name as campaign, budget_rupiah as budget
      from campaign
      where starts_on <= :sunday and ends_on >= :monday
        and state not in ('DRAFT', 'SUBMITTED', 'CANCELLED')
      order by name, id
      """)
  List<CampaignBudget> campaigns(LocalDate monday, LocalDate sunday);

  @SqlQuery(
      """
      select k.code, k.name, count(u.id) as umkm
      from kecamatan k
      left join umkm u on u.kecamatan_code = k.code and u.created_at < :cut
      group by k.code, k.name
      order by k.code
      """)
  List<KecamatanRow> kecamatan(Instant cut);
}
