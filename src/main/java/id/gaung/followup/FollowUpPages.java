package id.gaung.followup;

import id.gaung.kernel.Role;
import id.gaung.publishing.Renditions;
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
import java.util.UUID;

/** The buttons that decide what becomes of a part of a thread, or of a comment. */
@Path("follow-ups/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.Names.STAFF)
public final class FollowUpPages {

  private final FollowUpDecisions decisions;
  private final FollowUps followUps;
  private final Renditions renditions;

  FollowUpPages(FollowUpDecisions decisions, FollowUps followUps, Renditions renditions) {
    this.decisions = decisions;
    this.followUps = followUps;
    this.renditions = renditions;
  }

  @POST
  public Response settle(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    UUID post = renditions.get(followUps.renditionOf(id)).postId();
    Settled settled = decisions.settle(viewer.actor(), id, form.as(SettleFollowUp.class));
    return Flash.to("/posts/" + post, "publishing.follow-up.done." + settled);
  }
}
