package id.gaung.publishing;

import id.gaung.kernel.Role;
import id.gaung.publishing.PublishingSwitch.TurnSwitch;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The switch as JSON. */
@Path("api/v1/publishing")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "publishing")
public final class PublishingResource {

  private final PublishingSwitch control;

  PublishingResource(PublishingSwitch control) {
    this.control = control;
  }

  @GET
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER, Role.Names.ADMIN})
  @Operation(summary = "Whether anything may go out")
  public SwitchResponse show(@Auth Viewer viewer) {
    return SwitchResponse.from(control.state());
  }

  @POST
  @Path("stop")
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER, Role.Names.ADMIN})
  @Operation(summary = "Stop everything at once")
  public SwitchResponse stop(@Auth Viewer viewer, TurnSwitch order) {
    control.stop(viewer.actor(), order);
    return SwitchResponse.from(control.state());
  }

  @POST
  @Path("start")
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER, Role.Names.ADMIN})
  @Operation(summary = "Let publishing go on")
  public SwitchResponse start(@Auth Viewer viewer, TurnSwitch order) {
    control.start(viewer.actor(), order);
    return SwitchResponse.from(control.state());
  }
}
