package id.gaung.web;

import io.dropwizard.auth.Auth;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The whole menu as a page, for phones, whose lower edge has room for its first words alone. */
@Path("menu")
public final class MenuPages {

  /** For everybody who is signed in; the frame knows the reader's words. */
  @GET
  @PermitAll
  public View menu(@Auth Viewer viewer) {
    return new View("web/menu.jte", viewer);
  }
}
