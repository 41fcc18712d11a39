package id.gaung.engagement;

import id.gaung.kernel.Role;
import id.gaung.platform.Metric;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The days on which networks changed how they count, as JSON. */
@Path("api/v1/count-changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "engagement")
@RolesAllowed({Role.Names.STAFF, Role.Names.ADMIN})
public final class CountChangesResource {

  private final CountChanges changes;

  CountChangesResource(CountChanges changes) {
    this.changes = changes;
  }

  @GET
  @Operation(summary = "The days on which networks changed how they count, newest first")
  public CountChangesResponse list(@Auth Viewer viewer) {
    return new CountChangesResponse(changes.all().stream().map(CountChangeResponse::of).toList());
  }

  /** All of them. */
  record CountChangesResponse(List<CountChangeResponse> changes) {}

  /**
   * One of them.
   *
   * @param metric null where everything is counted otherwise
   */
  record CountChangeResponse(
      UUID id,
      String network,
      Optional<Metric> metric,
      LocalDate changedOn,
      String textId,
      String textEn,
      String source) {

    static CountChangeResponse of(CountChange one) {
      return new CountChangeResponse(
          one.id(),
          one.network().name(),
          one.metric(),
          one.changedOn(),
          one.textId(),
          one.textEn(),
          one.source());
    }
  }
}
