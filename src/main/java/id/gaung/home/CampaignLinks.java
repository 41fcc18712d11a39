package id.gaung.home;

import id.gaung.campaign.WaitingCampaign;
import id.gaung.catalogue.ProductSummary;
import id.gaung.catalogue.Products;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Cards that lead to campaigns by their names. */
final class CampaignLinks {

  /** How many a card names; its number counts them all. */
  static final int SHOWN = 5;

  private CampaignLinks() {}

  /**
   * @param products whose pictures stand beside the names
   */
  static Optional<Card> card(String key, List<WaitingCampaign> waiting, Products products) {
    return card(key, Card.Whose.READER, waiting, products);
  }

  static Optional<Card> card(
      String key, Card.Whose whose, List<WaitingCampaign> waiting, Products products) {
    Map<UUID, ProductSummary> shown =
        products.find(waiting.stream().flatMap(c -> c.productId().stream()).distinct().toList());
    return Card.ifAny(
        key,
        total(waiting),
        whose,
        waiting.stream()
            .map(
                c ->
                    CardLink.thing(
                            c.name(),
                            "/campaigns/" + c.id(),
                            c.productId()
                                .flatMap(id -> Optional.ofNullable(shown.get(id)))
                                .flatMap(ProductSummary::photoId),
                            c.since(),
                            Optional.empty())
                        .costing(c.budget()))
            .toList());
  }

  /** How many there are, of which these are some. */
  static long total(List<WaitingCampaign> waiting) {
    return waiting.stream().mapToLong(WaitingCampaign::total).max().orElse(0);
  }
}
