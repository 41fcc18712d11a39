package id.gaung.collaboration;

import id.gaung.campaign.BriefVersion;
import id.gaung.campaign.Campaign;
import id.gaung.campaign.HistoryLine;
import id.gaung.creator.Creator;
import id.gaung.web.Form;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One offer.
 *
 * @param brief the version it is bound to
 * @param newestBrief the number of the campaign's newest version
 * @param link to copy; empty while it opens nothing
 * @param whatsApp opens WhatsApp with the message
 */
public record OfferPage(
    Offer offer,
    Campaign campaign,
    Creator creator,
    BriefVersion brief,
    int newestBrief,
    List<Deliverable> deliverables,
    Optional<String> link,
    Optional<String> whatsApp,
    Form form,
    List<HistoryLine> history,
    Instant now) {

  public boolean mayWithdraw() {
    return offer.state().canBecome(OfferState.WITHDRAWN);
  }

  public boolean mayExtend() {
    return offer.isAnswerable(now) && !offer.extended();
  }

  public boolean isDraft() {
    return offer.state() == OfferState.DRAFT;
  }

  /** Whether the campaign's brief changed after this offer was sent. */
  public boolean hasOlderBrief() {
    return offer.state().isOpen() && newestBrief > brief.number();
  }
}
