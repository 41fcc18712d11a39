package id.gaung.campaign;

import id.gaung.catalogue.ProductSummary;
import id.gaung.web.Form;
import java.util.List;

/**
 * One campaign.
 *
 * @param form of the step that was refused, if one was
 * @param steps which this reader may take now
 * @param ownWork whether the reader would decide on it, had they not made it themselves
 * @param missing what must be done before it can be submitted; empty if it is no draft
 */
public record CampaignShowPage(
    Campaign campaign,
    Form form,
    List<CampaignStep> steps,
    boolean ownWork,
    List<SubmissionRule> missing,
    BriefVersion brief,
    Completeness completeness,
    List<ProductSummary> products,
    List<HistoryLine> history,
    boolean staff) {

  public boolean mayEdit() {
    return staff && campaign.state() == CampaignState.DRAFT;
  }
}
