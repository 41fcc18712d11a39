package id.gaung.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface CampaignDao {

  @SqlUpdate(
      """
      insert into campaign (id, name, goal, starts_on, ends_on, budget_rupiah, target_posts,
        target_views, target_interactions, state, created_by, created_at, updated_at)
      values (:id, :name, :goal, :startsOn, :endsOn, :budget, :targetPosts,
        :targetViews, :targetInteractions, :state, :createdBy, :createdAt, :updatedAt)
      """)
  void insert(@BindMethods Campaign campaign);

  @SqlQuery("select *, budget_rupiah as budget from campaign where id = :id")
  Optional<Campaign> find(UUID id);

  @SqlQuery("select *, budget_rupiah as budget from campaign where id = :id for update")
  Optional<Campaign> lock(UUID id);

  // Shared: acceptances of several offers do not wait for each other, only for a change of state.
  @SqlQuery("select *, budget_rupiah as budget from campaign where id = :id for share")
  Optional<Campaign> hold(UUID id);

  @SqlUpdate(
      """
      update campaign set name = :plan.name, goal = :plan.goal, starts_on = :plan.startsOn,
        ends_on = :plan.endsOn, budget_rupiah = :plan.budget, target_posts = :plan.targetPosts,
        target_views = :plan.targetViews, target_interactions = :plan.targetInteractions,
        updated_at = :now, version = version + 1
      where id = :id and version = :version
      """)
  int change(UUID id, int version, @BindMethods("plan") PlanCampaign plan, Instant now);

  @SqlUpdate(
      """
      update campaign set state = :state, state_reason = :reason, submitted_by = :submittedBy,
        decided_by = :decidedBy, updated_at = :now, version = version + 1
      where id = :id and version = :version
      """)
  int move(
      UUID id,
      int version,
      CampaignState state,
      Optional<String> reason,
      Optional<UUID> submittedBy,
      Optional<UUID> decidedBy,
      Instant now);

  @SqlUpdate(
      """
      update campaign set updated_at = :now, version = version + 1
      where id = :id and version = :version
      """)
  int touch(UUID id, int version, Instant now);

  @SqlQuery("select id, state from campaign where id = any(:ids)")
  @KeyColumn("id")
  @ValueColumn("state")
  Map<UUID, CampaignState> states(Collection<UUID> ids);

  @SqlQuery("select *, budget_rupiah as budget from campaign where id = any(:ids)")
  List<Campaign> all(Collection<UUID> ids);

  @SqlQuery(
      """
      select *, budget_rupiah as budget from campaign
      where state = any(:states) and name ilike :like
      order by starts_on desc, id desc limit :limit offset :offset
      """)
  List<Campaign> page(Collection<String> states, String like, int limit, int offset);

  /** What the latest that have begun or are over aimed at; of each number the middle half. */
  @SqlQuery(
      """
      select count(*) as campaigns,
        percentile_disc(0.25) within group (order by target_posts)::bigint as posts_low,
        percentile_disc(0.75) within group (order by target_posts)::bigint as posts_high,
        percentile_disc(0.25) within group (order by target_views) as views_low,
        percentile_disc(0.75) within group (order by target_views) as views_high,
        percentile_disc(0.25) within group (order by target_interactions) as interactions_low,
        percentile_disc(0.75) within group (order by target_interactions) as interactions_high
      from (
        select target_posts, target_views, target_interactions from campaign
        where state = any(:states) order by starts_on desc, id desc limit :latest) c
      """)
  UsualTargets usualTargets(Collection<String> states, int latest);

  @SqlQuery("select count(*) from campaign where state = any(:states) and name ilike :like")
  long count(Collection<String> states, String like);

  @SqlQuery(
      """
      select id from campaign
      where state = 'APPROVED' and starts_on <= :today and ends_on >= :today order by id
      """)
  List<UUID> toActivate(LocalDate today);

  @SqlQuery(
      """
      select id from campaign
      where state in ('APPROVED', 'ACTIVE', 'PAUSED') and ends_on < :today order by id
      """)
  List<UUID> toComplete(LocalDate today);

  @SqlQuery(
      """
      select product_id from campaign_product where campaign_id = :campaignId order by product_id
      """)
  List<UUID> productIds(UUID campaignId);

  /** The first products of each campaign, by their ids. */
  @SqlQuery(
      """
      select campaign_id, product_id from (
        select campaign_id, product_id,
          row_number() over (partition by campaign_id order by product_id) as place
        from campaign_product where campaign_id = any(:ids)) p
      where place <= :most
      """)
  List<Linked> linked(Collection<UUID> ids, int most);

  @SqlBatch(
      """
      insert into campaign_product (campaign_id, product_id) values (:campaignId, :productId)
      on conflict do nothing
      """)
  void link(UUID campaignId, Collection<UUID> productId);

  @SqlUpdate(
      """
      delete from campaign_product
      where campaign_id = :campaignId and not (product_id = any(:keep))
      """)
  void unlinkOthers(UUID campaignId, Collection<UUID> keep);

  /** A product of a campaign. */
  record Linked(UUID campaignId, UUID productId) {}
}
