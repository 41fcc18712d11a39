package id.gaung.publishing;

import id.gaung.kernel.Role;
import id.gaung.publishing.HandMarks.GiveAddress;
import id.gaung.publishing.HandMarks.MarkGone;
import id.gaung.publishing.HandMarks.MarkStanding;
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
import java.util.Optional;
import java.util.UUID;

/** The buttons of posts that were put out by hand. */
@Path("posts/{postId}/renditions/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.Names.STAFF)
public final class HandPages {

  private final HandMarks marks;
  private final PostViews views;

  HandPages(HandMarks marks, PostViews views) {
    this.marks = marks;
    this.views = views;
  }

  @POST
  @Path("gone")
  public Response gone(
      @Auth Viewer viewer, @PathParam("postId") UUID postId, @PathParam("id") UUID id, Form form) {
    return form.submit(
        MarkGone.class,
        order -> {
          marks.gone(viewer.actor(), id, order);
          return Flash.to("/posts/" + postId, "publishing.done.gone");
        },
        again -> views.show(viewer, postId, again, Optional.empty()));
  }

  @POST
  @Path("stands")
  public Response stands(
      @Auth Viewer viewer, @PathParam("postId") UUID postId, @PathParam("id") UUID id, Form form) {
    return form.submit(
        MarkStanding.class,
        order -> {
          marks.stands(viewer.actor(), id, order);
          return Flash.to("/posts/" + postId, "publishing.done.stands");
        },
        again -> views.show(viewer, postId, again, Optional.empty()));
  }

  @POST
  @Path("address")
  public Response address(
      @Auth Viewer viewer, @PathParam("postId") UUID postId, @PathParam("id") UUID id, Form form) {
    return form.submit(
        GiveAddress.class,
        order -> {
          marks.addressed(viewer.actor(), id, order);
          return Flash.to("/posts/" + postId, "publishing.done.addressed");
        },
        again -> views.show(viewer, postId, again, Optional.empty()));
  }
}
