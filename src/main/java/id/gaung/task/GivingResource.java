package id.gaung.task;

import id.gaung.kernel.Role;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/** Giving tasks on, as JSON. */
@Path("api/v1/task-holders/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "posts")
public final class GivingResource {

  private final TaskGiving giving;

  GivingResource(TaskGiving giving) {
    this.giving = giving;
  }

  @POST
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "Give a task to somebody else, whoever has it")
  public GivenResponse give(@Auth Viewer viewer, @PathParam("id") UUID id, GiveTask gift) {
    return new GivenResponse(giving.give(viewer.actor(), id, gift));
  }

  /**
   * A task that is with somebody else now.
   *
   * @param postId that it is about
   */
  record GivenResponse(UUID postId) {}
}
