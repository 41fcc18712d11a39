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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/** One deliverable and its review as JSON. */
@Path("/api/v1/deliverables/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Deliverables")
public final class DeliverableResource {

  private final Reviews reviews;

  DeliverableResource(Reviews reviews) {
    this.reviews = reviews;
  }

  @GET
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "A deliverable with every round")
  public DeliverableAnswer get(@Auth Viewer viewer, @PathParam("id") UUID id) {
    return DeliverableAnswer.from(reviews.item(id));
  }

  @POST
  @Path("approve")
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "Approve the newest draft")
  public DeliverableAnswer approve(
      @Auth Viewer viewer, @PathParam("id") UUID id, ReviewOrder order) {
    reviews.approve(viewer.actor(), id, order);
    return DeliverableAnswer.from(reviews.item(id));
  }

  @POST
  @Path("request-changes")
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "Ask for changes, at most twice")
  public DeliverableAnswer requestChanges(
      @Auth Viewer viewer, @PathParam("id") UUID id, ChangeRequest request) {
    reviews.requestChanges(viewer.actor(), id, request);
    return DeliverableAnswer.from(reviews.item(id));
  }

  @POST
  @Path("cancel")
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "Call a deliverable off, with a reason")
  public DeliverableAnswer cancel(
      @Auth Viewer viewer, @PathParam("id") UUID id, ReviewOrder order) {
    reviews.cancel(viewer.actor(), id, order);
    return DeliverableAnswer.from(reviews.item(id));
  }
}
