package id.gaung.identity;

import id.gaung.identity.People.CreatePerson;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.web.PageResponse;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Administrators' JSON door to people. */
@Path("api/v1/people")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.ADMIN)
@Tag(name = "people")
public final class PeopleResource {

  private final People people;
  private final SignInLinks links;

  PeopleResource(People people, SignInLinks links) {
    this.people = people;
    this.links = links;
  }

  @GET
  @Operation(summary = "Lists people by name")
  public PageResponse<PersonResponse> list(
      @Auth Viewer viewer,
      @QueryParam("q") @DefaultValue("") String search,
      @QueryParam("page") @DefaultValue("1") int page) {
    return PageResponse.of(people.page(search, page), PersonResponse::from);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Adds a person, who comes in by a sign-in link")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = PersonResponse.class)))
  public Response add(@Auth Viewer viewer, CreatePerson person) {
    Person added = people.create(viewer.actor(), person);
    return Response.created(URI.create("/api/v1/people/" + added.id()))
        .entity(PersonResponse.from(added))
        .build();
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Shows a person")
  public PersonResponse show(@Auth Viewer viewer, @PathParam("id") UUID id) {
    return PersonResponse.from(people.find(id).orElseThrow(Problem::notFound));
  }

  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Changes name and roles")
  public PersonResponse edit(@Auth Viewer viewer, @PathParam("id") UUID id, ChangePerson edit) {
    return PersonResponse.from(people.edit(viewer.actor(), id, edit));
  }

  @POST
  @Path("{id}/deactivate")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Ends a person's access at once")
  public PersonResponse deactivate(@Auth Viewer viewer, @PathParam("id") UUID id, TurnPerson seen) {
    return PersonResponse.from(people.deactivate(viewer.actor(), id, seen.version()));
  }

  @POST
  @Path("{id}/activate")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Lets a person sign in again")
  public PersonResponse activate(@Auth Viewer viewer, @PathParam("id") UUID id, TurnPerson seen) {
    return PersonResponse.from(people.activate(viewer.actor(), id, seen.version()));
  }

  @POST
  @Path("{id}/sign-in-link")
  @Operation(summary = "Makes a sign-in link, shown once")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = SignInLinkResponse.class)))
  public Response link(@Auth Viewer viewer, @PathParam("id") UUID id) {
    return Response.status(Response.Status.CREATED)
        .entity(SignInLinkResponse.from(links.create(viewer.actor(), id)))
        .build();
  }

  /** A person as the API shows one. */
  public record PersonResponse(
      UUID id,
      String email,
      String name,
      List<Role> roles,
      String language,
      boolean active,
      Instant createdAt,
      int version) {

    static PersonResponse from(Person person) {
      return new PersonResponse(
          person.id(),
          person.email(),
          person.name(),
          person.roles().stream().sorted().toList(),
          person.language().code(),
          person.active(),
          person.createdAt(),
          person.version());
    }
  }

  /** A sign-in link as the API shows it, once. */
  public record SignInLinkResponse(URI address, Instant expiresAt) {

    static SignInLinkResponse from(SignInLink link) {
      return new SignInLinkResponse(link.address(), link.expiresAt());
    }

    @Override
    public String toString() {
      return "SignInLinkResponse[hidden]";
    }
  }

  /** The version of a person that a command was given for. */
  public record TurnPerson(int version) {}
}
