package id.gaung.creator;

import id.gaung.creator.CreatorAccount.FollowerSource;
import id.gaung.creator.Creators.CreateCreator;
import id.gaung.kernel.Network;
import id.gaung.kernel.Page;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
    Page<Creator> found = creators.page(search, page);
    Map<UUID, List<CreatorAccount>> accounts =
        creators.accounts(found.rows().stream().map(Creator::id).toList());
    return PageResponse.of(
        found,
        creator -> CreatorResponse.from(creator, accounts.getOrDefault(creator.id(), List.of())));
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "One creator")
  public CreatorResponse show(@Auth Viewer viewer, @PathParam("id") UUID id) {
    return answer(creators.find(id).orElseThrow(Problem::notFound));
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
        .entity(answer(creator))
        .build();
  }

  @PUT
  @Path("{id}")
  @RolesAllowed(Role.Names.STAFF)
  @Operation(
      summary =
          "Changes a creator; version is that of the row that was read, accounts left out stay")
  public CreatorResponse change(
      @Auth Viewer viewer, @PathParam("id") UUID id, ChangeCreator asked) {
    return answer(creators.change(viewer.actor(), id, asked));
  }

  private CreatorResponse answer(Creator creator) {
    return CreatorResponse.from(
        creator, creators.accounts(List.of(creator.id())).getOrDefault(creator.id(), List.of()));
  }

  /** An account as the API shows it. */
  public record AccountResponse(
      Network network,
      String handle,
      Optional<Long> followers,
      Optional<LocalDate> followersOn,
      Optional<FollowerSource> followersSource) {

    static AccountResponse from(CreatorAccount account) {
      return new AccountResponse(
          account.network(),
          account.handle(),
          account.followers(),
          account.followersOn(),
          account.followersSource());
    }
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
      Optional<UUID> photoId,
      List<AccountResponse> accounts,
      boolean active,
      Instant createdAt,
      Instant updatedAt,
      int version) {

    static CreatorResponse from(Creator creator, List<CreatorAccount> accounts) {
      return new CreatorResponse(
          creator.id(),
          creator.name(),
          creator.kind(),
          creator.whatsapp().digits(),
          creator.email(),
          creator.kecamatanCode(),
          creator.note(),
          creator.photoId(),
          accounts.stream().map(AccountResponse::from).toList(),
          creator.active(),
          creator.createdAt(),
          creator.updatedAt(),
          creator.version());
    }
  }
}
