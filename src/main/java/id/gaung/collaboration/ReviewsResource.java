package id.gaung.collaboration;

import id.gaung.collaboration.Deliverables.DeliverableView;
import id.gaung.kernel.Page;
import id.gaung.kernel.Role;
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

/** The drafts that wait for staff as JSON. */
@Path("/api/v1/reviews")
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
  public Page<DeliverableView> list(
      @Auth Viewer viewer, @QueryParam("page") @DefaultValue("1") int page) {
    return deliverables.waitingForReview(page);
  }
}
