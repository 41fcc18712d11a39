package id.gaung.publishing;

import id.gaung.kernel.Role;
import id.gaung.publishing.HandViews.HandTasks.HandTask;
import id.gaung.publishing.RenditionsResource.RenditionResponse;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is known of renditions that a person puts out, as JSON. */
@Path("api/v1/renditions/{id}/by-hand")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "posts")
@RolesAllowed(Role.Names.STAFF)
public final class HandResource {

  private final HandPosts hand;
  private final Renditions renditions;
  private final PausedPosts paused;

  HandResource(HandPosts hand, Renditions renditions, PausedPosts paused) {
    this.hand = hand;
    this.renditions = renditions;
    this.paused = paused;
  }

  @GET
  @Operation(summary = "Whose task it is; without a task where it is nobody's yet")
  public HandResponse show(@Auth Viewer viewer, @PathParam("id") UUID id) {
    RenditionRow row = renditions.get(id);
    return HandResponse.from(Optional.ofNullable(hand.tasks().of(List.of(row.id())).get(id)));
  }

  @POST
  @Path("gone")
  @Operation(summary = "Mark a post by hand as gone from its network")
  public RenditionResponse gone(
      @Auth Viewer viewer, @PathParam("id") UUID id, HandMarks.MarkGone order) {
    hand.marks().gone(viewer.actor(), id, order);
    return rendition(id);
  }

  @POST
  @Path("stands")
  @Operation(summary = "Take back that a post by hand is gone")
  public RenditionResponse stands(
      @Auth Viewer viewer, @PathParam("id") UUID id, HandMarks.MarkStanding order) {
    hand.marks().stands(viewer.actor(), id, order);
    return rendition(id);
  }

  @POST
  @Path("address")
  @Operation(summary = "Give a post by hand its address, where a picture alone showed it")
  public RenditionResponse address(
      @Auth Viewer viewer, @PathParam("id") UUID id, HandMarks.GiveAddress order) {
    hand.marks().addressed(viewer.actor(), id, order);
    return rendition(id);
  }

  private RenditionResponse rendition(UUID id) {
    RenditionRow row = renditions.get(id);
    return RenditionResponse.from(row, paused.of(List.of(row)));
  }

  /**
   * Whose task a post by hand is.
   *
   * @param taskId to give it to somebody else by; null where it is nobody's task yet
   * @param refused why they cannot, if they said so
   */
  record HandResponse(
      Optional<UUID> taskId,
      Optional<UUID> personId,
      Optional<Instant> since,
      Optional<String> refused) {

    static HandResponse from(Optional<HandTask> task) {
      return new HandResponse(
          task.map(HandTask::taskId),
          task.map(HandTask::personId),
          task.map(HandTask::since),
          task.flatMap(HandTask::refused));
    }
  }
}
