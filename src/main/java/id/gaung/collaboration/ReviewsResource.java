package id.gaung.collaboration;

import id.gaung.kernel.Role;
import id.gaung.web.PageResponse;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;

/** The drafts that wait for staff as JSON. */
@Path("api/v1/reviews")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deliverables")
public final class ReviewsResource {

  private final Deliverables deliverables;

  ReviewsResource(Deliverables deliverables) {
    this.deliverables = deliverables;
  }

  @GET
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "Drafts that wait for review, the earliest due first")
  public PageResponse<WaitingDraftResponse> list(
      @Auth Viewer viewer, @QueryParam("page") @DefaultValue("1") int page) {
    return PageResponse.of(deliverables.waitingForReview(page), WaitingDraftResponse::from);
  }

  /** A draft that waits for review, as the API shows it. */
  public record WaitingDraftResponse(
      UUID id,
      UUID offerId,
      UUID campaignId,
      String campaignName,
      UUID creatorId,
      String creatorName,
      String title,
      LocalDate dueOn,
      DeliverableFormat format,
      DeliverableState state,
      int round,
      int version) {

    static WaitingDraftResponse from(DeliverableView d) {
      return new WaitingDraftResponse(
          d.id(),
          d.offerId(),
          d.campaignId(),
          d.campaignName(),
          d.creatorId(),
          d.creatorName(),
          d.title(),
          d.dueOn(),
          d.format(),
          d.state(),
          d.round(),
          d.version());
    }
  }
}
