package id.gaung.identity;

import id.gaung.web.Form;
import id.gaung.web.PublicPage;
import id.gaung.web.View;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/**
 * The page that a sign-in link opens. Opening it spends nothing, since messengers and mail scanners
 * open links too: the button does.
 */
@Path("sign-in/link/{token}")
@Produces(MediaType.TEXT_HTML)
@PublicPage("the link is the key")
public final class LinkPages {

  private final SignInLinks links;
  private final Sessions sessions;
  private final SessionCookie cookie;

  LinkPages(SignInLinks links, Sessions sessions, SessionCookie cookie) {
    this.links = links;
    this.sessions = sessions;
    this.cookie = cookie;
  }

  @GET
  public Response show(@PathParam("token") String token) {
    SignInLinks.State state = links.state(Token.presented(token));
    return Response.status(state == SignInLinks.State.USABLE ? 200 : 410)
        .entity(page(token, Form.empty()))
        .build();
  }

  @POST
  public Response spend(
      @PathParam("token") String token, @Context ContainerRequestContext request, Form form) {
    if (links.state(Token.presented(token)) != SignInLinks.State.USABLE) {
      return Response.status(410).entity(page(token, form)).build();
    }
    Token session = links.spend(Token.presented(token));
    SessionCookie.in(request).ifPresent(sessions::end);
    return Response.seeOther(URI.create("/")).cookie(cookie.of(session, request)).build();
  }

  private View page(String token, Form form) {
    Token presented = Token.presented(token);
    return new View(
        "identity/link.jte",
        new Show(
            links.state(presented),
            "/sign-in/link/" + token,
            links.name(presented).orElse(""),
            form));
  }

  /**
   * The page of a sign-in link.
   *
   * @param path where the button leads
   * @param name whose link it is; empty if it is none
   */
  public record Show(SignInLinks.State state, String path, String name, Form form) {
    public boolean usable() {
      return state == SignInLinks.State.USABLE;
    }
  }
}
