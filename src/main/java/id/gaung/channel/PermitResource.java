package id.gaung.channel;

import id.gaung.channel.Permits.RecordPermit;
import id.gaung.channel.Permits.RecordedPermit;
import id.gaung.kernel.Network;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;

/** What networks allowed the office, as JSON. */
@Path("api/v1/channels/permits")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "channels")
@RolesAllowed(Role.Names.ADMIN)
public final class PermitResource {

  private final Permits permits;

  PermitResource(Permits permits) {
    this.permits = permits;
  }

  @GET
  @Path("{network}")
  @Operation(summary = "Who confirmed that a network serves the office by its API, and when")
  public PermitResponse show(@Auth Viewer viewer, @PathParam("network") String network) {
    return of(ChannelsPages.network(network));
  }

  @POST
  @Operation(summary = "Record such a permission, or another one in its place")
  public PermitResponse record(@Auth Viewer viewer, RecordPermit command) {
    permits.record(viewer.actor(), command);
    return of(command.network());
  }

  @DELETE
  @Path("{network}")
  @Operation(summary = "It holds no more; 409 while an account uses it")
  public void withdraw(@Auth Viewer viewer, @PathParam("network") String network) {
    permits.withdraw(viewer.actor(), ChannelsPages.network(network));
  }

  private PermitResponse of(Network network) {
    return permits.of(network).map(PermitResponse::of).orElseThrow(Problem::notFound);
  }

  record PermitResponse(
      String network,
      String confirmedBy,
      LocalDate confirmedOn,
      String reference,
      Instant recordedAt) {

    static PermitResponse of(RecordedPermit one) {
      return new PermitResponse(
          one.network().name(),
          one.confirmedBy(),
          one.confirmedOn(),
          one.reference(),
          one.recordedAt());
    }
  }
}
