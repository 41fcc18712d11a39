package id.gaung.creator;

import id.gaung.creator.Creators.ChangeCreator;
import id.gaung.creator.Creators.CreateCreator;
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
import java.util.Optional;
import java.util.UUID;

/** Creators over the API. */
@Path("api/v1/creators")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Creators")
public final class CreatorsResource {

  private final Creators creators;

  public CreatorsResource(Creators creators) {
    this.creators = creators;
  }

  @GET
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "Creators by name, one page of 25; q searches names and numbers")
  public PageResponse<CreatorResponse> list(
      @Auth Viewer viewer,
      @QueryParam("q") @DefaultValue("") String search,
      @QueryParam("page") @DefaultValue("1") int page) {
    return PageResponse.of(creators.page(search, page), CreatorResponse::from);
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "One creator")
  public CreatorResponse show(@Auth Viewer viewer, @PathParam("id") UUID id) {
    return CreatorResponse.from(creators.find(id).orElseThrow(Problem::notFound));
  }

  @POST
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "Enters a creator")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = CreatorResponse.class)))
  public Response create(@Auth Viewer viewer, CreateCreator asked) {
    Creator creator = creators.create(viewer.actor(), asked);
    return Response.created(URI.create("/api/v1/creators/" + creator.id()))
        .entity(CreatorResponse.from(creator))
        .build();
  }

  @PUT
  @Path("{id}")
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "Changes a creator; version is that of the row that was read")
  public CreatorResponse change(
      @Auth Viewer viewer, @PathParam("id") UUID id, ChangeCreator asked) {
    return CreatorResponse.from(creators.change(viewer.actor(), id, asked));
  }

  /** A creator as the API shows it, to staff. */
  public record CreatorResponse(
      UUID id,
      String name,
      CreatorKind kind,
      String whatsapp,
      Optional<String> email,
      Optional<String> kecamatanCode,
      String note,
      boolean active,
      Instant createdAt,
      Instant updatedAt,
      int version) {

    static CreatorResponse from(Creator creator) {
      return new CreatorResponse(
          creator.id(),
          creator.name(),
          creator.kind(),
          creator.whatsapp().digits(),
          creator.email(),
          creator.kecamatanCode(),
          creator.note(),
          creator.active(),
          creator.createdAt(),
          creator.updatedAt(),
          creator.version());
    }
  }
}
