package id.gaung.report;

import id.gaung.kernel.Network;
import id.gaung.kernel.Rupiah;
import id.gaung.report.ReportInputs.CampaignBudget;
import id.gaung.report.ReportInputs.FollowerEndsRow;
import id.gaung.report.ReportInputs.FollowerReadingRow;
import id.gaung.report.ReportInputs.FollowersRow;
import id.gaung.report.ReportInputs.GapRow;
import id.gaung.report.ReportInputs.ObservedRow;
import id.gaung.report.ReportInputs.ProductRow;
import id.gaung.report.ReportInputs.PublishedRow;
import id.gaung.report.ReportInputs.UmkmLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * Reads what a week's report is made of, from what the features that own it vouch for: their views,
 * never their tables. Writes nothing.
 */
interface FiguresDao {

  // The first statement of its transaction: all that follow see one state of the database, so that
  // the report's tables agree with each other while collectors go on writing.
  @SqlUpdate("set transaction isolation level repeatable read, read only")
  void beginReading();

  @SqlQuery("select min(reported_from) from publishing_outcome_line")
  Optional<Instant> firstPublished();

  // A post that was out before Gaung could look is in no report of a week that was told before it
  // was found. A post of which nothing can be measured, because its network's id is not known, is
  // told once: in the week in which it came out.
  @SqlQuery(
      """
      select r.rendition_id as id, r.post_id, r.campaign_id, c.campaign, r.channel_id,
        h.label as channel, h.network, r.text, r.published_at, r.remote_url, g.removed_at,
        coalesce(g.removed_at, w.ended_at) as frozen_at, k.name as creator,
        w.rendition_id is not null as measurable,
        exists (
          select from engagement_hidden_span x
          where x.rendition_id = r.rendition_id and x.since < :end
            and coalesce(x.until, 'infinity') >= :end) as hidden,
        r.beside, r.outside, r.opening
      from publishing_outcome_line r
      left join campaign_budget_line c on c.campaign_id = r.campaign_id
      join channel_connection_span h on h.channel_id = r.channel_id
      left join engagement_watch_span w on w.rendition_id = r.rendition_id
      left join collaboration_deliverable_line d on d.deliverable_id = r.deliverable_id
      left join creator_name_line k on k.creator_id = d.creator_id
      cross join lateral (
        select coalesce(w.removed_at,
          case when r.state = 'REMOVED' then coalesce(w.absent_since, r.ended_at) end
        ) as removed_at) g
      where r.published_at < :end and r.reported_from < :end
        and not (r.opening and exists (
          select from weekly_report e where e.week = :week and e.made_at <= r.found_at))
        and case when w.rendition_id is null then r.published_at
          else coalesce(g.removed_at, w.ended_at, 'infinity') end >= :start
      order by r.published_at, r.rendition_id
      """)
  List<PublishedRow> measured(String week, Instant start, Instant end);

  @SqlQuery(
      """
      select s.post_id, p.*
      from publishing_product_line s
      join catalogue_product_line p on p.product_id = s.product_id
      where s.post_id = any(:posts)
      order by s.post_id, p.product_id
      """)
  List<ProductRow> products(List<UUID> posts);

  // For every post and metric the last valid value at or before the end of each week since it came
  // out: all that the week arithmetic looks at. One short walk down the index for each. The weeks
  // are counted back from the cut in hours, so that the session's time zone does not matter.
  @SqlQuery(
      """
      select distinct r.rendition_id, m.metric, s.observed_at, s.value, s.typed
      from unnest(:renditions) as i (id)
      join publishing_outcome_line r on r.rendition_id = i.id
      cross join unnest(cast(:metrics as text[])) as m (metric)
      cross join generate_series(cast(:cut as timestamptz), r.published_at,
        interval '-168 hours') as b (at)
      cross join lateral (
        select observed_at, value, typed from engagement_week_reading
        where rendition_id = r.rendition_id and metric = m.metric and value is not null
          and observed_at <= b.at
        order by observed_at desc, id desc
        limit 1) s
      """)
  List<ObservedRow> observed(List<UUID> renditions, List<String> metrics, Instant cut);

  // What was counted when a post was found, after the week had ended.
  @SqlQuery(
      """
      select i.id as rendition_id, m.metric, s.observed_at, s.value, s.typed
      from unnest(:renditions) as i (id)
      cross join unnest(cast(:metrics as text[])) as m (metric)
      cross join lateral (
        select observed_at, value, typed from engagement_week_reading
        where rendition_id = i.id and metric = m.metric and value is not null
          and observed_at > :cut
        order by observed_at, id
        limit 1) s
      """)
  List<ObservedRow> openings(List<UUID> renditions, List<String> metrics, Instant cut);

  @SqlQuery(
      """
      select i.id as rendition_id, m.metric, s.gap
      from unnest(:renditions) as i (id)
      cross join unnest(cast(:metrics as text[])) as m (metric)
      cross join lateral (
        select gap from engagement_week_reading
        where rendition_id = i.id and metric = m.metric and observed_at <= :cut
        order by observed_at desc, id desc
        limit 1) s
      where s.gap is not null
      """)
  List<GapRow> gaps(List<UUID> renditions, List<String> metrics, Instant cut);

