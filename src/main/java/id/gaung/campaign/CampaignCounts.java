package id.gaung.campaign;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

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
}
