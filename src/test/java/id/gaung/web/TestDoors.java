package id.gaung.web;

import id.gaung.kernel.Actor;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Rupiah;
import io.dropwizard.auth.Auth;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Doors that show what the web does around them. */
public final class TestDoors {

  private TestDoors() {}

  static Problem tooMany() {
    return Problem.tooMany(Duration.ofSeconds(90), "problem.malformed");
  }

  /** A command as a feature has one. */
  public record Stall(
      @NotBlank @Size(max = 20) String name,
      LocalDate opensOn,
      @Max(9) int tables,
      Rupiah rent,
      List<Role> roles,
      Optional<String> note) {}

  record Somebody(UUID id, String getName, Set<Role> roles, Language language) implements Viewer {
    static Somebody with(Role role, Language language) {
      return new Somebody(new UUID(0, 1), "Somebody", Set.of(role), language);
    }
  }

  @Path("stalls")
  @Produces(MediaType.TEXT_HTML)
  public static final class Pages {

    @GET
    @PublicPage("a test")
    public View show(@QueryParam("status") int status) {
      return new View(
          "web/problem.jte", new ProblemPage(status, "<b>Sambal & es</b>", List.of(), "none"));
    }

    @POST
    @PublicPage("a test")
    public Response add(Form form) {
      return form.submit(
          Stall.class,
          stall -> Flash.to("/stalls", "web.copied"),
          again ->
              new View(
                  "web/problem.jte",
                  new ProblemPage(
                      422,
                      again.value("name") + "|" + again.value("rent"),
                      again.errors().stream().map(e -> e.field() + "=" + e.key()).toList(),
                      "none")));
    }

    @POST
    @Path("counted")
    @PublicPage("a test")
    public Response counted(Form form) {
      return form.attempt(
          () -> {
            if (form.value("name").isEmpty()) {
              throw Problem.invalid("name", "field.required");
            }
            return Flash.to("/stalls/" + Resource.MADE.incrementAndGet(), "web.copied");
          },
          again ->
              new View(
                  "web/problem.jte",
                  new ProblemPage(
                      422,
                      again.refusal().map(Problem::key).orElse("") + "|" + again.value("name"),
                      List.of(),
                      "none")));
    }

    @POST
    @Path("busy")
    @PublicPage("a test")
    public Response busy(Form form) {
      return form.attempt(
          () -> {
            throw TestDoors.tooMany();
          },
          again -> new View("web/problem.jte", new ProblemPage(429, "busy", List.of(), "none")));
    }

    @POST
    @Path("photo")
    @Produces(MediaType.TEXT_PLAIN)
    @PublicPage("a test")
    @TakesFile
    public String upload(Form form) throws IOException {
      Upload photo =
          form.file("photo").orElseThrow(() -> Problem.invalid("photo", "field.required"));
      try (var in = photo.content().open();
          var again = photo.content().open()) {
        String first = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        return form.value("caption")
            + "|"
            + photo.name()
            + "|"
            + photo.size()
            + "|"
            + first
            + "|"
            + again.readAllBytes().length;
      }
    }

    @GET
    @Path("secret")
    @PermitAll
    @Produces(MediaType.TEXT_PLAIN)
    public String secret(@Auth Viewer viewer) {
      Actor actor = viewer.actor();
      return actor.name();
    }

    @GET
    @Path("staff")
    @RolesAllowed(Role.Names.STAFF)
    @Produces(MediaType.TEXT_PLAIN)
    public String staff(@Auth Viewer viewer) {
      return viewer.getName();
    }

    @GET
    @Path("defect")
    @PublicPage("a test")
    public View defect() {
      throw new IllegalStateException("jdbc:postgresql://secret");
    }

    @GET
    @Path("broken-template")
    @PublicPage("a test")
    public View broken() {
      return new View("web/no-such-template.jte", "nothing");
    }
  }

  @Path("api/v1/stalls")
  @Produces(MediaType.APPLICATION_JSON)
  public static final class Resource {

    static final java.util.concurrent.atomic.AtomicInteger MADE =
        new java.util.concurrent.atomic.AtomicInteger();

    @POST
    @Path("counted")
    @Consumes(MediaType.APPLICATION_JSON)
    @PublicPage("a test")
    public Response counted(Stall stall) {
      int number = MADE.incrementAndGet();
      return Response.created(java.net.URI.create("/api/v1/stalls/" + number))
          .entity(List.of(stall.name(), Integer.toString(number)))
          .build();
    }

    @POST
    @Path("raw")
    @Consumes("image/jpeg")
    @TakesFile
    @PublicPage("a test")
    public List<String> raw(java.io.InputStream body) throws IOException {
      return List.of(
          Integer.toString(body.readAllBytes().length), Integer.toString(MADE.incrementAndGet()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PublicPage("a test")
    public Stall add(Stall stall) {
      return stall;
    }

    @POST
    @Path("photo")
    @PublicPage("a test")
    public List<String> upload(Form form) {
      return List.of(form.value("caption"), form.file("photo").map(Upload::name).orElse(""));
    }

    @GET
    @Path("staff")
    @RolesAllowed(Role.Names.STAFF)
    public List<String> staff(@Auth Viewer viewer) {
      return List.of(viewer.getName());
    }

    @GET
    @Path("defect")
    @PublicPage("a test")
    public List<String> defect() {
      throw new IllegalStateException("jdbc:postgresql://secret");
    }

    @GET
    @Path("search")
    @PublicPage("a test")
    public List<String> search(
        @QueryParam("q") @DefaultValue("") String q,
        @QueryParam("tables") @DefaultValue("1") int tables,
        @QueryParam("role") Optional<Role> role) {
      return List.of(Integer.toString(tables), role.map(Role::name).orElse(""));
    }

    @GET
    @Path("busy")
    @PublicPage("a test")
    public List<String> busy() {
      throw TestDoors.tooMany();
    }

    @GET
    @Path("twice")
    @PublicPage("a test")
    public List<String> twice() {
      throw new IllegalStateException(new java.sql.SQLException("duplicate key", "23505"));
    }

    @GET
    @Path("illegal")
    @PublicPage("a test")
    public List<String> illegal() {
      throw new jakarta.validation.ValidationException("jdbc:postgresql://secret");
    }
  }

  /** Says nothing about who may enter. */
  @Path("open")
  public static final class Unguarded {
    @GET
    public String show() {
      return "open";
    }
  }
}
