package id.gaung.report;

import id.gaung.kernel.Network;
import id.gaung.kernel.Rupiah;
import id.gaung.platform.CountedMetrics;
import id.gaung.report.ReportInputs.DeletedRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Reads what the report's first page shows beside the week's figures. Writes nothing. */
interface PageOneDao {

  /** A post on one account, planned or out. */
  record AccountRow(
      UUID id,
      UUID postId,
      UUID campaignId,
      String campaign,
      Network network,
      String channel,
      String text,
      String state,
      Instant dueAt,
      Optional<Instant> publishedAt) {}

  @SqlQuery(
      """
      select r.rendition_id as id, r.post_id, r.campaign_id, c.campaign, h.network,
        h.label as channel, r.text, r.state, r.due_at, r.published_at
      from publishing_outcome_line r
      join campaign_budget_line c on c.campaign_id = r.campaign_id
      join channel_connection_span h on h.channel_id = r.channel_id
      where r.post_id = any(:posts)
      order by r.post_id, r.due_at, h.network, r.rendition_id
      """)
  List<AccountRow> accounts(Collection<UUID> posts);

  /** Those that stand in the plan of an earlier week. */
  @SqlQuery(
      """
      select distinct rendition_id from publishing_plan_line
      where rendition_id = any(:renditions) and week_start < :start
      """)
  Set<UUID> plannedBefore(Collection<UUID> renditions, Instant start);

  /** A photo of a post. */
  record PictureRow(UUID postId, UUID photoId) {}

  @SqlQuery("select post_id, photo_id from publishing_picture_line where post_id = any(:posts)")
  List<PictureRow> pictures(Collection<UUID> posts);

  /**
   * A campaign that ran in the week.
   *
   * @param used fees of what was out before the cut
   * @param agreed fees of all accepted invitations
   * @param offered fees of open invitations
   * @param posts that were out before the cut, each counted once
   */
  record CampaignRow(
      UUID campaignId,
      String campaign,
      Rupiah budget,
      Rupiah used,
      Rupiah agreed,
      Rupiah offered,
      Optional<Long> targetPosts,
      Optional<Long> targetViews,
      Optional<Long> targetInteractions,
      long posts) {}

  @SqlQuery(
      """
      select c.campaign_id, c.campaign, c.budget_rupiah as budget,
        (select coalesce(sum(f.fee_rupiah), 0)::bigint from collaboration_fee_line f
          where f.campaign_id = c.campaign_id and exists (
            select from publishing_outcome_line r
            where r.deliverable_id = f.deliverable_id and r.published_at < :cut)) as used,
        (select coalesce(sum(f.fee_rupiah), 0)::bigint from collaboration_fee_line f
          where f.campaign_id = c.campaign_id) as agreed,
        (select coalesce(sum(w.fee_rupiah), 0)::bigint from collaboration_work_line w
          where w.campaign_id = c.campaign_id and w.offer_state in ('SENT', 'VIEWED')) as offered,
        c.target_posts, c.target_views, c.target_interactions,
        (select count(distinct coalesce(r.deliverable_id, r.post_id)) from publishing_outcome_line r
          where r.campaign_id = c.campaign_id and r.published_at < :cut) as posts
      from campaign_budget_line c
      where c.starts_on <= :sunday and c.ends_on >= :monday and c.approved
      order by c.campaign, c.campaign_id
      """)
  List<CampaignRow> campaigns(LocalDate monday, LocalDate sunday, Instant cut);

  /** When networks changed how they count, up to a day, the earliest first. */
  @SqlQuery(
      """
      select network, metric, changed_on, text_id, text_en from engagement_count_change
      where changed_on <= :until order by changed_on, network, metric, id
      """)
  List<CountedAnew> countedAnew(LocalDate until);

  @SqlQuery(
      """
      select rendition_id, metric, until from engagement_deleted_reading
      where rendition_id = any(:renditions)
      """)
  List<DeletedRow> deleted(Collection<UUID> renditions);

  /** What a campaign's posts have; empty where nothing was counted. */
  record ReachedRow(UUID campaignId, Optional<Long> views, Optional<Long> interactions) {}

  // Interactions of which a part is not known are not known, as in the rows of the week.
  @SqlQuery(
      """
      select r.campaign_id, sum(v.value)::bigint as views, sum(i.interactions)::bigint as interactions
      from publishing_outcome_line r
      join channel_connection_span h on h.channel_id = r.channel_id
      left join lateral (
        select value from engagement_week_reading
        where rendition_id = r.rendition_id and metric = 'VIEWS' and value is not null
          and observed_at <= :cut
        order by observed_at desc, id desc
        limit 1) v on true
      cross join lateral (
        select case when bool_and(n.value is not null) then sum(n.value) end as interactions
        from unnest(:counted.networks, :counted.metrics) as m (network, metric)
        left join lateral (
          select value from engagement_week_reading
          where rendition_id = r.rendition_id and metric = m.metric and value is not null
            and observed_at <= :cut
          order by observed_at desc, id desc
          limit 1) n on true
        where m.network = h.network) i
      where r.campaign_id = any(:campaigns) and r.published_at < :cut
      group by r.campaign_id
      """)
  List<ReachedRow> reached(
      Collection<UUID> campaigns, @BindMethods("counted") CountedMetrics counted, Instant cut);
}
