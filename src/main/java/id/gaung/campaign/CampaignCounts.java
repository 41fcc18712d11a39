package id.gaung.campaign;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What waits for whom among the campaigns. Reads alone. */
public interface CampaignCounts {

  /** Drafts that the approver sent back, longest ago first. */
  // Only a decision of the approver leads a campaign back to being a draft.
  @SqlQuery(
      """
      select id, name, updated_at as since, budget_rupiah as budget,
        (select min(product_id::text)::uuid from campaign_product p where p.campaign_id = c.id)
          as product_id,
        count(*) over () as total
      from campaign c
      where state = 'DRAFT' and decided_by is not null
      order by updated_at, id limit :limit
      """)
  List<WaitingCampaign> returned(int limit);

  /** Drafts that nobody has submitted yet, the longest untouched first. */
  @SqlQuery(
      """
      select id, name, updated_at as since, budget_rupiah as budget,
        (select min(product_id::text)::uuid from campaign_product p where p.campaign_id = c.id)
          as product_id,
        count(*) over () as total
      from campaign c
      where state = 'DRAFT' and decided_by is null
      order by updated_at, id limit :limit
      """)
  List<WaitingCampaign> drafts(int limit);

  /** Submitted campaigns on which this person may decide, the earliest start first. */
  // Nobody decides about what they contributed to.
  @SqlQuery(
      """
      select id, name, updated_at as since, budget_rupiah as budget,
        (select min(product_id::text)::uuid from campaign_product p where p.campaign_id = c.id)
          as product_id,
        count(*) over () as total
      from campaign c
      where state = 'SUBMITTED' and not exists (
        select from audit_contribution a
        where a.subject_kind in ('campaign', 'brief') and a.subject_id = c.id
          and a.person_id = :personId)
      order by starts_on, id limit :limit
      """)
  List<WaitingCampaign> toDecide(UUID personId, int limit);

  /**
   * Submitted campaigns that wait for somebody else, the longest waiting first.
   *
   * @param approves whether this person may decide on all but what they contributed to
   */
  @SqlQuery(
      """
      select id, name, updated_at as since, budget_rupiah as budget,
        (select min(product_id::text)::uuid from campaign_product p where p.campaign_id = c.id)
          as product_id,
        count(*) over () as total
      from campaign c
      where state = 'SUBMITTED' and (not :approves or exists (
        select from audit_contribution a
        where a.subject_kind in ('campaign', 'brief') and a.subject_id = c.id
          and a.person_id = :personId))
      order by updated_at, id limit :limit
      """)
  List<WaitingCampaign> withOthers(UUID personId, boolean approves, int limit);

  /** How many are in each state; states without a campaign are left out. */
  @SqlQuery("select state, count(*) as campaigns from campaign group by state")
  @KeyColumn("state")
  @ValueColumn("campaigns")
  Map<CampaignState, Long> byState();
}
