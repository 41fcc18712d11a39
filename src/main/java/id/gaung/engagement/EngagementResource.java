package id.gaung.engagement;

import id.gaung.kernel.Role;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/** Figures of published posts. */
@Path("/api/v1/engagement")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "engagement")
public final class EngagementResource {

  private final Engagement engagement;

  EngagementResource(Engagement engagement) {
    this.engagement = engagement;
  }

  @GET
  @Path("/posts/{id}")
  @Operation(summary = "The newest counts of a published rendition, its figures and its readings")
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER, Role.Names.OBSERVER, Role.Names.ADMIN})
  public PostEngagementResponse show(@Auth Viewer viewer, @PathParam("id") UUID id) {
    return PostEngagementResponse.from(engagement.of(id));
  }

  @POST
  @Path("/posts/{id}/read")
  @Operation(summary = "Reads the counts of a published rendition now")
  @RolesAllowed(Role.Names.STAFF)
  public PostEngagementResponse read(@Auth Viewer viewer, @PathParam("id") UUID id) {
    engagement.readNow(viewer.actor(), id);
    return PostEngagementResponse.from(engagement.of(id));
  }

  @POST
  @Path("/posts/{id}/check")
  @Operation(
      summary = "Asks the network whether a post still stands; one that is gone counts as removed")
  @RolesAllowed(Role.Names.STAFF)
  public PresenceResponse check(@Auth Viewer viewer, @PathParam("id") UUID id) {
    return new PresenceResponse(engagement.check(viewer.actor(), id));
  }
}
