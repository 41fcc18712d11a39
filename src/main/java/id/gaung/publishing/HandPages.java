package id.gaung.publishing;

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
import java.util.UUID;
import java.util.function.Consumer;

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
    Consumer<HandMarks.MarkGone> mark = order -> marks.gone(viewer.actor(), id, order);
    return mark(form, HandMarks.MarkGone.class, mark, new Place(viewer, postId, id), "gone");
  }

  @POST
  @Path("stands")
  public Response stands(
      @Auth Viewer viewer, @PathParam("postId") UUID postId, @PathParam("id") UUID id, Form form) {
    Consumer<HandMarks.MarkStanding> mark = order -> marks.stands(viewer.actor(), id, order);
    return mark(form, HandMarks.MarkStanding.class, mark, new Place(viewer, postId, id), "stands");
  }

  @POST
  @Path("address")
  public Response address(
      @Auth Viewer viewer, @PathParam("postId") UUID postId, @PathParam("id") UUID id, Form form) {
    Consumer<HandMarks.GiveAddress> mark = order -> marks.addressed(viewer.actor(), id, order);
    return mark(
        form, HandMarks.GiveAddress.class, mark, new Place(viewer, postId, id), "addressed");
  }

  /** Where a button was pressed. */
  private record Place(Viewer viewer, UUID postId, UUID id) {}

  private <T extends Record> Response mark(
      Form form, Class<T> type, Consumer<T> mark, Place at, String what) {
    return form.submit(
        type,
        order -> {
          mark.accept(order);
          return Flash.to("/posts/" + at.postId(), "publishing.done." + what);
        },
        again -> views.showAgain(at.viewer(), at.postId(), again, at.id()));
  }
}
