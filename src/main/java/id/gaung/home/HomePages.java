package id.gaung.home;

import id.gaung.web.View;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The first page. Who is not signed in is led to the sign-in page, as everywhere. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public final class HomePages {

  private final FirstPages pages;

  HomePages(FirstPages pages) {
    this.pages = pages;
  }

  @GET
  @PermitAll
  public View show(@Auth Viewer viewer) {
    return new View("home/home.jte", pages.of(viewer));
  }
}
