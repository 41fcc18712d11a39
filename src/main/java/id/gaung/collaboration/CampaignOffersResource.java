package id.gaung.collaboration;

import id.gaung.kernel.Role;
import id.gaung.web.PageResponse;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/** The offers of a campaign as JSON. */
@Path("api/v1/campaigns/{id}/offers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Offers")
public final class CampaignOffersResource {

  private final Offers offers;

  CampaignOffersResource(Offers offers) {
    this.offers = offers;
  }

  @GET
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "The offers of a campaign, newest first")
  public PageResponse<OfferResource.OfferResponse> list(
      @Auth Viewer viewer,
      @PathParam("id") UUID id,
      @QueryParam("page") @DefaultValue("1") int page) {
    return PageResponse.of(
        offers.ofCampaign(id, page), o -> OfferResource.OfferResponse.from(o, Optional.empty()));
  }

  @POST
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "Draft an offer to a creator")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = OfferResource.OfferResponse.class)))
  public Response draft(@Auth Viewer viewer, @PathParam("id") UUID id, DraftOffer draft) {
    UUID offer = offers.draft(viewer.actor(), id, draft);
    return Response.created(URI.create("/api/v1/offers/" + offer))
        .entity(OfferResource.answer(offers, offer))
        .build();
  }
}
