package id.gaung.collaboration;

import id.gaung.kernel.Page;
import id.gaung.kernel.Role;
import id.gaung.kernel.Wita;
import id.gaung.web.View;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The list of drafts that wait for staff. */
@Path("reviews")
@Produces(MediaType.TEXT_HTML)
public final class ReviewPages {

  private final Deliverables deliverables;
  private final Clock clock;

  ReviewPages(Deliverables deliverables, Clock clock) {
    this.deliverables = deliverables;
    this.clock = clock;
  }

  @GET
  @RolesAllowed(Role.Names.STAFF)
  public View list(@Auth Viewer viewer, @QueryParam("page") @DefaultValue("1") int page) {
    Page<DeliverableView> waiting = deliverables.waitingForReview(page);
    return new View(
        "collaboration/review_list.jte",
        new Listing(
            waiting,
            deliverables.newest(waiting.rows().stream().map(DeliverableView::id).toList()),
            Wita.date(clock.instant())));
  }

  /**
   * Drafts that wait for staff, the longest waiting first.
   *
   * @param drafts the newest one of each
   */
  public record Listing(Page<DeliverableView> rows, Map<UUID, Submission> drafts, LocalDate today) {

    public Submission draft(DeliverableView row) {
      return Optional.ofNullable(drafts.get(row.id())).orElseThrow();
    }
  }
}
