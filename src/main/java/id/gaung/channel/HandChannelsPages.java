package id.gaung.channel;

import id.gaung.channel.HandChannels.ChangeMode;
import id.gaung.channel.HandChannels.EnterChannel;
import id.gaung.kernel.Network;
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
import java.util.Map;
import java.util.UUID;

/** The pages of accounts whose posts a person puts out. */
@Path("channels")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.Names.ADMIN)
public final class HandChannelsPages {

  private static final String HOME = "/channels";

  private final HandChannels hand;

  HandChannelsPages(HandChannels hand) {
    this.hand = hand;
  }

  @GET
  @Path("by-hand/{network}")
  public View enter(@Auth Viewer viewer, @PathParam("network") String network) {
    return enter(
        ChannelsPages.network(network), Form.empty().with("responsibleId", viewer.id().toString()));
  }

  private View enter(Network network, Form form) {
    return new View(
        "channel/by_hand.jte",
        new EnterForm(network, hand.responsible(), form.with("network", network.name())));
  }

  @POST
  @Path("by-hand/{network}")
  public Response enter(@Auth Viewer viewer, @PathParam("network") String network, Form form) {
    Network chosen = ChannelsPages.network(network);
    return form.with("network", chosen.name())
        .submit(
            EnterChannel.class,
            command -> {
              hand.enter(viewer.actor(), command);
              return Flash.to(HOME, "channel.done.entered");
            },
            again -> enter(chosen, again));
  }

  @POST
  @Path("{id}/mode")
  public Response publishBy(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return form.submit(
        ChangeMode.class,
        command -> {
          hand.publishBy(viewer.actor(), id, command);
          return Flash.to(HOME + "/" + id, "channel.done.mode." + command.mode());
        },
        again -> new View("channel/refused.jte", new RefusedForm(again)));
  }

  /** The form that enters an account without a login. */
  public record EnterForm(Network network, Map<String, String> responsible, Form form) {}

  /** Why another way was not taken. */
  public record RefusedForm(Form form) {}
}
