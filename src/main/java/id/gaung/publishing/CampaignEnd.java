package id.gaung.publishing;

import id.gaung.campaign.CampaignListener;
import id.gaung.kernel.Actor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a campaign's end means for its posts. */
final class CampaignEnd implements CampaignListener {

  private final RenditionDao dao;
  private final RenditionCommands steps;
  private final PostEnds ends;

  CampaignEnd(RenditionDao dao, RenditionCommands steps, PostEnds ends) {
    this.dao = dao;
    this.steps = steps;
    this.ends = ends;
  }

  @Override
  public void cancelled(UUID campaignId, Actor by) {
    end(campaignId, by);
  }

  /** At once, so that nobody reads of a time that will not come. */
  @Override
  public void completed(UUID campaignId, Actor by) {
    end(campaignId, by);
  }

  private void end(UUID campaignId, Actor by) {
    List<RenditionRow> unsent = dao.lockUnsent(campaignId);
    if (unsent.isEmpty()) {
      return;
    }
    dao.endAll(
        unsent.stream().map(RenditionRow::id).toList(),
        RenditionState.CANCELLED,
        Optional.of("CAMPAIGN_OVER"));
    unsent.forEach(
        row ->
            steps.record(
                steps.moved(by, row, RenditionState.CANCELLED).with("reason", "CAMPAIGN_OVER")));
    ends.calledOff(
        unsent.stream().map(row -> PostEnds.Ended.of(row, "CAMPAIGN_OVER")).toList(), by);
  }

  @Override
  public Optional<String> blocksClosing(UUID campaignId) {
    return dao.isUnderWay(campaignId) ? Optional.of("publishing.blocks-closing") : Optional.empty();
  }
}
