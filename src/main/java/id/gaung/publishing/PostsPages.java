package id.gaung.publishing;

import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.web.Form;
import id.gaung.web.TakesFile;
import id.gaung.web.View;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Set;
import java.util.UUID;

/** The pages of posts: the list, the composer with its live preview, one post. */
@Path("posts")
@Produces(MediaType.TEXT_HTML)
public final class PostsPages {

  private static final Set<String> DONE =
      Set.of("scheduled", "review", "approve", "send-back", "move", "publish-now", "cancel");

  private final PostSlots slots;
  private final PostViews views;
  private final ComposerPages composer;
  private final WholePostPages buttons;

  PostsPages(PostSlots slots, PostViews views, ComposerPages composer, WholePostPages buttons) {
    this.slots = slots;
    this.views = views;
    this.composer = composer;
    this.buttons = buttons;
  }

  /** All posts that stand so, of all campaigns and networks. */
  View list(Viewer viewer, String state, int page) {
    return list(viewer, state, "", "", "", page);
  }

  /**
   * The list; empty texts ask for all.
   *
   * @param words of the caption
   */
  @GET
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER})
  public View list(
      @Auth Viewer viewer,
      @QueryParam("state") @DefaultValue("") String state,
      @QueryParam("campaign") @DefaultValue("") String campaign,
      @QueryParam("network") @DefaultValue("") String network,
      @QueryParam("q") @DefaultValue("") String words,
      @QueryParam("page") @DefaultValue("1") int page) {
    PostFilter filter = new PostFilter(state, campaign, network, words.strip());
    return new View("publishing/list.jte", slots.list(filter.states(), filter, page));
  }

  /**
   * The composer.
   *
   * @param day on which the post shall be, such as 2026-12-01; empty for soon
   * @param media of the library that a post of the office's own shall show; empty for none
   */
  @GET
  @Path("new")
  @RolesAllowed(Role.Names.STAFF)
  public View compose(
      @Auth Viewer viewer,
      @QueryParam("deliverable") @DefaultValue("") String deliverable,
      @QueryParam("campaign") @DefaultValue("") String campaign,
      @QueryParam("day") @DefaultValue("") String day,
      @QueryParam("media") @DefaultValue("") String media) {
    return composer.open(deliverable, campaign, day, media);
  }

  @POST
  @RolesAllowed(Role.Names.STAFF)
  @TakesFile
  public Response compose(@Auth Viewer viewer, Form form) {
    return composer.compose(viewer, form);
  }

  /** The counters and previews, while typing; of a form that need not be complete. */
  @POST
  @Path("preview")
  @RolesAllowed(Role.Names.STAFF)
  public View preview(@Auth Viewer viewer, Form form) {
    return composer.preview(form);
  }

  /**
   * One post.
   *
   * @param done the button that led here, of which the page tells, and after a dot for how many
   *     accounts
   */
  @GET
  @Path("{id}")
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER})
  public View show(
      @Auth Viewer viewer,
      @PathParam("id") UUID id,
      @QueryParam("done") @DefaultValue("") String done) {
    try {
      return views.show(
          viewer, id, DONE.contains(done.replaceFirst("\\.\\d{1,3}$", "")) ? done : "");
    } catch (Problem unknown) {
      // Reports and figures call it a post, too.
      if (views.isFound(id)) {
        throw new RedirectionException(Response.Status.SEE_OTHER, URI.create("/found-posts/" + id));
      }
      throw unknown;
    }
  }

  /** What changed on a post's page meanwhile; nothing (204) while nothing did. */
  @GET
  @Path("{id}/live")
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER})
  public Response live(
      @Auth Viewer viewer,
      @PathParam("id") UUID id,
      @QueryParam("seen") @DefaultValue("") String seen) {
    return views
        .live(viewer, id, seen)
        .map(view -> Response.ok(view).build())
        .orElseGet(() -> Response.noContent().build());
  }

  @POST
  @Path("{id}/approve")
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER})
  public Response approve(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return buttons.approve(viewer, id, form);
  }

  @POST
  @Path("{id}/send-back")
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER})
  public Response sendBack(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return buttons.sendBack(viewer, id, form);
  }

  @POST
  @Path("{id}/move")
  @RolesAllowed(Role.Names.STAFF)
  public Response move(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return buttons.move(viewer, id, form);
  }

  @POST
  @Path("{id}/publish-now")
  @RolesAllowed(Role.Names.STAFF)
  public Response publishNow(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return buttons.publishNow(viewer, id, form);
  }

  @POST
  @Path("{id}/cancel")
  @RolesAllowed(Role.Names.STAFF)
  public Response cancel(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return buttons.cancel(viewer, id, form);
  }
}
