package id.gaung.identity;

import id.gaung.web.Flash;
import id.gaung.web.Form;
import id.gaung.web.PublicPage;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Signing out. */
@Path("sign-out")
@Produces(MediaType.TEXT_HTML)
public final class SignOutPages {

  private final Sessions sessions;
  private final SessionCookie cookie;

  SignOutPages(Sessions sessions, SessionCookie cookie) {
    this.sessions = sessions;
    this.cookie = cookie;
  }

  @POST
  @PublicPage("signing out twice does no harm")
  public Response signOut(@Context ContainerRequestContext request, Form form) {
    SessionCookie.in(request).ifPresent(sessions::end);
    return Response.fromResponse(Flash.to("/sign-in", "sign-in.signed-out"))
        .cookie(cookie.removed(request))
        .build();
  }
}
