package id.gaung.collaboration;

import id.gaung.campaign.Campaign;
import id.gaung.collaboration.Invitations.LastFee;
import id.gaung.creator.Creator;
import id.gaung.creator.CreatorAccount;
import id.gaung.kernel.Network;
import id.gaung.kernel.Rupiah;
import id.gaung.kernel.Wita;
import id.gaung.web.Form;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Inviting several creators.
 *
 * @param shown those to choose from, the ticked ones first
 * @param accounts of those
 * @param networks on which the office publishes
 * @param found how many there are in all
 * @param titles of the content that can be asked for, by the campaign's products
 * @param usual the middle of what was paid in the last year
 * @param promised the fees of the campaign's open and accepted offers
 * @param message as the first of those shown would read it
 */
public record InvitationForm(
    Campaign campaign,
    Form form,
    List<Creator> shown,
    Map<UUID, List<CreatorAccount>> accounts,
    List<Network> networks,
    long found,
    List<String> titles,
    Map<UUID, LastFee> lastFees,
    Optional<Rupiah> usual,
    Rupiah promised,
    Optional<InvitationText.Preview> message,
    Instant now) {

  public String here() {
    return "/campaigns/" + campaign.id() + "/offers/new";
  }

  public boolean isTicked(Creator creator) {
    return form.has("creator", creator.id().toString());
  }

  public Optional<LastFee> lastFee(Creator creator) {
    return Optional.ofNullable(lastFees.get(creator.id()));
  }

  /** The account with most followers, else the first one. */
  public Optional<CreatorAccount> largest(Creator creator) {
    return accounts.getOrDefault(creator.id(), List.of()).stream()
        .filter(account -> account.followers().isPresent())
        .max(Comparator.comparing(account -> account.followers().orElse(0L)))
        .or(() -> accounts.getOrDefault(creator.id(), List.of()).stream().findFirst());
  }

  public Map<String, String> networkChoices() {
    return OfferShow.choices(networks);
  }

  public boolean mayInvite() {
    return campaign.takesOffers(Wita.date(now));
  }

  /** With the fees of those who are ticked, as far as they can be read. */
  public InvitationMoney money() {
    Rupiah asked =
        shown.stream()
            .filter(this::isTicked)
            .flatMap(creator -> Rupiah.parse(form.value("fee." + creator.id())).stream())
            .reduce(Rupiah.ZERO, Rupiah::plus);
    return new InvitationMoney(campaign.budget(), promised, asked);
  }
}
