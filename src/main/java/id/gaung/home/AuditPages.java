package id.gaung.home;

import id.gaung.audit.Audit;
import id.gaung.audit.Verification;
import id.gaung.kernel.Page;
import id.gaung.kernel.Role;
import id.gaung.web.Form;
import id.gaung.web.View;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;

/** The audit log, and the check of its chain. */
@Path("audit")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.Names.ADMIN)
public final class AuditPages {

  private final Audit audit;

  AuditPages(Audit audit) {
    this.audit = audit;
  }

  @GET
  public View list(@Auth Viewer viewer, @QueryParam("page") @DefaultValue("1") int page) {
    return view(page, Optional.empty());
  }

  /** Changes nothing; a form all the same, since it reads the whole log. */
  @POST
  @Path("verify")
  public View verify(@Auth Viewer viewer, Form form) {
    return view(1, Optional.of(audit.verify()));
  }

  private View view(int page, Optional<Verification> verification) {
    return new View("home/audit.jte", new Listing(AuditReading.newest(audit, page), verification));
  }

  /**
   * A page of the audit log.
   *
   * @param verification what walking the chain found, if that was asked for
   */
  public record Listing(Page<AuditLine> lines, Optional<Verification> verification) {}

  /**
   * A row of the audit log as it is read.
   *
   * @param actorKind {@code PERSON}, {@code CREATOR_LINK} or {@code SYSTEM}
   * @param details names and values, by name
   */
  public record AuditLine(
      long seq,
      Instant at,
      String actorKind,
      String actorName,
      String action,
      String subjectType,
      Optional<UUID> subjectId,
      SortedMap<String, String> details,
      String address,
      String requestId,
      String hash) {}
}
