package id.gaung.home;

import id.gaung.campaign.WaitingCampaign;
import id.gaung.home.Card.CardLink;
import java.util.List;
import java.util.Optional;

/** Cards that lead to campaigns by their names. */
final class CampaignLinks {

  /** How many a card names; its number counts them all. */
  static final int SHOWN = 5;

  private CampaignLinks() {}

  static Optional<Card> card(String key, List<WaitingCampaign> waiting) {
    return Card.ifAny(
        key,
        total(waiting),
        Card.Whose.READER,
        waiting.stream().map(c -> CardLink.named(c.name(), "/campaigns/" + c.id())).toList());
  }

  /** How many there are, of which these are some. */
  static long total(List<WaitingCampaign> waiting) {
    return waiting.stream().mapToLong(WaitingCampaign::total).max().orElse(0);
  }
}
