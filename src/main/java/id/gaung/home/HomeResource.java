package id.gaung.home;

import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What waits for the caller, as JSON. */
@Path("/api/v1/home")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Home")
public final class HomeResource {

  private final FirstPages pages;

  HomeResource(FirstPages pages) {
    this.pages = pages;
  }

  @GET
  @PermitAll
  @Operation(summary = "What waits for you, and what is good to know")
  public HomeAnswer show(@Auth Viewer viewer) {
    return HomeAnswer.from(pages.of(viewer));
  }
}
