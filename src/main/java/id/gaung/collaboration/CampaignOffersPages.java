package id.gaung.collaboration;

import id.gaung.campaign.Campaign;
import id.gaung.campaign.Campaigns;
import id.gaung.creator.Creator;
import id.gaung.creator.Creators;
import id.gaung.kernel.Page;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Rupiah;
import id.gaung.kernel.Wita;
import id.gaung.web.Flash;
import id.gaung.web.Form;
import id.gaung.web.View;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The invitations of a campaign as a list, and making one as a draft. */
@Path("campaigns/{id}/offers")
@Produces(MediaType.TEXT_HTML)
public final class CampaignOffersPages {

  private final Campaigns campaigns;
  private final Creators creators;
  private final Offers offers;
  private final InvitationText text;
  private final SocialSide social;
  private final Clock clock;

  CampaignOffersPages(
      Campaigns campaigns,
      Creators creators,
      Offers offers,
      InvitationText text,
      SocialSide social,
      Clock clock) {
    this.social = social;
    this.campaigns = campaigns;
    this.creators = creators;
    this.offers = offers;
    this.text = text;
    this.clock = clock;
  }

  @GET
  @RolesAllowed(Role.Names.STAFF)
  public View list(
      @Auth Viewer viewer,
      @PathParam("id") UUID id,
      @QueryParam("page") @DefaultValue("1") int page) {
    Campaign campaign = campaigns.get(id);
    Page<Offer> found = offers.ofCampaign(id, page);
    Map<UUID, Creator> invited =
        creators.find(found.rows().stream().map(Offer::creatorId).distinct().toList());
    Map<UUID, List<Deliverable>> work =
        offers.deliverables(found.rows().stream().map(Offer::id).toList());
    Page<Row> rows =
        found.map(
            o ->
                new Row(
                    o,
                    Optional.ofNullable(invited.get(o.creatorId())).map(Creator::name).orElse(""),
                    Optional.ofNullable(invited.get(o.creatorId()))
                        .filter(creator -> o.isAnswerable(clock.instant()))
                        .map(
                            creator ->
                                text.whatsApp(
                                        o, creator, campaign, work.getOrDefault(o.id(), List.of()))
                                    .toString())));
    return new View(
        "collaboration/offer_list.jte",
        new Listing(campaign, rows, offers.promised(id), Wita.date(clock.instant())));
  }

  @POST
  @RolesAllowed(Role.Names.STAFF)
  public Response create(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return form.attempt(
        () -> {
          UUID offer = offers.draft(viewer.actor(), id, OfferForm.read(form));
          return Flash.to("/offers/" + offer, "collaboration.flash.drafted");
        },
        again -> form(campaigns.get(id), creatorOf(again), again));
  }

  private static UUID creatorOf(Form form) {
    try {
      return UUID.fromString(form.value("creatorId"));
    } catch (IllegalArgumentException notAnId) {
      throw Problem.notFound();
    }
  }

  private View form(Campaign campaign, UUID creatorId, Form form) {
    Creator creator = creators.find(creatorId).orElseThrow(Problem::notFound);
    return new View(
        "collaboration/offer_form.jte",
        new Editor(
            campaign,
            creator,
            Optional.empty(),
            form,
            OfferForm.lines(form),
            OfferShow.choices(social.networks())));
  }

  /**
   * The form of an offer.
   *
   * @param offer being changed; empty for a new one
   * @param lines how many deliverables the form has room for
   * @param networks those to choose from for each of them, name to label
   */
  public record Editor(
      Campaign campaign,
      Creator creator,
      Optional<Offer> offer,
      Form form,
      int lines,
      Map<String, String> networks) {

    public String action() {
      return offer.map(o -> "/offers/" + o.id()).orElse("/campaigns/" + campaign.id() + "/offers");
    }

    /** Where cancelling leads. */
    public String back() {
      return action();
    }

    /** Whether something is in the line; empty ones are folded away, but for the first. */
    public boolean isTyped(int line) {
      return OfferForm.isTyped(form, line);
    }
  }

  /**
   * The offers of a campaign.
   *
   * @param promised the fees of open and accepted offers
   */
  public record Listing(Campaign campaign, Page<Row> rows, Rupiah promised, LocalDate today) {

    public boolean mayInvite() {
      return campaign.takesOffers(today);
    }
  }

  /**
   * An offer in a list, with the name of whom it concerns.
   *
   * @param whatsApp opens WhatsApp with the message, while an answer can come
   */
  public record Row(Offer offer, String name, Optional<String> whatsApp) {

    Row(Offer offer, String name) {
      this(offer, name, Optional.empty());
    }
  }
}
