package id.gaung.collaboration;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.gaung.collaboration.Reviews.ApproveDraft;
import id.gaung.collaboration.Reviews.RequestChanges;
import id.gaung.collaboration.Submission.DraftPhoto;
import id.gaung.kernel.Network;
import id.gaung.kernel.Role;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One deliverable and its review as JSON. */
@Path("api/v1/deliverables/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Deliverables")
public final class DeliverableResource {

  private final Reviews reviews;

  DeliverableResource(Reviews reviews) {
    this.reviews = reviews;
  }

  @GET
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "A deliverable with every round")
  public DeliverableResponse get(@Auth Viewer viewer, @PathParam("id") UUID id) {
    return DeliverableResponse.from(reviews.item(id));
  }

  @POST
  @Path("approve")
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "Approve the newest draft")
  public DeliverableResponse approve(
      @Auth Viewer viewer, @PathParam("id") UUID id, ApproveDraft order) {
    reviews.approve(viewer.actor(), id, order);
    return DeliverableResponse.from(reviews.item(id));
  }

  @POST
  @Path("request-changes")
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "Ask for changes, at most twice")
  public DeliverableResponse requestChanges(
      @Auth Viewer viewer, @PathParam("id") UUID id, RequestChanges request) {
    reviews.requestChanges(viewer.actor(), id, request);
    return DeliverableResponse.from(reviews.item(id));
  }

  @POST
  @Path("cancel")
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "Call a deliverable off, with a reason")
  public DeliverableResponse cancel(
      @Auth Viewer viewer, @PathParam("id") UUID id, ApproveDraft order) {
    reviews.cancel(viewer.actor(), id, order);
    return DeliverableResponse.from(reviews.item(id));
  }

  /**
   * A deliverable as the API tells it.
   *
   * @param rounds its drafts, oldest first; left out with an offer
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record DeliverableResponse(
      UUID id,
      UUID offerId,
      UUID campaignId,
      int number,
      String title,
      LocalDate dueOn,
      Set<Network> networks,
      DeliverableFormat format,
      DeliverableState state,
      int round,
      Optional<List<RoundResponse>> rounds,
      int version) {

    static DeliverableResponse from(Deliverable deliverable, Optional<List<RoundResponse>> rounds) {
      return new DeliverableResponse(
          deliverable.id(),
          deliverable.offerId(),
          deliverable.campaignId(),
          deliverable.number(),
          deliverable.title(),
          deliverable.dueOn(),
          deliverable.meantFor(),
          deliverable.format(),
          deliverable.state(),
          deliverable.round(),
          rounds,
          deliverable.version());
    }

    static DeliverableResponse from(WorkItem item) {
      return from(
          item.deliverable(),
          Optional.of(item.rounds().stream().map(RoundResponse::from).toList()));
    }
  }

  /**
   * A draft as the API tells it.
   *
   * @param photoId the first of {@code photos}, {@code altText} its description
   * @param disclosed whether the caption has the house's disclosure; a warning, not a bar
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record RoundResponse(
      int round,
      String caption,
      Optional<UUID> photoId,
      String altText,
      List<PhotoResponse> photos,
      Optional<PhotoResponse> video,
      boolean disclosed,
      Instant submittedAt,
      Optional<ReviewDecision> decision,
      Optional<String> comment,
      Optional<Instant> decidedAt) {

    /**
     * A photo of a draft, or its video, by its id in the library.
     *
     * @param altText what it shows, for who cannot see it
     */
    public record PhotoResponse(UUID photoId, String altText) {

      static PhotoResponse from(DraftPhoto photo) {
        return new PhotoResponse(photo.photoId(), photo.altText());
      }
    }

    static RoundResponse from(Submission draft) {
      return new RoundResponse(
          draft.round(),
          draft.caption(),
          draft.photoId(),
          draft.altText(),
          draft.photos().stream().map(PhotoResponse::from).toList(),
          draft.video().map(PhotoResponse::from),
          draft.isDisclosed(),
          draft.submittedAt(),
          draft.decision(),
          draft.comment(),
          draft.decidedAt());
    }
  }
}
