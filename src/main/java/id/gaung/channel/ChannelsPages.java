package id.gaung.channel;

import id.gaung.channel.ChannelListing.Followers;
import id.gaung.channel.Channels.DisconnectChannel;
import id.gaung.channel.Channels.RenameChannel;
import id.gaung.channel.Connections.ConnectChannel;
import id.gaung.kernel.Network;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.platform.Ability;
import id.gaung.platform.ConnectField;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.PublishMode;
import id.gaung.platform.Revoking;
import id.gaung.web.Flash;
import id.gaung.web.Form;
import id.gaung.web.View;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** The pages of the channels. */
@Path("channels")
@Produces(MediaType.TEXT_HTML)
public final class ChannelsPages {

  private static final String HOME = "/channels";

  private final Channels channels;
  private final Connections connections;
  private final HandChannels hand;
  private final PlannedPosts planned;
  private final Function<Collection<UUID>, Map<UUID, Followers>> followers;
  private final Clock clock;

  ChannelsPages(
      Channels channels,
      Connections connections,
      HandChannels hand,
      PlannedPosts planned,
      Function<Collection<UUID>, Map<UUID, Followers>> followers,
      Clock clock) {
    this.hand = hand;
    this.planned = planned;
    this.followers = followers;
    this.clock = clock;
    this.channels = channels;
    this.connections = connections;
  }

  @GET
  @RolesAllowed({Role.Names.ADMIN, Role.Names.STAFF})
  public View list(@Auth Viewer viewer) {
    return list(viewer, Form.empty());
  }

  private View list(Viewer viewer, Form form) {
    return new View("channel/list.jte", listing(viewer, channels.all(), form));
  }

  private ChannelListing listing(Viewer viewer, List<Channel> all, Form form) {
    List<UUID> ids = all.stream().map(Channel::id).toList();
    return new ChannelListing(
        all,
        connections.platforms().networks(),
        connections.permits().recorded(),
        planned.planned(ids),
        followers.apply(ids),
        hand.responsible(),
        channels.budgets(all),
        channels.answered(ids),
        clock.instant(),
        viewer.is(Role.ADMIN),
        form);
  }

  /** One account: how it stands, and what its network lets be done. */
  @GET
  @Path("{id}")
  @RolesAllowed({Role.Names.ADMIN, Role.Names.STAFF})
  public View show(@Auth Viewer viewer, @PathParam("id") UUID id) {
    return show(viewer, id, Form.empty());
  }

  private View show(Viewer viewer, UUID id, Form form) {
    Channel channel = channels.get(id);
    if (channel.isOutside()) {
      throw Problem.notFound();
    }
    return new View(
        "channel/show.jte",
        ChannelSheet.of(
            channel,
            listing(viewer, List.of(channel), form),
            connections.platforms().find(channel.network()),
            channels.canLook(channel.account())));
  }

  @GET
  @Path("connect/{network}")
  @RolesAllowed(Role.Names.ADMIN)
  public View connect(@Auth Viewer viewer, @PathParam("network") String network) {
    Network chosen = network(network);
    Form form = Form.empty();
    for (ConnectField field : connections.platforms().of(chosen).connectFields()) {
      form = form.with(field.name(), field.initial());
    }
    return connect(chosen, form);
  }

  private View connect(Network network, Form form) {
    return new View(
        "channel/connect.jte",
        new ConnectPage(
            network,
            connections.platforms().of(network).connectFields(),
            connections.platforms().of(network).lacking(),
            !Permits.connects(NetworkModule.of(network), connections.permits().recorded()),
            connections.callback(network),
            form));
  }

  @POST
  @Path("connect/{network}")
  @RolesAllowed(Role.Names.ADMIN)
  public Response connect(@Auth Viewer viewer, @PathParam("network") String network, Form form) {
    Network chosen = network(network);
    return form.attempt(
        () -> begin(viewer, chosen, form), again -> connect(chosen, withoutSecrets(chosen, again)));
  }

  private Response begin(Viewer viewer, Network network, Form form) {
    Map<String, String> input = new HashMap<>();
    for (ConnectField field : connections.platforms().of(network).connectFields()) {
      input.put(field.name(), form.value(field.name()));
    }
    String label = form.value("label");
    if (label.length() > 80) {
      throw Problem.invalid("label", "field.longest", "80");
    }
    Connected connected =
        connections.connect(viewer.actor(), new ConnectChannel(network, input, label));
    // The page says where it leads: our policy for forms does not let one lead to another site.
    return connected
        .authorize()
        .map(
            uri ->
                Response.ok(
                        new View(
                            "channel/authorize.jte",
                            new Authorize(network, uri.toString(), uri.getHost())))
                    .build())
        .orElseGet(() -> connected(network, connected));
  }

