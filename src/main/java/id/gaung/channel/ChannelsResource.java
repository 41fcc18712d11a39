package id.gaung.channel;

import id.gaung.channel.Channels.DisconnectChannel;
import id.gaung.channel.Channels.RenameChannel;
import id.gaung.channel.Choosing.ChooseAccount;
import id.gaung.channel.Connections.ConnectChannel;
import id.gaung.channel.HandChannels.ChangeMode;
import id.gaung.channel.HandChannels.EnterChannel;
import id.gaung.kernel.Network;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.platform.PublishMode;
import id.gaung.web.PageResponse;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The channels as JSON. */
@Path("api/v1/channels")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "channels")
public final class ChannelsResource {

  private final Channels channels;
  private final Connections connections;
  private final HandChannels hand;

  ChannelsResource(Channels channels, Connections connections, HandChannels hand) {
    this.hand = hand;
    this.channels = channels;
    this.connections = connections;
  }

  @GET
  @RolesAllowed({Role.Names.ADMIN, Role.Names.STAFF})
  @Operation(summary = "All channels, the usable ones first")
  public PageResponse<ChannelResponse> list(@Auth Viewer viewer) {
    List<Channel> all = channels.all();
    Map<UUID, Budget> budgets = channels.budgets(all);
    return PageResponse.of(
        all, c -> ChannelResponse.from(c, budgets.getOrDefault(c.id(), Budget.FREE)));
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Role.Names.ADMIN, Role.Names.STAFF})
  @Operation(summary = "One channel")
  public ChannelResponse show(@Auth Viewer viewer, @PathParam("id") UUID id) {
    return one(id);
  }

  private ChannelResponse one(UUID id) {
    Channel channel = channels.get(id);
    if (channel.isOutside()) {
      throw Problem.notFound();
    }
    return ChannelResponse.from(
        channel, channels.budgets(List.of(channel)).getOrDefault(id, Budget.FREE));
  }

  @POST
  @RolesAllowed(Role.Names.ADMIN)
  @Operation(
      summary =
          "Connect an account; 202 with an address where a person must agree first, or with accounts to"
              + " choose from")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ChannelResponse.class)))
  @ApiResponse(
      responseCode = "202",
      content = @Content(schema = @Schema(implementation = ConnectedResponse.class)))
  public Response connect(@Auth Viewer viewer, ConnectChannel command) {
    Connected connected = connections.connect(viewer.actor(), command);
    return connected
        .channelId()
        .map(id -> Response.created(URI.create("/api/v1/channels/" + id)).entity(one(id)).build())
        .orElseGet(() -> Response.accepted(ConnectedResponse.from(connected)).build());
  }

  @POST
  @Path("choose")
  @RolesAllowed(Role.Names.ADMIN)
  @Operation(summary = "Connect one of several accounts that a login opens")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ChannelResponse.class)))
  public Response choose(@Auth Viewer viewer, ChooseAccount command) {
    UUID id = connections.choose(viewer.actor(), command);
    return Response.created(URI.create("/api/v1/channels/" + id)).entity(one(id)).build();
  }

  @POST
  @Path("by-hand")
  @RolesAllowed(Role.Names.ADMIN)
  @Operation(summary = "Enter an account whose posts a person puts out; it needs no login")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ChannelResponse.class)))
  public Response enter(@Auth Viewer viewer, EnterChannel command) {
    UUID id = hand.enter(viewer.actor(), command);
    return Response.created(URI.create("/api/v1/channels/" + id)).entity(one(id)).build();
  }

  @POST
  @Path("{id}/mode")
  @RolesAllowed(Role.Names.ADMIN)
  @Operation(summary = "Change how a channel's posts get out, within what its network allows")
  public ChannelResponse publishBy(
      @Auth Viewer viewer, @PathParam("id") UUID id, ChangeMode command) {
    hand.publishBy(viewer.actor(), id, command);
    return one(id);
  }

  @POST
  @Path("{id}/rename")
  @RolesAllowed(Role.Names.ADMIN)
  @Operation(summary = "Rename a channel")
  public ChannelResponse rename(
      @Auth Viewer viewer, @PathParam("id") UUID id, RenameChannel command) {
    channels.rename(viewer.actor(), id, command);
    return one(id);
  }

  @POST
  @Path("{id}/check")
  @RolesAllowed({Role.Names.ADMIN, Role.Names.STAFF})
  @Operation(summary = "Ask the network whether the connection works; 409 if it does not answer")
  public ChannelResponse check(@Auth Viewer viewer, @PathParam("id") UUID id) {
    if (!channels.check(viewer.actor(), id)) {
      throw Problem.conflict("channel.refused.no-answer");
    }
    return one(id);
  }

  @POST
  @Path("{id}/disconnect")
  @RolesAllowed(Role.Names.ADMIN)
  @Operation(summary = "Disconnect a channel and wipe its secrets")
  public ChannelResponse disconnect(
      @Auth Viewer viewer, @PathParam("id") UUID id, DisconnectChannel command) {
    channels.disconnect(viewer.actor(), id, command);
    return one(id);
  }

  /**
   * How far a connection came.
   *
   * @param authorize where a person must agree first
   * @param choice of which one is chosen next
   */
  record ConnectedResponse(
      Optional<UUID> channelId, Optional<URI> authorize, Optional<ChoiceResponse> choice) {

    static ConnectedResponse from(Connected connected) {
      return new ConnectedResponse(
          connected.channelId(), connected.authorize(), connected.choice().map(ChoiceResponse::of));
    }
  }

  /**
   * Accounts of which one is chosen.
   *
   * @param state by which the choice is made
   */
  record ChoiceResponse(String state, List<OptionResponse> options) {

    static ChoiceResponse of(Choosing choosing) {
      return new ChoiceResponse(
          choosing.state(),
          choosing.options().stream()
              .map(o -> new OptionResponse(o.id(), o.name(), o.handle(), o.against()))
              .toList());
    }
  }

  /**
   * @param against why it cannot be taken: a key of a sentence; empty if it can
   */
  record OptionResponse(String id, String name, String handle, Optional<String> against) {}

  /**
   * A channel as the API shows it.
   *
   * @param expiresAt when a person must have connected it again; null if it renews itself
   * @param postsWaitUntil until when nothing of it goes out; null if posts may go out
   * @param readingsWaitUntil until when its counts are not read by themselves
   * @param limits those of its network of which it used something
   */
  record ChannelResponse(
      UUID id,
      Network network,
      URI server,
      String handle,
      String label,
      ChannelState state,
      Optional<Instant> expiresAt,
      Optional<Instant> pausedUntil,
      Optional<String> trouble,
      Instant connectedAt,
      PublishMode mode,
      Optional<UUID> responsibleId,
      Optional<Instant> postsWaitUntil,
      Optional<Instant> readingsWaitUntil,
      List<Limit> limits,
      int version) {

    /**
     * How much of a network's limit is used.
     *
     * @param ofApp whether all accounts of this installation share it
     * @param until when it begins anew; null where the network does not say
     */
    record Limit(
        String of,
        boolean ofApp,
        long most,
        long used,
        boolean inPercent,
        Optional<Instant> until) {

      static Limit from(Budget.LimitStanding l) {
        return new Limit(l.of().name(), l.ofApp(), l.most(), l.used(), l.inPercent(), l.until());
      }
    }

    static ChannelResponse from(Channel c, Budget budget) {
      return new ChannelResponse(
          c.id(),
          c.network(),
          c.server(),
          c.handle(),
          c.label(),
          c.state(),
          c.endsAt(),
          c.pausedUntil(),
          c.trouble(),
          c.connectedAt(),
          c.mode(),
          c.responsibleId(),
          budget.posts().map(Budget.Wait::until),
          budget.readings().map(Budget.Wait::until),
          budget.limits().stream().map(Limit::from).toList(),
          c.version());
    }
  }
}
