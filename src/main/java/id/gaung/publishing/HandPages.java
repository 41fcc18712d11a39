package id.gaung.publishing;

import id.gaung.kernel.Actor;
import id.gaung.kernel.Role;
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
    return mark(form, HandMarks.MarkGone.class, viewer, postId, "gone", marks::gone, id);
  }

  @POST
  @Path("stands")
  public Response stands(
      @Auth Viewer viewer, @PathParam("postId") UUID postId, @PathParam("id") UUID id, Form form) {
    return mark(form, HandMarks.MarkStanding.class, viewer, postId, "stands", marks::stands, id);
  }

  @POST
  @Path("address")
  public Response address(
      @Auth Viewer viewer, @PathParam("postId") UUID postId, @PathParam("id") UUID id, Form form) {
    return mark(
        form, HandMarks.GiveAddress.class, viewer, postId, "addressed", marks::addressed, id);
  }

  /** A person's word about a post by hand. */
  @FunctionalInterface
  private interface Mark<T> {
    void make(Actor by, UUID id, T order);
  }

  private <T> Response mark(
      Form form, Class<T> type, Viewer viewer, UUID postId, String what, Mark<T> mark, UUID id) {
    return form.submit(
        type,
        order -> {
          mark.make(viewer.actor(), id, order);
          return Flash.to("/posts/" + postId, "publishing.done." + what);
        },
        again -> views.show(viewer, postId, again, Optional.empty()));
  }
}
