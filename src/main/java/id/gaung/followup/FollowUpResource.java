package id.gaung.followup;

import id.gaung.kernel.Role;
import id.gaung.platform.PostOption;
import id.gaung.publishing.PostFollowUps.FollowUp;
import id.gaung.publishing.PostFollowUps.State;
import id.gaung.web.PageResponse;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What follows posts by itself, as JSON. */
@Path("api/v1/follow-ups")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "posts")
@RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER})
public final class FollowUpResource {

  private final FollowUpDecisions decisions;
  private final FollowUps followUps;

  FollowUpResource(FollowUpDecisions decisions, FollowUps followUps) {
    this.decisions = decisions;
    this.followUps = followUps;
  }

  @GET
  @Operation(summary = "The parts of the thread and the first comment under a rendition, in order")
  public PageResponse<FollowUpResponse> list(
      @Auth Viewer viewer, @QueryParam("rendition") @NotNull UUID rendition) {
    return PageResponse.of(
        followUps.of(List.of(rendition)).getOrDefault(rendition, List.of()), FollowUpResponse::of);
  }

  @POST
  @Path("{id}/settle")
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "Decide what becomes of a part or a comment that did not come out by itself")
  public FollowUpResponse settle(
      @Auth Viewer viewer, @PathParam("id") UUID id, SettleFollowUp order) {
    decisions.settle(viewer.actor(), id, order);
    return FollowUpResponse.of(followUps.get(id));
  }

  /**
   * @param number of the part, counted from 1 without the post itself
   * @param nextAt when the network is asked next; null if a person has to decide, or nothing more
   *     happens to it
   * @param candidates the network's ids of what may be this one
   */
  record FollowUpResponse(
      UUID id,
      PostOption kind,
      int number,
      State state,
      String text,
      Optional<String> url,
      Optional<Instant> nextAt,
      Optional<String> failureKind,
      Optional<String> failureCode,
      List<String> candidates,
      int version) {

    static FollowUpResponse of(FollowUp one) {
      return new FollowUpResponse(
          one.id(),
          one.kind(),
          one.number(),
          one.state(),
          one.text(),
          one.url(),
          one.nextAt(),
          one.failureKind(),
          one.failureCode(),
          one.candidates().stream().map(c -> c.post().remoteId()).toList(),
          one.version());
    }
  }
}
