package id.gaung.collaboration;

import id.gaung.kernel.Role;
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
import java.util.Optional;
import java.util.UUID;

/** One offer as JSON, for staff. */
@Path("/api/v1/offers/{id}")
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
  public OfferAnswer get(@Auth Viewer viewer, @PathParam("id") UUID id) {
    return answer(offers, id);
  }

  @PUT
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "Change a draft")
  public OfferAnswer change(@Auth Viewer viewer, @PathParam("id") UUID id, OfferDraft draft) {
    offers.change(viewer.actor(), id, draft);
    return answer(offers, id);
  }

  @POST
  @Path("send")
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "Send a draft with the newest brief; its link opens from now on")
  public OfferAnswer send(@Auth Viewer viewer, @PathParam("id") UUID id, OfferOrder order) {
    offers.send(viewer.actor(), id, order);
    return answer(offers, id);
  }

  @POST
  @Path("withdraw")
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "Take an offer back before it is accepted")
  public OfferAnswer withdraw(@Auth Viewer viewer, @PathParam("id") UUID id, OfferOrder order) {
    sent.withdraw(viewer.actor(), id, order);
    return answer(offers, id);
  }

  @POST
  @Path("extend")
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "Give more time to respond, once")
  public OfferAnswer extend(@Auth Viewer viewer, @PathParam("id") UUID id, Extension extension) {
    sent.extend(viewer.actor(), id, extension);
    return answer(offers, id);
  }

  @GET
  @Path("link")
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "The link to give to the creator, and WhatsApp with the message")
  public LinkAnswer link(@Auth Viewer viewer, @PathParam("id") UUID id) {
    return invitations.of(offers.get(id));
  }

  @POST
  @Path("link")
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "Make a new link; the old one is dead")
  public LinkAnswer renew(@Auth Viewer viewer, @PathParam("id") UUID id, OfferOrder order) {
    sent.renewLink(viewer.actor(), id, order);
    return invitations.of(offers.get(id));
  }

  static OfferAnswer answer(Offers offers, UUID id) {
    return OfferAnswer.from(
        offers.get(id),
        Optional.of(
            offers.deliverables(id).stream()
                .map(d -> DeliverableAnswer.from(d, Optional.empty()))
                .toList()));
  }
}
