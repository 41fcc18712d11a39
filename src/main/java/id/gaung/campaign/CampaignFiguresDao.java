package id.gaung.campaign;

import id.gaung.campaign.CampaignOverview.CountedAnew;
import id.gaung.campaign.CampaignOverview.Covered;
import id.gaung.campaign.CampaignOverview.Reach;
import id.gaung.campaign.CampaignOverview.Spent;
import id.gaung.campaign.CampaignOverview.Standing;
import id.gaung.platform.CountedMetrics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Reads what other features say about campaigns, each in one statement. */
interface CampaignFiguresDao {

  // One content is one post, on however many accounts it is out, its creators' own among them.
  @SqlQuery(
      """
      select c.id as campaign_id, w.drafted, w.open, w.accepted, w.working, w.to_review,
        w.waiting_since, w.to_schedule, w.offered_rupiah as offered, w.agreed_rupiah as agreed,
        p.posts, p.live, p.scheduled, p.troubled
      from campaign c
      cross join lateral (
        select count(distinct offer_id) filter (where offer_state = 'DRAFT') as drafted,
          count(distinct offer_id) filter (where offer_state in ('SENT', 'VIEWED')) as open,
          count(distinct offer_id) filter (where offer_state = 'ACCEPTED') as accepted,
          count(*) filter (where offer_state = 'ACCEPTED'
            and state in ('ASSIGNED', 'CHANGES_REQUESTED')) as working,
          count(*) filter (where state = 'SUBMITTED') as to_review,
          min(submitted_at) filter (where state = 'SUBMITTED') as waiting_since,
          count(*) filter (where state = 'APPROVED') as to_schedule,
          coalesce(sum(fee_rupiah) filter (where offer_state in ('SENT', 'VIEWED')), 0)
            as offered_rupiah,
          coalesce(sum(fee_rupiah) filter (where offer_state = 'ACCEPTED'), 0) as agreed_rupiah
        from collaboration_work_line w where w.campaign_id = c.id) w
      cross join lateral (
        select count(distinct coalesce(deliverable_id, post_id)) filter (where state <> 'CANCELLED') as posts,
          count(distinct coalesce(deliverable_id, post_id)) filter (where state = 'PUBLISHED') as live,
          count(distinct post_id) filter (
            where state in ('IN_REVIEW', 'SCHEDULED', 'RETRYING', 'UNCERTAIN', 'HANDED_OVER')) as scheduled,
          count(distinct post_id) filter (where state in ('FAILED', 'MISSED')) as troubled
        from publishing_outcome_line o where o.campaign_id = c.id) p
      where c.id = any(:ids)
      """)
  List<Standing> standings(Collection<UUID> ids);

  // As in reports: interactions of which a part is not known are not known.
  @SqlQuery(
      """
      select sum(views) as views, sum(interactions) as interactions,
        (select count(distinct d.rendition_id) from engagement_deleted_reading d
          join publishing_outcome_line o on o.rendition_id = d.rendition_id
          where o.campaign_id = :id and not exists (
            select from engagement_week_reading r
            where r.rendition_id = d.rendition_id and r.metric = d.metric
              and r.value is not null)) as deleted,
        count(*) filter (where partly and interactions is null) as partly
      from (
        select v.value as views, i.interactions, i.partly
        from publishing_outcome_line o
        join channel_connection_span c on c.channel_id = o.channel_id
        left join lateral (
          select r.value from engagement_week_reading r
          where r.rendition_id = o.rendition_id and r.metric = 'VIEWS' and r.value is not null
          order by r.observed_at desc, r.id desc limit 1) v on true
        cross join lateral (
          select case when bool_and(n.value is not null) then sum(n.value) end as interactions,
            bool_or(n.value is not null) as partly
          from unnest(:counted.networks, :counted.metrics) as m (network, metric)
          left join lateral (
            select r.value from engagement_week_reading r
            where r.rendition_id = o.rendition_id and r.metric = m.metric and r.value is not null
            order by r.observed_at desc, r.id desc limit 1) n on true
          where m.network = c.network) i
        where o.campaign_id = :id) newest
      """)
  Reach reach(UUID id, @BindMethods("counted") CountedMetrics counted);

