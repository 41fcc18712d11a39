package id.gaung.ownpost;

import id.gaung.kernel.Role;
import id.gaung.ownpost.CreatorPosts.GiveAddress;
import id.gaung.ownpost.CreatorPosts.TakeBack;
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
import java.util.UUID;

/** The same for staff, who give addresses for creators and take wrong ones back. */
@Path("deliverables/{id}/posts")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.Names.STAFF)
public final class StaffOwnPostPages {

  private final CreatorPosts own;
  private final OwnPostViews views;

  StaffOwnPostPages(CreatorPosts own, OwnPostViews views) {
    this.own = own;
    this.views = views;
  }

  @GET
  public View list(@Auth Viewer viewer, @PathParam("id") UUID id) {
    return page(id, Form.empty());
  }

  @POST
  public Response give(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return form.submit(
        GiveAddress.class,
        order -> {
          own.give(viewer.actor(), id, order);
          return back(id, "ownpost.done.given");
        },
        again -> page(id, again));
  }

  @POST
  @Path("{post}/take-back")
  public Response takeBack(
      @Auth Viewer viewer, @PathParam("id") UUID id, @PathParam("post") UUID post, Form form) {
    return form.submit(
        TakeBack.class,
        order -> {
          own.takeBack(viewer.actor(), id, post, order);
          return back(id, "ownpost.done.taken-back");
        },
        again -> page(id, again));
  }

  private View page(UUID id, Form form) {
    return new View("ownpost/list.jte", views.show(id, form));
  }

  private static Response back(UUID id, String done) {
    return Flash.to("/deliverables/" + id + "/posts", done);
  }
}
