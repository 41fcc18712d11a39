package id.gaung.engagement;

import id.gaung.kernel.Role;
import id.gaung.platform.Presence;
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

/** A post's figures: what its network counts, and what follows from it. */
@Path("/engagement/posts/{id}")
@Produces(MediaType.TEXT_HTML)
public final class EngagementPages {

  private final Engagement engagement;

  EngagementPages(Engagement engagement) {
    this.engagement = engagement;
  }

  @GET
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER, Role.Names.OBSERVER, Role.Names.ADMIN})
  public View show(@Auth Viewer viewer, @PathParam("id") UUID id) {
    return new View(
        "engagement/post.jte",
        EngagementPage.of(engagement.of(id), engagement.isHidden(id), viewer.is(Role.STAFF)));
  }

  @POST
  @Path("/read")
  @RolesAllowed(Role.Names.STAFF)
  public Response read(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    ReadNow came = engagement.readNow(viewer.actor(), id);
    return Flash.to("/engagement/posts/" + id, "engagement.read-now." + came);
  }

  @POST
  @Path("/check")
  @RolesAllowed(Role.Names.STAFF)
  public Response check(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    Presence presence = engagement.check(viewer.actor(), id);
    boolean hidden = presence == Presence.PRESENT && engagement.isHidden(id);
    return Flash.to(
        "/engagement/posts/" + id,
        hidden ? "engagement.still-hidden" : "engagement.presence." + presence.name());
  }
}
