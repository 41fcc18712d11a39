package id.gaung.campaign;

import id.gaung.web.Form;
import java.util.Optional;

/** The form of a new campaign, or of one being changed. */
public record CampaignEditor(Form form, Optional<Campaign> campaign) {

  public String action() {
    return campaign.map(c -> "/campaigns/" + c.id()).orElse("/campaigns");
  }

  /** Where cancelling leads. */
  public String back() {
    return action();
  }
}
