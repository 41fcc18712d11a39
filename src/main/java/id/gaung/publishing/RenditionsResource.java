package id.gaung.publishing;

import id.gaung.kernel.Role;
import id.gaung.publishing.Settlements.SettleRendition;
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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What can be done to renditions, as JSON. */
@Path("api/v1/renditions/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "posts")
public final class RenditionsResource {

  private final Renditions renditions;
  private final Settlements settlements;

  private final PausedPosts paused;

  RenditionsResource(Renditions renditions, Settlements settlements, PausedPosts paused) {
    this.renditions = renditions;
    this.settlements = settlements;
    this.paused = paused;
  }

  @GET
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER})
  @Operation(summary = "One rendition")
  public RenditionResponse show(@Auth Viewer viewer, @PathParam("id") UUID id) {
    RenditionRow row = renditions.get(id);
    return RenditionResponse.from(row, paused.of(List.of(row)));
  }

  @POST
  @Path("cancel")
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "Call a rendition off that is not out")
  public RenditionResponse cancel(
      @Auth Viewer viewer, @PathParam("id") UUID id, WithdrawRendition order) {
    renditions.cancel(viewer.actor(), id, order);
    return show(viewer, id);
  }

  @POST
  @Path("move")
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "Give a rendition another time")
  public RenditionResponse move(
      @Auth Viewer viewer, @PathParam("id") UUID id, MoveRendition order) {
    renditions.move(viewer.actor(), id, order);
    return show(viewer, id);
  }

  @POST
  @Path("publish-now")
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "Publish a scheduled rendition at once")
  public RenditionResponse publishNow(
      @Auth Viewer viewer, @PathParam("id") UUID id, AdvanceRendition order) {
    renditions.publishNow(viewer.actor(), id, order);
    return show(viewer, id);
  }

  @POST
  @Path("retry")
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "Publish a failed or missed rendition once more, now")
  public RenditionResponse retry(
      @Auth Viewer viewer, @PathParam("id") UUID id, AdvanceRendition order) {
    renditions.retry(viewer.actor(), id, order);
    return show(viewer, id);
  }

  @POST
  @Path("settle")
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "Say what became of an uncertain rendition")
  public RenditionResponse settle(
      @Auth Viewer viewer, @PathParam("id") UUID id, SettleRendition order) {
    settlements.settle(viewer.actor(), id, order);
    return show(viewer, id);
  }

  @POST
  @Path("approve")
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER})
  @Operation(summary = "Let a post of the office's own go out")
  public RenditionResponse approve(
      @Auth Viewer viewer, @PathParam("id") UUID id, AdvanceRendition order) {
    renditions.approve(viewer.actor(), id, order);
    return show(viewer, id);
  }

  @POST
  @Path("send-back")
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER})
  @Operation(summary = "Send a post of the office's own back to be written again")
  public RenditionResponse sendBack(
      @Auth Viewer viewer, @PathParam("id") UUID id, WithdrawRendition order) {
    renditions.sendBack(viewer.actor(), id, order);
    return show(viewer, id);
  }

  @POST
  @Path("revise")
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "Write a text again that was sent back")
  public RenditionResponse revise(
      @Auth Viewer viewer, @PathParam("id") UUID id, ReviseRendition order) {
    renditions.revise(viewer.actor(), id, order);
    return show(viewer, id);
  }

  /**
   * A rendition as the API shows it.
   *
   * @param pause until when its network asked its account to wait, and whether that is too late for
   *     it; null if it waits for no network
   */
  record RenditionResponse(
      UUID id,
      UUID postId,
      UUID campaignId,
      UUID channelId,
      String text,
      RenditionState state,
      Instant dueAt,
      Optional<Instant> nextAt,
      Optional<HeldReason> heldReason,
      Optional<Pause> pause,
      int attempts,
      Optional<String> failureKind,
      Optional<String> failureCode,
      Optional<String> reason,
      Optional<Instant> publishedAt,
      Optional<String> remoteId,
      Optional<String> url,
      int version) {

    /** How much of a network's limit is used. */
    record Limit(String of, long most, long used, boolean inPercent) {}

    /** What a network asked for: see {@link RenditionResponse}. */
    record Pause(Instant until, boolean tooLate, Optional<Limit> limit) {

      static Pause from(PausedPosts.Pause pause) {
        return new Pause(
            pause.until(),
            pause.tooLate(),
            pause.limit().map(l -> new Limit(l.of().name(), l.most(), l.used(), l.inPercent())));
      }
    }

    static RenditionResponse from(RenditionRow r, Map<UUID, PausedPosts.Pause> pauses) {
      return new RenditionResponse(
          r.id(),
          r.postId(),
          r.campaignId(),
          r.channelId(),
          r.text(),
          r.state(),
          r.dueAt(),
          r.nextAt(),
          r.heldReason(),
          Optional.ofNullable(pauses.get(r.id())).map(Pause::from),
          r.attempts(),
          r.failureKind(),
          r.failureCode(),
          r.reason(),
          r.publishedAt(),
          r.remoteId(),
          r.remoteUrl(),
          r.version());
    }
  }
}
