package id.gaung.web;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The switch between light and dark, kept in this browser for a year. */
@Path("theme")
public final class ThemePages {

  static final String COOKIE = "gaung_theme";

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @PublicPage("readers choose how pages look before they sign in")
  public Response choose(Form form) {
    return Response.seeOther(URI.create(LocalPath.orHome(form.value("back"))))
        .cookie(
            new NewCookie.Builder(COOKIE)
                .value(Theme.of(Optional.of(form.value("to"))).code())
                .path("/")
                .maxAge((int) Duration.ofDays(365).toSeconds())
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build())
        .build();
  }
}
