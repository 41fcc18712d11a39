package id.gaung.publishing;

import id.gaung.campaign.CampaignState;

/** Whether the posts of a campaign may go out, by its state. */
enum CampaignGate {
  OPEN,
  /** Not now. */
  HELD,
  /** Never again. */
  OVER;

  static CampaignGate of(CampaignState state) {
    return switch (state) {
      case ACTIVE -> OPEN;
      case DRAFT, SUBMITTED, APPROVED, PAUSED -> HELD;
      case COMPLETED, CLOSED, CANCELLED -> OVER;
    };
  }
}
