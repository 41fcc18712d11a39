package id.gaung.publishing;

import id.gaung.kernel.Role;
import id.gaung.publishing.Settlements.SettleRendition;
import id.gaung.publishing.Settlements.SettleRendition.Settled;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The buttons of a rendition. */
@Path("posts/{postId}/renditions/{id}")
@Produces(MediaType.TEXT_HTML)
public final class RenditionPages {

  private final Renditions renditions;
  private final Settlements settlements;
  private final PostViews views;

  RenditionPages(Renditions renditions, Settlements settlements, PostViews views) {
    this.renditions = renditions;
    this.settlements = settlements;
    this.views = views;
  }

  @POST
  @Path("cancel")
  @RolesAllowed(Role.Names.STAFF)
  public Response cancel(
      @Auth Viewer viewer, @PathParam("postId") UUID postId, @PathParam("id") UUID id, Form form) {
    return run(
        WithdrawRendition.class,
        order -> renditions.cancel(viewer.actor(), id, order),
        "cancelled",
        new Place(viewer, postId, id, form, "cancel"));
  }

  @POST
  @Path("move")
  @RolesAllowed(Role.Names.STAFF)
  public Response move(
      @Auth Viewer viewer, @PathParam("postId") UUID postId, @PathParam("id") UUID id, Form form) {
    return run(
        MoveRendition.class,
        order -> renditions.move(viewer.actor(), id, order),
        "moved",
        new Place(viewer, postId, id, form, "move"));
  }

  @POST
  @Path("publish-now")
  @RolesAllowed(Role.Names.STAFF)
  public Response publishNow(
      @Auth Viewer viewer, @PathParam("postId") UUID postId, @PathParam("id") UUID id, Form form) {
    return run(
        AdvanceRendition.class,
        order -> renditions.publishNow(viewer.actor(), id, order),
        "queued",
        new Place(viewer, postId, id, form, "publish-now"));
  }

  @POST
  @Path("retry")
  @RolesAllowed(Role.Names.STAFF)
  public Response retry(
      @Auth Viewer viewer, @PathParam("postId") UUID postId, @PathParam("id") UUID id, Form form) {
    return run(
        AdvanceRendition.class,
        order -> renditions.retry(viewer.actor(), id, order),
        "queued",
        new Place(viewer, postId, id, form, "publish-now"));
  }

  @POST
  @Path("settle")
  @RolesAllowed(Role.Names.STAFF)
  public Response settle(
      @Auth Viewer viewer, @PathParam("postId") UUID postId, @PathParam("id") UUID id, Form form) {
    return form.submit(
        SettleRendition.class,
        order ->
            Flash.to(
                "/posts/" + postId,
                settlements.settle(viewer.actor(), id, order) == Settled.FOUND_OUT
                    ? "publishing.done.found-out"
                    : "publishing.done.settled"),
        again -> views.showAgain(viewer, postId, again, id));
  }

  @POST
  @Path("approve")
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER})
  public Response approve(
      @Auth Viewer viewer, @PathParam("postId") UUID postId, @PathParam("id") UUID id, Form form) {
    return run(
        AdvanceRendition.class,
        order -> renditions.approve(viewer.actor(), id, order),
        "approved",
        new Place(viewer, postId, id, form, "approve"));
  }

  @POST
  @Path("send-back")
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER})
  public Response sendBack(
      @Auth Viewer viewer, @PathParam("postId") UUID postId, @PathParam("id") UUID id, Form form) {
    return run(
        WithdrawRendition.class,
        order -> renditions.sendBack(viewer.actor(), id, order),
        "sent-back",
        new Place(viewer, postId, id, form, "send-back"));
  }

  @POST
  @Path("revise")
  @RolesAllowed(Role.Names.STAFF)
  public Response revise(
      @Auth Viewer viewer, @PathParam("postId") UUID postId, @PathParam("id") UUID id, Form form) {
    return run(
        ReviseRendition.class,
        order -> renditions.revise(viewer.actor(), id, order),
        "revised",
        new Place(viewer, postId, id, form, "revise"));
  }

  /**
   * Where a button was pressed.
   *
   * @param act the whole post's button that asks the same
   */
  private record Place(Viewer viewer, UUID postId, UUID id, Form form, String act) {}

  private <T extends Record> Response run(
      Class<T> type, Consumer<T> command, String done, Place place) {
    return place
        .form()
        .submit(
            type,
            order -> {
              command.accept(order);
              return Flash.to("/posts/" + place.postId(), "publishing.done." + done);
            },
            again ->
                type == ReviseRendition.class
                    ? views.showAgain(place.viewer(), place.postId(), again, place.id())
                    : views.show(
                        place.viewer(),
                        place.postId(),
                        again,
                        Optional.of(new WholePostForm.Asked(place.act(), List.of(place.id())))));
  }
}
