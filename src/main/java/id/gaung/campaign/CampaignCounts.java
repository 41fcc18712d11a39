package id.gaung.campaign;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What waits for whom among the campaigns. Reads alone. */
public final class CampaignCounts {

  private final CampaignCountsDao dao;

  public CampaignCounts(Jdbi jdbi) {
    this.dao = jdbi.onDemand(CampaignCountsDao.class);
  }

  /** Drafts that the approver sent back, longest ago first. */
  public List<WaitingCampaign> returned(int limit) {
    return dao.returned(limit);
  }

  /** Submitted campaigns on which this person may decide, the earliest start first. */
  public List<WaitingCampaign> toDecide(UUID personId, int limit) {
    return dao.toDecide(personId, limit);
  }

  /** How many are in each state; states without a campaign are left out. */
  public Map<CampaignState, Long> byState() {
    return dao.byState();
  }

  interface CampaignCountsDao {

    // Only a decision of the approver leads a campaign back to being a draft.
    @SqlQuery(
        """
        select id, name, count(*) over () as total from campaign
        where state = 'DRAFT' and decided_by is not null
        order by updated_at, id limit :limit
        """)
    List<WaitingCampaign> returned(int limit);

    // Nobody decides about what they contributed to.
    @SqlQuery(
        """
        select id, name, count(*) over () as total from campaign c
        where state = 'SUBMITTED' and not exists (
          select from audit_contribution a
          where a.subject_kind in ('campaign', 'brief') and a.subject_id = c.id
            and a.person_id = :personId)
        order by starts_on, id limit :limit
        """)
    List<WaitingCampaign> toDecide(UUID personId, int limit);

    @SqlQuery("select state, count(*) as campaigns from campaign group by state")
    @KeyColumn("state")
    @ValueColumn("campaigns")
    Map<CampaignState, Long> byState();
  }
}