  // A post that came out after the change is counted the new way from its first day on.
  @SqlQuery(
      """
      select k.network, k.metric, k.changed_on, k.text_id, k.text_en
      from engagement_count_change k
      where k.changed_on <= :today
        and (k.metric is null or k.metric = 'VIEWS' or (k.network, k.metric) in (
          select * from unnest(:counted.networks, :counted.metrics)))
        and exists (
          select from publishing_outcome_line o
          join channel_connection_span c on c.channel_id = o.channel_id
          where o.campaign_id = :id and c.network = k.network
            and (o.published_at at time zone 'Asia/Makassar')::date < k.changed_on)
      order by k.changed_on, k.network, k.metric, k.id
      """)
  List<CountedAnew> countedAnew(
      UUID id, LocalDate today, @BindMethods("counted") CountedMetrics counted);

  @SqlQuery(
      """
      select count(distinct p.umkm_id) as umkm,
        count(distinct p.umkm_id) filter (where shown.product_id is not null) as umkm_shown,
        count(distinct p.kecamatan_code) as kecamatan,
        count(distinct p.kecamatan_code) filter (where shown.product_id is not null)
          as kecamatan_shown
      from campaign_product cp
      join catalogue_product_line p on p.product_id = cp.product_id
      left join (
        select distinct l.product_id
        from publishing_outcome_line o
        join publishing_product_line l on l.post_id = o.post_id
        where o.campaign_id = :id and o.state = 'PUBLISHED') shown
        on shown.product_id = cp.product_id
      where cp.campaign_id = :id
      """)
  Covered covered(UUID id);

  @SqlQuery(
      """
      select l.product_id, max(o.published_at) as at
      from publishing_product_line l
      join publishing_outcome_line o on o.post_id = l.post_id
      where l.product_id = any(:productIds) and o.published_at is not null
      group by l.product_id
      """)
  @KeyColumn("product_id")
  @ValueColumn("at")
  Map<UUID, Instant> lastShown(Collection<UUID> productIds);

  // What was agreed for a piece counts in the week in which it was first out.
  @SqlQuery(
      """
      select date_trunc('week', f.at at time zone 'Asia/Makassar')::date as monday,
        sum(fee.fee_rupiah) as fees
      from (
        select deliverable_id, min(published_at) as at
        from publishing_outcome_line
        where campaign_id = :id and published_at is not null and deliverable_id is not null
        group by deliverable_id) f
      join collaboration_fee_line fee on fee.deliverable_id = f.deliverable_id
      group by 1 order by 1
      """)
  List<Spent> spent(UUID id);

  // A lane shows its most urgent first; what is over, the newest first. Work without a photo yet is
  // shown with that of the product it names.
  @SqlQuery(
      """
      select x.lane, x.offer_id, x.offer_state, x.respond_by, x.deliverable_id, x.title, x.due_on,
        x.state, x.submitted_at, x.lane_total, n.name as creator,
        coalesce(x.photo_id, (
          select l.photo_id
          from campaign_product cp join catalogue_product_line l on l.product_id = cp.product_id
          where cp.campaign_id = :id and l.photo_id is not null
            and position(lower(l.product) in lower(x.title)) > 0
          order by length(l.product) desc, l.product_id limit 1)) as photo_id, (
          select min(coalesce(o.published_at, o.due_at)) from publishing_outcome_line o
          where o.deliverable_id = x.deliverable_id and o.state <> 'CANCELLED') as post_at
      from (
        select l.*, row_number() over (
            partition by lane
            order by case when lane in ('LIVE', 'ENDED') then null else due_on end nulls last,
              due_on desc, offer_id, number) as place,
          count(*) over (partition by lane) as lane_total
        from (
          select w.creator_id, w.offer_id, w.offer_state, w.respond_by, w.deliverable_id, w.number,
            w.title, w.due_on, w.state, w.submitted_at, w.photo_id,
            case
              when offer_state in ('DRAFT', 'SENT', 'VIEWED')
                then case when number = 1 then 'INVITED' end
              when offer_state <> 'ACCEPTED' then case when number = 1 then 'ENDED' end
              when state in ('ASSIGNED', 'CHANGES_REQUESTED') then 'WORKING'
              when state = 'SUBMITTED' then 'REVIEW'
              when state in ('APPROVED', 'SCHEDULED', 'MISSED') then 'SCHEDULED'
              when state in ('LIVE', 'REMOVED') then 'LIVE'
              else 'ENDED' end as lane
          from collaboration_work_line w where w.campaign_id = :id) l
        where lane is not null) x
      join creator_name_line n on n.creator_id = x.creator_id
      where place <= :most
      order by place
      """)
  List<CreatorOnBoard> board(UUID id, int most);
}