  // The reading nearest to the publication, on either side, at most seven days away.
  @SqlQuery(
      """
      select r.rendition_id, f.value as followers
      from unnest(:renditions) as i (id)
      join publishing_outcome_line r on r.rendition_id = i.id
      cross join lateral (
        select near.value from (
          (select value, observed_at from engagement_follower_reading
            where channel_id = r.channel_id and value is not null
              and observed_at >= r.published_at
              and observed_at <= least(r.published_at + interval '168 hours', :cut)
            order by observed_at limit 1)
          union all
          (select value, observed_at from engagement_follower_reading
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
      select c.channel_id, c.label as channel, c.network, a.value as at_start, b.value as at_end
      from channel_connection_span c
      left join lateral (
        select value from engagement_follower_reading
        where channel_id = c.channel_id and value is not null and observed_at <= :start
          and observed_at >= cast(:start as timestamptz) - interval '72 hours'
        order by observed_at desc limit 1) a on true
      left join lateral (
        select value from engagement_follower_reading
        where channel_id = c.channel_id and value is not null and observed_at <= :end
          and observed_at >= cast(:end as timestamptz) - interval '72 hours'
        order by observed_at desc limit 1) b on true
      where c.connected_at < :end and not c.outside
        and (coalesce(c.ended_at, 'infinity') >= :start
          or a.value is not null or b.value is not null)
      order by c.network, c.label, c.channel_id
      """)
  List<FollowerEndsRow> followers(Instant start, Instant end);

  // Everything from which the two ends were taken, and what lies between them.
  @SqlQuery(
      """
      select channel_id, observed_at, value, source not in ('API', 'PUBLIC') as typed
      from engagement_follower_reading
      where value is not null and observed_at <= :end
        and channel_id in (select channel_id from channel_connection_span where not outside)
        and observed_at >= cast(:start as timestamptz) - interval '72 hours'
      order by channel_id, observed_at, id
      """)
  List<FollowerReadingRow> followerReadings(Instant start, Instant end);

  /** A rendition that was planned for the week, or came out in it. */
  record DueRow(
      UUID id,
      UUID postId,
      UUID campaignId,
      String campaign,
      String channel,
      Network network,
      Instant dueAt,
      String text,
      String state,
      Optional<String> heldReason,
      Optional<String> failureKind,
      Optional<Instant> publishedAt,
      Optional<Instant> endedAt) {}

  /** The week's plan, as it stood when the week began or was first made within it. */
  @SqlQuery(
      """
      select r.rendition_id as id, r.post_id, r.campaign_id, c.campaign, h.label as channel,
        h.network, l.due_at, r.text, r.state, r.held_reason, r.failure_kind, r.published_at,
        r.ended_at
      from publishing_plan_line l
      join publishing_outcome_line r on r.rendition_id = l.rendition_id
      join campaign_budget_line c on c.campaign_id = r.campaign_id
      join channel_connection_span h on h.channel_id = r.channel_id
      where l.week_start = :start
      order by l.due_at, r.rendition_id
      """)
  List<DueRow> planned(Instant start);

  /** What came out in the week without being in its plan: late from an earlier one. */
  @SqlQuery(
      """
      select r.rendition_id as id, r.post_id, r.campaign_id, c.campaign, h.label as channel,
        h.network, r.due_at, r.text, r.state, r.held_reason, r.failure_kind, r.published_at,
        r.ended_at
      from publishing_outcome_line r
      join campaign_budget_line c on c.campaign_id = r.campaign_id
      join channel_connection_span h on h.channel_id = r.channel_id
      where r.published_at >= :start and r.published_at < :end and not r.beside and not r.outside
        and r.rendition_id not in (
          select l.rendition_id from publishing_plan_line l where l.week_start = :start)
      order by r.published_at, r.rendition_id
      """)
  List<DueRow> beyondPlan(Instant start, Instant end);

  /** What became of a plan. */
  record EventRow(
      UUID renditionId,
      Instant at,
      String kind,
      Optional<Instant> dueTo,
      Optional<String> reason) {}

  @SqlQuery(
      """
      select rendition_id, at, kind, due_to, reason from publishing_plan_event
      where rendition_id = any(:renditions) order by at, id
      """)
  List<EventRow> events(List<UUID> renditions);

  /** What a deliverable costs, whatever became of its posts. */
  record FeeRow(UUID deliverableId, Rupiah fee) {}

  @SqlQuery(
      """
      select deliverable_id, fee_rupiah as fee from collaboration_fee_line
      where deliverable_id in (
        select deliverable_id from publishing_outcome_line where post_id = any(:posts))
      """)
  List<FeeRow> fees(List<UUID> posts);

  /** A rendition that came out of a deliverable. */
  record SiblingRow(UUID deliverableId, UUID renditionId, Instant publishedAt) {}

  @SqlQuery(
      """
      select r.deliverable_id, r.rendition_id, r.published_at from publishing_outcome_line r
      where r.published_at is not null and r.deliverable_id in (
        select deliverable_id from publishing_outcome_line where post_id = any(:posts))
      order by r.rendition_id
      """)
  List<SiblingRow> siblings(List<UUID> posts);

  @SqlQuery(
      """
      select campaign_id, campaign, budget_rupiah as budget
      from campaign_budget_line
      where starts_on <= :sunday and ends_on >= :monday and approved
      order by campaign, campaign_id
      """)
  List<CampaignBudget> campaigns(LocalDate monday, LocalDate sunday);

  /** A kecamatan of the city. */
  record KecamatanRow(String code, String name) {}

  @SqlQuery(
      """
      select kecamatan_code as code, kecamatan as name from catalogue_kecamatan_line
      order by kecamatan_code
      """)
  List<KecamatanRow> kecamatan();

  @SqlQuery(
      """
      select umkm_id, umkm, kecamatan_code from catalogue_umkm_line
      where created_at < :cut order by kecamatan_code, umkm, umkm_id
      """)
  List<UmkmLine> umkm(Instant cut);
}
