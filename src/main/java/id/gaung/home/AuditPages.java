package id.gaung.home;

import id.gaung.audit.Audit;
import id.gaung.audit.Audit.Sought;
import id.gaung.audit.Verification;
import id.gaung.kernel.Page;
import id.gaung.kernel.Role;
import id.gaung.kernel.Wita;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** The audit log, and the check of its chain. */
@Path("audit")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.Names.ADMIN)
public final class AuditPages {

  /** Later than any row. */
  private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

  private final Audit audit;

  AuditPages(Audit audit) {
    this.audit = audit;
  }

  /**
   * The log, newest first.
   *
   * @param kind a name of {@link AuditKind}; anything else is every kind
   * @param by the person who did it; empty for everybody
   * @param from the first day, WITA, as people type dates; empty for no limit. One that cannot be
   *     read limits nothing either, and its field says so
   * @param until the last day
   */
  @GET
  public View list(
      @Auth Viewer viewer,
      @QueryParam("page") @DefaultValue("1") int page,
      @QueryParam("kind") @DefaultValue("") String kind,
      @QueryParam("by") @DefaultValue("") String by,
      @QueryParam("from") @DefaultValue("") String from,
      @QueryParam("until") @DefaultValue("") String until) {
    return view(viewer, new Filter(kind, by, from, until), page, Optional.empty());
  }

  View list(Viewer viewer, int page) {
    return list(viewer, page, "", "", "", "");
  }

  /** Changes nothing; a form all the same, since it reads the whole log. */
  @POST
  @Path("verify")
  public View verify(@Auth Viewer viewer, Form form) {
    return view(viewer, Filter.NONE, 1, Optional.of(audit.verify()));
  }

  private View view(Viewer viewer, Filter filter, int page, Optional<Verification> verification) {
    return new View(
        "home/audit.jte",
        new Listing(
            AuditReading.newest(audit, filter.sought(), page),
            filter,
            filter.form(),
            viewer.roles(),
            verification));
  }

  /** What the page was asked to leave out. */
  public record Filter(String kind, String by, String from, String until) {

    static final Filter NONE = new Filter("", "", "", "");

    public boolean isNone() {
      return equals(NONE);
    }

    Optional<Sought> sought() {
      if (isNone()) {
        return Optional.empty();
      }
      Form asked = form();
      return Optional.of(
          new Sought(
              person().orElse(null),
              AuditKind.named(kind).map(AuditKind::subjects).orElse(List.of()),
              asked.date("from").map(Wita::startOf).orElse(Instant.EPOCH),
              asked.date("until").map(last -> Wita.startOf(last.plusDays(1))).orElse(END)));
    }

    private Optional<UUID> person() {
      try {
        return by.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(by));
      } catch (IllegalArgumentException noPerson) {
        return Optional.empty();
      }
    }

    /** What the fields show again, with what is wrong about them. */
    Form form() {
      return Form.asked(Map.of("from", from, "until", until), List.of("from", "until"));
    }

    /** The address of this filter, to which a page number is added. */
    public String href() {
      return isNone()
          ? "/audit?"
          : "/audit?kind=%s&by=%s&from=%s&until=%s&"
              .formatted(encoded(kind), encoded(by), encoded(from), encoded(until));
    }

    /** The same filter for another kind. */
    public String of(String other) {
      return new Filter(other, by, from, until).href();
    }

    /** The same filter for another person. */
    public String by(String other) {
      return new Filter(kind, other, from, until).href();
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }

  /**
   * A page of the audit log.
   *
   * @param form the days that are asked for
   * @param roles of the reader
   * @param verification what walking the chain found, if that was asked for
   */
  public record Listing(
      Page<AuditLine> lines,
      Filter filter,
      Form form,
      Set<Role> roles,
      Optional<Verification> verification) {

    /** The rows by their day, WITA, newest first. */
    public Map<LocalDate, List<AuditLine>> days() {
      return lines.rows().stream()
          .collect(
              Collectors.groupingBy(
                  line -> Wita.date(line.at()), LinkedHashMap::new, Collectors.toList()));
    }
  }

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
      String hash,
      Optional<UUID> actorId) {}
}
