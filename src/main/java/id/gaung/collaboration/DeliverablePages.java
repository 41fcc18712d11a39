package id.gaung.collaboration;

import id.gaung.audit.Audit;
import id.gaung.audit.Foundation;
import id.gaung.campaign.BriefSection;
import id.gaung.campaign.BriefVersion;
import id.gaung.campaign.Briefs;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reviewing one deliverable. */
@Path("deliverables/{id}")
@Produces(MediaType.TEXT_HTML)
public final class DeliverablePages {

  private final Deliverables deliverables;
  private final Reviews reviews;
  private final Offers offers;
  private final Briefs briefs;
  private final DraftFit fit;
  private final Audit audit;

  DeliverablePages(
      Deliverables deliverables,
      Reviews reviews,
      Offers offers,
      Briefs briefs,
      DraftFit fit,
      Foundation foundation) {
    this.deliverables = deliverables;
    this.reviews = reviews;
    this.offers = offers;
    this.briefs = briefs;
    this.fit = fit;
    this.audit = foundation.audit();
  }

  @GET
  @RolesAllowed(Role.Names.STAFF)
  public View show(@Auth Viewer viewer, @PathParam("id") UUID id) {
    return page(id, Form.empty());
  }

  /**
   * What is approved is scheduled next: the composer opens with it, unless its campaign is over.
   */
  @POST
  @Path("approve")
  @RolesAllowed(Role.Names.STAFF)
  public Response approve(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return form.submit(
        ApproveDraft.class,
        order -> {
          reviews.approve(viewer.actor(), id, order);
          boolean ended = deliverables.find(id).filter(DeliverableView::ended).isPresent();
          return Flash.to(
              ended ? "/deliverables/" + id : "/posts/new?deliverable=" + id,
              ended ? "collaboration.flash.approved.ended" : "collaboration.flash.approved");
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
    WorkItem item = reviews.item(id);
    DeliverableView view = deliverables.find(id).orElseThrow(Problem::notFound);
    return new View(
        "collaboration/deliverable_show.jte",
        new Show(
            view,
            item,
            item
                .last()
                .map(draft -> fit.of(draft.caption(), draft.media()))
                .orElse(List.of())
                .stream()
                .filter(fits -> item.deliverable().isFor(fits.network()))
                .toList(),
            briefs
                .version(offers.get(view.offerId()).briefVersionId())
                .orElseThrow(Problem::notFound),
            deliverables.queue(),
            fit.proposed(),
            form,
            audit.about("deliverable", id).stream()
                .map(event -> HistoryLine.of("collaboration", event, true))
                .toList()));
  }

  /**
   * One deliverable: the newest draft as the networks draw it, beside what to look at.
   *
   * @param fits how the newest draft fits the connected accounts it is meant for
   * @param brief that the creator accepted
   * @param queue the drafts that wait for staff, the longest waiting first
   * @param proposed when its post would go out unless somebody chooses otherwise
   */
  public record Show(
      DeliverableView view,
      WorkItem item,
      List<DraftFit.Fit> fits,
      BriefVersion brief,
      List<UUID> queue,
      Optional<Instant> proposed,
      Form form,
      List<HistoryLine> history) {

    public boolean mayApprove() {
      return item.deliverable().state() == DeliverableState.SUBMITTED;
    }

    /** Whether posts may be of it. */
    public boolean isApproved() {
      return item.rounds().stream().anyMatch(Submission::isApproved);
    }

    /** Its place in the queue, from 1; 0 if it does not wait. */
    public int place() {
      return queue.indexOf(view.id()) + 1;
    }

    public Optional<UUID> before() {
      return place() > 1 ? Optional.of(queue.get(place() - 2)) : Optional.empty();
    }

    public Optional<UUID> after() {
      return place() > 0 && place() < queue.size()
          ? Optional.of(queue.get(place()))
          : Optional.empty();
    }

    /** Drafts before the newest, newest first. */
    public List<Submission> earlier() {
      List<Submission> earlier =
          new ArrayList<>(item.rounds().subList(0, Math.max(0, item.rounds().size() - 1)));
      Collections.reverse(earlier);
      return earlier;
    }

    /** What the brief asks for, a line each. */
    public List<String> messages() {
      return BriefSection.KEY_MESSAGES
          .in(brief.sections())
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .toList();
    }

    /** What is looked at before approving; what is not well comes first. */
    public List<Check> checks() {
      if (item.last().isEmpty()) {
        return List.of();
      }
      Submission draft = item.last().get();
      List<Check> checks = new ArrayList<>();
      checks.add(new Check("disclosure", draft.isDisclosed(), ""));
      if (!fits.isEmpty()) {
        checks.add(new Check("length", fits.stream().allMatch(DraftFit.Fit::fits), ""));
        String needing =
            fits.stream()
                .filter(DraftFit.Fit::needsPicture)
                .map(DraftFit.Fit::label)
                .distinct()
                .collect(Collectors.joining(", "));
        if (!needing.isEmpty()) {
          checks.add(new Check("photo", !draft.media().isEmpty(), needing));
        }
      }
      if (draft.film() && !fits.isEmpty()) {
        checks.add(
            new Check("video", fits.stream().allMatch(each -> each.against().isEmpty()), ""));
      }
      DeliverableFormat asked = item.deliverable().format();
      if (asked.isMissedBy(draft)) {
        checks.add(new Check(asked.takesVideo() ? "video-asked" : "photos-asked", false, ""));
      }
      if (!draft.media().isEmpty()) {
        checks.add(new Check("alt", draft.altTexts().stream().noneMatch(String::isBlank), ""));
      }
      return checks.stream().sorted(Comparator.comparing(Check::well)).toList();
    }

    public long open() {
      return checks().stream().filter(check -> !check.well()).count();
    }
  }

  /**
   * One thing to look at before approving.
   *
   * @param key of its sentences
   * @param subject what it is about, such as a network
   */
  public record Check(String key, boolean well, String subject) {

    public String words() {
      return "collaboration.check." + key + (well ? ".well" : ".open");
    }
  }
}
