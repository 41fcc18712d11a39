package id.gaung.identity;

import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Who the caller is. */
@Path("api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "people")
public final class MeResource {

  private final Profile profile;

  MeResource(Profile profile) {
    this.profile = profile;
  }

  @GET
  @Operation(summary = "Shows the person behind the session or token")
  public PeopleResource.PersonResponse me(@Auth Viewer viewer) {
    return PeopleResource.PersonResponse.from(profile.of(viewer.actor()));
  }
}
