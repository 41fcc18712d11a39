package id.gaung.sandbox;

import id.gaung.kernel.Network;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** What arrived on the practice networks, and what is to go wrong there. */
@Path("practice/networks")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.Names.STAFF, Role.Names.ADMIN})
public final class NetworksPages {

  private static final String HOME = "/practice/networks";

  private final Networks networks;
  private final SandboxFaults faults;

  NetworksPages(Networks networks, SandboxFaults faults) {
    this.networks = networks;
    this.faults = faults;
  }

  @GET
  public View show(@Auth Viewer viewer, @QueryParam("network") Optional<String> network) {
    return show(
        Form.empty()
            .with("target", network.orElse(""))
            .with("scope", FaultScope.EVERY_CALL.name())
            .with("times", "1"));
  }

  private View show(Form form) {
    Network chosen =
        FaultOrder.network(form.value("target")).orElse(PracticeServer.networks().get(0));
    return new View("sandbox/networks.jte", new NetworksPage(networks.read(), chosen, form));
  }

  @POST
  @Path("faults")
  public Response switchOn(@Auth Viewer viewer, Form form) {
    return form.submit(
        FaultOrder.class,
        order -> {
          NewFault fault = order.fault();
          faults.switchOn(fault);
          return Flash.to(HOME + "?network=" + fault.network().name(), "sandbox.done.fault-on");
        },
        this::show);
  }

  @POST
  @Path("faults/{id}/off")
  public Response switchOff(@Auth Viewer viewer, @PathParam("id") long id, Form form) {
    faults.switchOff(id);
    return Flash.to(HOME, "sandbox.done.fault-off");
  }

  /** Deletes a post as its owner or a moderator would, so that Gaung finds it gone. */
  @POST
  @Path("{network}/posts/delete")
  public Response delete(@Auth Viewer viewer, @PathParam("network") Network network, Form form) {
    return form.attempt(
        () -> {
          if (!faults.deletePost(network, form.value("post"))) {
            throw Problem.conflict("sandbox.refused.deleted");
          }
          return Flash.to(HOME, "sandbox.done.post-deleted");
        },
        this::show);
  }

  @POST
  @Path("{network}/tokens/expire")
  public Response expireTokens(
      @Auth Viewer viewer, @PathParam("network") Network network, Form form) {
    faults.expireTokens(network, form.value("account"));
    return Flash.to(HOME, "sandbox.done.tokens-expired");
  }
}
