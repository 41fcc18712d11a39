package id.gaung.web;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;

/** The language switch. */
@Path("language")
public final class LanguagePages {

  static final String COOKIE = "gaung_language";

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @PublicPage("readers choose their language before they sign in")
  public Response choose(Form form) {
    return Response.seeOther(URI.create(LocalPath.orHome(form.value("back"))))
        .cookie(cookie(Language.of(form.value("to"))))
        .build();
  }

  /** Keeps a choice in this browser for a year; it goes before what the profile says. */
  public static NewCookie cookie(Language language) {
    return new NewCookie.Builder(COOKIE)
        .value(language.code())
        .path("/")
        .maxAge((int) Duration.ofDays(365).toSeconds())
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }
}
