package id.gaung.collaboration;

import id.gaung.audit.Audit;
import id.gaung.campaign.HistoryLine;
import id.gaung.collaboration.Reviews.ApproveDraft;
import id.gaung.collaboration.Reviews.RequestChanges;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** Reviewing one deliverable. */
@Path("deliverables/{id}")
@Produces(MediaType.TEXT_HTML)
public final class DeliverablePages {

  private final Deliverables deliverables;
  private final Reviews reviews;
  private final Audit audit;

  DeliverablePages(Deliverables deliverables, Reviews reviews, Audit audit) {
    this.deliverables = deliverables;
    this.reviews = reviews;
    this.audit = audit;
  }

  @GET
  @RolesAllowed(Role.Names.STAFF)
  public View show(@Auth Viewer viewer, @PathParam("id") UUID id) {
    return page(id, Form.empty());
  }

  @POST
  @Path("approve")
  @RolesAllowed(Role.Names.STAFF)
  public Response approve(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return form.submit(
        ApproveDraft.class,
        order -> {
          reviews.approve(viewer.actor(), id, order);
          return Flash.to("/deliverables/" + id, "collaboration.flash.approved");
        },
        again -> page(id, again));
  }

  @POST
  @Path("request-changes")
  @RolesAllowed(Role.Names.STAFF)
  public Response requestChanges(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return form.submit(
        RequestChanges.class,
        request -> {
          reviews.requestChanges(viewer.actor(), id, request);
          return Flash.to("/deliverables/" + id, "collaboration.flash.changes-requested");
        },
        again -> page(id, again));
  }

  @POST
  @Path("cancel")
  @RolesAllowed(Role.Names.STAFF)
  public Response cancel(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return form.submit(
        ApproveDraft.class,
        order -> {
          reviews.cancel(viewer.actor(), id, order);
          return Flash.to("/deliverables/" + id, "collaboration.flash.cancelled");
        },
        again -> page(id, again));
  }

  private View page(UUID id, Form form) {
    return new View(
        "collaboration/deliverable_show.jte",
        new Show(
            deliverables.find(id).orElseThrow(Problem::notFound),
            reviews.item(id),
            form,
            audit.about("deliverable", id).stream()
                .map(event -> HistoryLine.of("collaboration", event, true))
                .toList()));
  }

  /** One deliverable with every round side by side. */
  public record Show(DeliverableView view, WorkItem item, Form form, List<HistoryLine> history) {

    public boolean mayApprove() {
      return item.deliverable().state() == DeliverableState.SUBMITTED;
    }
  }
}
