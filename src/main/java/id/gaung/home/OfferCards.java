package id.gaung.home;

import id.gaung.campaign.Campaign;
import id.gaung.campaign.Campaigns;
import id.gaung.collaboration.WorkCounts.CreatorsTurn;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * Cards about offers that were counted by campaign; each leads to the offers of its campaigns.
 *
 * @param <T> one campaign's counts
 */
final class OfferCards<T> {

  private final List<T> counts;
  private final Function<T, UUID> campaignId;
  private final Map<UUID, Campaign> campaigns;

  private OfferCards(List<T> counts, Function<T, UUID> campaignId, Map<UUID, Campaign> campaigns) {
    this.counts = counts;
    this.campaignId = campaignId;
    this.campaigns = campaigns;
  }

  static <T> OfferCards<T> of(List<T> counts, Function<T, UUID> campaignId, Campaigns campaigns) {
    return new OfferCards<>(
        counts, campaignId, campaigns.find(counts.stream().map(campaignId).toList()));
  }

  /**
   * Whose turn it is, the same for staff and for creators: a campaign that is over waits for
   * nobody.
   */
  static OfferCards<CreatorsTurn> turns(List<CreatorsTurn> counts, Campaigns campaigns) {
    return of(counts, CreatorsTurn::campaignId, campaigns)
        .where(campaign -> !campaign.state().isEnded());
  }

  long total(ToLongFunction<T> count) {
    return counts.stream().mapToLong(count).sum();
  }

  /** Without what was counted for other campaigns. */
  OfferCards<T> where(Predicate<Campaign> wanted) {
    return new OfferCards<>(
        counts.stream().filter(one -> campaign(one).filter(wanted).isPresent()).toList(),
        campaignId,
        campaigns);
  }

  /** Nothing if nothing was counted. */
  Optional<Card> card(String key, Card.Whose whose, ToLongFunction<T> count) {
    return card(key, whose, count, one -> Optional.empty());
  }

  /**
   * @param by the earliest day by which one of them is due
   */
  Optional<Card> card(
      String key, Card.Whose whose, ToLongFunction<T> count, Function<T, Optional<LocalDate>> by) {
    List<CardLink> links =
        counts.stream()
            .filter(one -> count.applyAsLong(one) > 0 && campaign(one).isPresent())
            .limit(CampaignLinks.SHOWN)
            .map(one -> link(campaign(one).orElseThrow(), count.applyAsLong(one), by.apply(one)))
            .toList();
    return Card.ifAny(key, counts.stream().mapToLong(count).sum(), whose, links);
  }

  private static CardLink link(Campaign campaign, long things, Optional<LocalDate> by) {
    return CardLink.named(campaign.name(), "/campaigns/" + campaign.id() + "/offers")
        .counting(things, by);
  }

  private Optional<Campaign> campaign(T one) {
    return Optional.ofNullable(campaigns.get(campaignId.apply(one)));
  }
}
