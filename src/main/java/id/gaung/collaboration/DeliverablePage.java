package id.gaung.collaboration;

import id.gaung.campaign.HistoryLine;
import id.gaung.web.Form;
import java.util.List;

/** One deliverable with every round side by side. */
public record DeliverablePage(
    DeliverableView view, WorkItem item, Form form, List<HistoryLine> history) {

  public boolean mayApprove() {
    return item.deliverable().state() == DeliverableState.SUBMITTED;
  }
}
