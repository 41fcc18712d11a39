package id.gaung.campaign;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

interface CampaignCountsDao {

  // Only a decision of the approver leads a campaign back to being a draft.
  @SqlQuery(
      """
      select id, name, count(*) over () as total from campaign
      where state = 'DRAFT' and decided_by is not null
      order by updated_at, id limit :limit
      """)
  List<WaitingCampaign> returned(int limit);

  // The same three rules as ApprovalRule.
  @SqlQuery(
      """
      select id, name, count(*) over () as total from campaign c
      where state = 'SUBMITTED' and created_by <> :personId
        and submitted_by is distinct from :personId
        and (
          select b.created_by from brief_version b
          where b.campaign_id = c.id order by b.number desc limit 1
        ) is distinct from :personId
      order by starts_on, id limit :limit
      """)
  List<WaitingCampaign> toDecide(UUID personId, int limit);

  @SqlQuery("select state, count(*) as campaigns from campaign group by state")
  @KeyColumn("state")
  @ValueColumn("campaigns")
  Map<CampaignState, Long> byState();
}