  private Response connected(Network network, Connected connected) {
    return connected
        .choice()
        .map(choosing -> ChoosingPages.at(network, choosing))
        .orElseGet(() -> connected(channels, connected.channelId().orElseThrow()));
  }

  /** Whoever connects an account by hand is told that it stays so, where it can be changed. */
  static Response connected(Channels channels, UUID id) {
    Channel channel = channels.get(id);
    return Flash.to(HOME + "/" + id, channel.isByHand() ? byHand(channel) : byItself(channel));
  }

  /** Where a network lists no posts, none of before is read. */
  private static String byItself(Channel channel) {
    boolean lists = NetworkModule.of(channel.network()).traits().abilities().contains(Ability.LIST);
    return lists ? "channel.done.connected" : "channel.done.connected-new-alone";
  }

  private static String byHand(Channel channel) {
    if (channel.isDrafted()) {
      return "channel.done.connected-drafts";
    }
    boolean api = NetworkModule.of(channel.network()).traits().modes().contains(PublishMode.API);
    return api ? "channel.done.connected-by-hand" : "channel.done.connected-no-drafts";
  }

  private Form withoutSecrets(Network network, Form form) {
    Form shown = form;
    for (ConnectField field : connections.platforms().of(network).connectFields()) {
      shown = field.secret() ? shown.with(field.name(), "") : shown;
    }
    return shown;
  }

  /** Where the network sends the person back to. */
  @GET
  @Path("oauth/{network}/callback")
  @RolesAllowed(Role.Names.ADMIN)
  public Response callback(
      @Auth Viewer viewer,
      @PathParam("network") String network,
      @QueryParam("code") @DefaultValue("") String code,
      @QueryParam("state") @DefaultValue("") String state,
      @QueryParam("error") @DefaultValue("") String error) {
    Network chosen = network(network);
    try {
      if (!error.isEmpty()) {
        connections.abandon(viewer.actor(), chosen, state);
        throw Problem.conflict("channel.refused.denied", chosen.label());
      }
      return connected(chosen, connections.complete(viewer.actor(), chosen, state, code));
    } catch (Problem refused) {
      if (refused.kind() != Problem.Kind.CONFLICT) {
        throw refused;
      }
      return Response.status(refused.kind().status())
          .entity(new View("channel/denied.jte", new NotConnected(chosen, refused)))
          .build();
    }
  }

  @POST
  @Path("{id}/rename")
  @RolesAllowed(Role.Names.ADMIN)
  public Response rename(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return form.submit(
        RenameChannel.class,
        command -> {
          channels.rename(viewer.actor(), id, command);
          return Flash.to(HOME, "channel.done.renamed");
        },
        again -> list(viewer, again));
  }

  @POST
  @Path("{id}/disconnect")
  @RolesAllowed(Role.Names.ADMIN)
  public Response disconnect(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return form.submit(
        DisconnectChannel.class,
        command -> {
          Revoking revoked = channels.disconnect(viewer.actor(), id, command);
          return Flash.to(HOME, "channel.done.disconnected." + revoked);
        },
        again -> list(viewer, again));
  }

  @POST
  @Path("{id}/check")
  @RolesAllowed({Role.Names.ADMIN, Role.Names.STAFF})
  public Response check(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return form.attempt(
        () -> {
          if (!channels.check(viewer.actor(), id)) {
            throw Problem.conflict("channel.refused.no-answer");
          }
          return Flash.to(HOME + "/" + id, "channel.done.checked");
        },
        again -> show(viewer, id, again));
  }

  /** Whoever loads the answer of a check again sees the account. */
  @GET
  @Path("{id}/check")
  @RolesAllowed({Role.Names.ADMIN, Role.Names.STAFF})
  public Response checked(@Auth Viewer viewer, @PathParam("id") UUID id) {
    return Flash.to(HOME + "/" + id);
  }

  static Network network(String path) {
    return Network.ofPath(path.toLowerCase(Locale.ROOT)).orElseThrow(Problem::notFound);
  }

  /** Somebody came back from a network, and no account was connected. */
  public record NotConnected(Network network, Problem why) {}

  /**
   * The step out to the network, where the person agrees.
   *
   * @param href of the network's page
   */
  public record Authorize(Network network, String href, String host) {}
}
