package id.gaung.home;

import id.gaung.campaign.Campaign;
import id.gaung.campaign.WaitingCampaign;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Cards that lead to campaigns by their names. */
final class CampaignLinks {

  /** How many a card names; its number counts them all. */
  static final int SHOWN = 5;

  private CampaignLinks() {}

  static Optional<Card> card(String key, List<WaitingCampaign> waiting) {
    return Card.ifAny(
        key,
        total(waiting),
        waiting.stream().map(c -> CardLink.named(c.name(), "/campaigns/" + c.id())).toList());
  }

  /** How many there are, of which these are some. */
  static long total(List<WaitingCampaign> waiting) {
    return waiting.stream().mapToLong(WaitingCampaign::total).max().orElse(0);
  }

  static CardLink offers(UUID campaignId, Map<UUID, Campaign> names) {
    String name = Optional.ofNullable(names.get(campaignId)).map(Campaign::name).orElse("");
    return CardLink.named(name, "/campaigns/" + campaignId + "/offers");
  }
}
