package id.gaung.removal;

import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.publishing.PostRemovals.Removal;
import id.gaung.removal.Removals.OrderRemoval;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Taking posts away from their networks, as JSON. */
@Path("api/v1/removals/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "posts")
@RolesAllowed(Role.Names.STAFF)
public final class RemovalResource {

  private final Removals removals;

  RemovalResource(Removals removals) {
    this.removals = removals;
  }

  @POST
  @Operation(summary = "Have a post taken away from its network")
  public RemovalResponse order(@Auth Viewer viewer, @PathParam("id") UUID id, OrderRemoval order) {
    return RemovalResponse.of(removals.order(viewer.actor(), id, order));
  }

  @GET
  @Operation(summary = "How far taking a post away has come")
  public RemovalResponse show(@Auth Viewer viewer, @PathParam("id") UUID id) {
    return Optional.ofNullable(removals.of(List.of(id)).get(id))
        .map(RemovalResponse::of)
        .orElseThrow(Problem::notFound);
  }

  /**
   * @param state ORDERED, DONE or REFUSED
   * @param failure why the network did not do it, as it said last
   */
  record RemovalResponse(
      String state, String person, Instant orderedAt, String reason, Optional<String> failure) {

    static RemovalResponse of(Removal removal) {
      return new RemovalResponse(
          removal.state().name(),
          removal.person(),
          removal.orderedAt(),
          removal.reason(),
          removal.failureKind());
    }
  }
}
