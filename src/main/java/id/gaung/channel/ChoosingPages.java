package id.gaung.channel;

import id.gaung.channel.Choosing.ChooseAccount;
import id.gaung.kernel.Network;
import id.gaung.kernel.Role;
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

/** The page that asks which of several accounts is to be connected. */
@Path("channels/choose/{network}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.Names.ADMIN)
public final class ChoosingPages {

  private final Channels channels;
  private final Connections connections;

  ChoosingPages(Channels channels, Connections connections) {
    this.channels = channels;
    this.connections = connections;
  }

  /** To the page of a choice. */
  static Response at(Network network, Choosing choosing) {
    return Flash.to("/channels/choose/" + network.path() + "?state=" + choosing.state());
  }

  @GET
  public View ask(
      @Auth Viewer viewer,
      @PathParam("network") String network,
      @QueryParam("state") @DefaultValue("") String state) {
    return ask(viewer, ChannelsPages.network(network), Form.empty().with("state", state));
  }

  private View ask(Viewer viewer, Network network, Form form) {
    Choosing choosing = connections.choosing(viewer.actor(), network, form.value("state"));
    return new View("channel/choose.jte", new Choose(network, choosing, form));
  }

  @POST
  public Response choose(@Auth Viewer viewer, @PathParam("network") String network, Form form) {
    Network chosen = ChannelsPages.network(network);
    return form.with("network", chosen.name())
        .submit(
            ChooseAccount.class,
            command ->
                ChannelsPages.connected(channels, connections.choose(viewer.actor(), command)),
            again -> ask(viewer, chosen, again));
  }

  /** The accounts of one network that a login opens. */
  public record Choose(Network network, Choosing choosing, Form form) {}
}
