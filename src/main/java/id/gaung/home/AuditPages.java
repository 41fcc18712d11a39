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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The audit log, and the check of its chain. */
@Path("audit")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.Names.ADMIN)
public final class AuditPages {

  /** Later than any row. */
  private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

  /** Days that are shown when nobody asks for others. */
  private static final int DAYS = 7;

  private final Audit audit;
  private final AuditSubjectDao subjects;
  private final Supplier<Map<UUID, String>> people;
  private final Clock clock;

  /**
   * @param people everybody's name, to choose from
   */
  AuditPages(
      Audit audit, AuditSubjectDao subjects, Supplier<Map<UUID, String>> people, Clock clock) {
    this.audit = audit;
    this.subjects = subjects;
    this.people = people;
    this.clock = clock;
  }

  /**
   * The log, newest first.
   *
   * @param kind a name of {@link AuditKind}; anything else is every kind
   * @param by the person who did it; empty for everybody
   * @param from the first day, WITA, as people type dates; empty for no limit. One that cannot be
   *     read limits nothing either, and its field says so. The last seven days if it is not asked
   * @param until the last day
   */
  @GET
  public View list(
      @Auth Viewer viewer,
      @QueryParam("page") @DefaultValue("1") int page,
      @QueryParam("kind") @DefaultValue("") String kind,
      @QueryParam("by") @DefaultValue("") String by,
      @QueryParam("from") @Nullable String from,
      @QueryParam("until") @Nullable String until) {
    return view(viewer, asked(kind, by, from, until), page, Optional.empty());
  }

  View list(Viewer viewer, int page) {
    return list(viewer, page, "", "", null, null);
  }

  /** Changes nothing; a form all the same, since it reads the whole log. */
  @POST
  @Path("verify")
  public View verify(@Auth Viewer viewer, Form form) {
    return view(viewer, asked("", "", null, null), 1, Optional.of(audit.verify()));
  }

  private View view(Viewer viewer, Filter filter, int page, Optional<Verification> verification) {
    Page<AuditLine> lines = AuditReading.newest(audit, filter.sought(), page);
    Map<UUID, String> everybody = people.get();
    Map<UUID, String> names =
        new HashMap<>(
            subjects.names(
                lines.rows().stream()
                    .flatMap(line -> line.subjectId().stream())
                    .distinct()
                    .toList()));
    names.putAll(everybody);
    return new View(
        "home/audit.jte",
        new Listing(
            lines,
            filter,
            filter.form(),
            viewer.roles(),
            verification,
            names,
            everybody,
            audit.lastCheck(),
            today()));
  }

  private LocalDate today() {
    return Wita.date(clock.instant());
  }

  private Filter asked(String kind, String by, @Nullable String from, @Nullable String until) {
    if (from == null && until == null) {
      LocalDate today = today();
      return new Filter(kind, by, today.minusDays(DAYS - 1).toString(), today.toString(), true);
    }
    return new Filter(
        kind,
        by,
        Optional.ofNullable(from).orElse(""),
        Optional.ofNullable(until).orElse(""),
        false);
  }

  /**
   * What the page was asked to leave out.
   *
   * @param usual whether the days are those that are shown when nobody asks for others
   */
  public record Filter(String kind, String by, String from, String until, boolean usual) {

    public boolean isNone() {
      return kind.isEmpty() && by.isEmpty() && usual;
    }

    /** Whether it leaves out nothing at all. */
    public boolean isAll() {
      return kind.isEmpty() && by.isEmpty() && from.isEmpty() && until.isEmpty();
    }

    /** The same filter for all days. */
    public String ever() {
      return new Filter(kind, by, "", "", false).href();
    }

    Optional<Sought> sought() {
      if (isAll()) {
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
      return usual
          ? isNone() ? "/audit?" : "/audit?kind=%s&by=%s&".formatted(encoded(kind), encoded(by))
          : "/audit?kind=%s&by=%s&from=%s&until=%s&"
              .formatted(encoded(kind), encoded(by), encoded(from), encoded(until));
    }

    /** The same filter for another kind. */
    public String of(String other) {
      return new Filter(other, by, from, until, usual).href();
    }

    /** The same filter for another person. */
    public String by(String other) {
      return new Filter(kind, other, from, until, usual).href();
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
   * @param names of what the rows are about, by its id
   * @param people everybody's name, to choose from
   * @param checked what the last walk found
   */
  public record Listing(
      Page<AuditLine> lines,
      Filter filter,
      Form form,
      Set<Role> roles,
      Optional<Verification> verification,
      Map<UUID, String> names,
      Map<UUID, String> people,
      Optional<Audit.Checked> checked,
      LocalDate today) {

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
