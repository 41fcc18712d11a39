package id.gaung.removal;

import id.gaung.kernel.Role;
import id.gaung.publishing.PostRemovals.Removal;
import id.gaung.publishing.PublishingFeature;
import id.gaung.removal.Removals.OrderRemoval;
import id.gaung.web.Flash;
import id.gaung.web.Form;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** The button that takes a post away from its network. */
@Path("removals/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.Names.STAFF)
public final class RemovalPages {

  private final Removals removals;
  private final PublishingFeature publishing;

  RemovalPages(Removals removals, PublishingFeature publishing) {
    this.removals = removals;
    this.publishing = publishing;
  }

  @POST
  public Response order(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return form.submit(
        OrderRemoval.class,
        order -> {
          Removal removal = removals.order(viewer.actor(), id, order);
          return Flash.to(
              "/posts/" + removals.postOf(id), "publishing.removal.done." + removal.state());
        },
        again -> publishing.again(viewer, again, publishing.renditions().get(id)));
  }
}
