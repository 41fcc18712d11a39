package id.gaung.home;

import id.gaung.audit.Audit;
import id.gaung.audit.Verification;
import id.gaung.kernel.Role;
import id.gaung.web.PageResponse;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** The audit log as JSON. */
@Path("api/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.ADMIN)
@Tag(name = "Audit")
public final class AuditResource {

  private final Audit audit;

  AuditResource(Audit audit) {
    this.audit = audit;
  }

  @GET
  @Operation(summary = "The log of every change of state, newest first")
  public PageResponse<AuditLineResponse> list(
      @Auth Viewer viewer, @QueryParam("page") @DefaultValue("1") int page) {
    return PageResponse.of(AuditReading.newest(audit, page), AuditLineResponse::from);
  }

  @POST
  @Path("verify")
  @Operation(summary = "Walk the whole chain of hashes; reads everything")
  public VerificationResponse verify(@Auth Viewer viewer) {
    return VerificationResponse.from(audit.verify());
  }

  /**
   * What walking the chain found.
   *
   * @param rows rows that hold
   * @param brokenAt the number of the first row that does not
   */
  public record VerificationResponse(boolean holds, long rows, Optional<Long> brokenAt) {

    static VerificationResponse from(Verification found) {
      return new VerificationResponse(found.holds(), found.rows(), found.brokenAt());
    }
  }
}
