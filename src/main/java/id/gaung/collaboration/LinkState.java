package id.gaung.collaboration;

import id.gaung.campaign.Campaign;
import id.gaung.campaign.CampaignState;
import id.gaung.kernel.Wita;
import java.time.Instant;
import java.time.LocalDate;

/** What an offer's link opens at a moment. */
public enum LinkState {
  /** Waits for the creator's answer. */
  OPEN(true),
  /** Can be read; the campaign is paused, so it cannot be accepted now. */
  PAUSED(true),
  /** Accepted; drafts can be sent. */
  WORKING(true),
  /** Declined; the creator may read that once more. */
  DECLINED(true),
  /** Not sent yet. */
  UNSENT(false),
  WITHDRAWN(false),
  EXPIRED(false),
  CAMPAIGN_CANCELLED(false),
  CAMPAIGN_OVER(false),
  WORK_OVER(false);

  private final boolean readable;

  LinkState(boolean readable) {
    this.readable = readable;
  }

  /** Whether the link shows the offer; else a sentence says what happened. */
  public boolean isReadable() {
    return readable;
  }

  static LinkState of(Offer offer, Campaign of, Instant now) {
    CampaignState campaign = of.state();
    return switch (offer.state()) {
      case DRAFT -> UNSENT;
      case WITHDRAWN -> campaign == CampaignState.CANCELLED ? CAMPAIGN_CANCELLED : WITHDRAWN;
      case EXPIRED -> campaign == CampaignState.CANCELLED ? CAMPAIGN_CANCELLED : EXPIRED;
      case DECLINED -> now.isBefore(offer.respondBy()) ? DECLINED : EXPIRED;
      case ACCEPTED -> now.isBefore(offer.endOfWork()) ? WORKING : WORK_OVER;
      case SENT, VIEWED -> ofOpen(offer, of, now);
    };
  }

  private static LinkState ofOpen(Offer offer, Campaign campaign, Instant now) {
    if (campaign.state() == CampaignState.CANCELLED) {
      return CAMPAIGN_CANCELLED;
    }
    if (!now.isBefore(offer.respondBy())) {
      return EXPIRED;
    }
    LocalDate today = Wita.date(now);
    if (campaign.state() == CampaignState.PAUSED && !campaign.isOver(today)) {
      return PAUSED;
    }
    return campaign.takesOffers(today) ? OPEN : CAMPAIGN_OVER;
  }
}
