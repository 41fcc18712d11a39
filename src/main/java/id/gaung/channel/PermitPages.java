package id.gaung.channel;

import id.gaung.channel.Permits.RecordPermit;
import id.gaung.channel.Permits.RecordedPermit;
import id.gaung.kernel.Role;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.Permit;
import id.gaung.web.Flash;
import id.gaung.web.Form;
import id.gaung.web.View;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Where an administrator records what a network allowed the office. */
@Path("channels/permits/{network}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.Names.ADMIN)
public final class PermitPages {

  private final Permits permits;

  PermitPages(Permits permits) {
    this.permits = permits;
  }

  @GET
  public View show(@Auth Viewer viewer, @PathParam("network") String path) {
    return page(path, Form.empty());
  }

  @POST
  public Response record(@Auth Viewer viewer, @PathParam("network") String path, Form form) {
    NetworkModule network = permits.needing(ChannelsPages.network(path));
    return form.with("network", network.name())
        .submit(
            RecordPermit.class,
            command -> {
              permits.record(viewer.actor(), command);
              return Flash.to(here(path), "channel.permit.done");
            },
            again -> page(path, again));
  }

  @POST
  @Path("withdraw")
  public Response withdraw(@Auth Viewer viewer, @PathParam("network") String path, Form form) {
    NetworkModule network = permits.needing(ChannelsPages.network(path));
    return form.attempt(
        () -> {
          permits.withdraw(viewer.actor(), network);
          return Flash.to(here(path), "channel.permit.withdrawn");
        },
        again -> page(path, again));
  }

  private View page(String path, Form form) {
    NetworkModule network = permits.needing(ChannelsPages.network(path));
    return new View(
        "channel/permit.jte", new Show(network, network.permit(), permits.of(network), form));
  }

  private static String here(String path) {
    return "/channels/permits/" + path;
  }

  /** What a network allowed, or has yet to. */
  public record Show(
      NetworkModule network, Permit permit, Optional<RecordedPermit> recorded, Form form) {}
}
