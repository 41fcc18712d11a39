package id.gaung.collaboration;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.gaung.collaboration.SentOffers.ExtendOffer;
import id.gaung.collaboration.SentOffers.TakeOfferStep;
import id.gaung.kernel.Role;
import id.gaung.kernel.Rupiah;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One offer as JSON, for staff. */
@Path("api/v1/offers/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Offers")
public final class OfferResource {

  private final Offers offers;
  private final SentOffers sent;
  private final OfferInvitations invitations;

  OfferResource(Offers offers, SentOffers sent, OfferInvitations invitations) {
    this.offers = offers;
    this.sent = sent;
    this.invitations = invitations;
  }

  @GET
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "One offer")
  public OfferResponse get(@Auth Viewer viewer, @PathParam("id") UUID id) {
    return answer(offers, id);
  }

  @PUT
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "Change a draft")
  public OfferResponse change(@Auth Viewer viewer, @PathParam("id") UUID id, DraftOffer draft) {
    offers.change(viewer.actor(), id, draft);
    return answer(offers, id);
  }

  @POST
  @Path("send")
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "Send a draft with the newest brief; its link opens from now on")
  public OfferResponse send(@Auth Viewer viewer, @PathParam("id") UUID id, TakeOfferStep order) {
    offers.send(viewer.actor(), id, order);
    return answer(offers, id);
  }

  @POST
  @Path("withdraw")
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "Take an offer back before it is accepted")
  public OfferResponse withdraw(
      @Auth Viewer viewer, @PathParam("id") UUID id, TakeOfferStep order) {
    sent.withdraw(viewer.actor(), id, order);
    return answer(offers, id);
  }

  @POST
  @Path("extend")
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "Give more time to respond, once")
  public OfferResponse extend(
      @Auth Viewer viewer, @PathParam("id") UUID id, ExtendOffer extension) {
    sent.extend(viewer.actor(), id, extension);
    return answer(offers, id);
  }

  @GET
  @Path("link")
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "The link to give to the creator, and WhatsApp with the message")
  public LinkResponse link(@Auth Viewer viewer, @PathParam("id") UUID id) {
    return invitations.of(offers.get(id));
  }

  @POST
  @Path("link")
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "Make a new link; the old one is dead")
  public LinkResponse renew(@Auth Viewer viewer, @PathParam("id") UUID id, TakeOfferStep order) {
    sent.renewLink(viewer.actor(), id, order);
    return invitations.of(offers.get(id));
  }

  static OfferResponse answer(Offers offers, UUID id) {
    return OfferResponse.from(
        offers.get(id),
        Optional.of(
            offers.deliverables(id).stream()
                .map(d -> DeliverableResource.DeliverableResponse.from(d, Optional.empty()))
                .toList()));
  }

  /**
   * The link of an offer.
   *
   * @param whatsApp opens WhatsApp with the message that has the link
   */
  public record LinkResponse(URI link, URI whatsApp) {}

  /**
   * An offer as the API tells staff.
   *
   * @param deliverables left out in lists
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record OfferResponse(
      UUID id,
      UUID campaignId,
      UUID creatorId,
      UUID briefVersionId,
      OfferState state,
      Rupiah fee,
      String message,
      Instant respondBy,
      LocalDate workEndsOn,
      boolean extended,
      Optional<Instant> sentAt,
      Optional<Instant> viewedAt,
      Optional<Instant> decidedAt,
      Optional<String> declineReason,
      Optional<String> acceptedName,
      Optional<String> acceptedBriefSha256,
      Optional<List<DeliverableResource.DeliverableResponse>> deliverables,
      int version) {

    static OfferResponse from(
        Offer offer, Optional<List<DeliverableResource.DeliverableResponse>> deliverables) {
      return new OfferResponse(
          offer.id(),
          offer.campaignId(),
          offer.creatorId(),
          offer.briefVersionId(),
          offer.state(),
          offer.fee(),
          offer.message(),
          offer.respondBy(),
          offer.workEndsOn(),
          offer.extended(),
          offer.sentAt(),
          offer.viewedAt(),
          offer.decidedAt(),
          offer.declineReason(),
          offer.acceptedName(),
          offer.acceptedBriefSha256(),
          deliverables,
          offer.version());
    }
  }
}
