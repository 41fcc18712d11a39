package id.gaung.catalogue;

import id.gaung.catalogue.Umkms.ChangeUmkm;
import id.gaung.catalogue.Umkms.CreateUmkm;
import id.gaung.kernel.Network;
import id.gaung.kernel.Page;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Whatsapp;
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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Businesses over the API. */
@Path("api/v1/umkm")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "UMKM")
public final class UmkmResource {

  private final Umkms umkms;

  public UmkmResource(Umkms umkms) {
    this.umkms = umkms;
  }

  @GET
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "Businesses by name, one page of 25; q searches names and NIB")
  public PageResponse<UmkmResponse> list(
      @Auth Viewer viewer,
      @QueryParam("q") @DefaultValue("") String search,
      @QueryParam("kecamatan") @DefaultValue("") String kecamatan,
      @QueryParam("page") @DefaultValue("1") int page) {
    Page<Umkm> rows = umkms.page(search, kecamatan, page);
    Map<UUID, List<UmkmAccount>> accounts =
        umkms.accounts(rows.rows().stream().map(Umkm::id).toList());
    return PageResponse.of(
        rows, umkm -> UmkmResponse.from(umkm, accounts.getOrDefault(umkm.id(), List.of())));
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "One business")
  public UmkmResponse show(@Auth Viewer viewer, @PathParam("id") UUID id) {
    return response(umkms.find(id).orElseThrow(Problem::notFound));
  }

  @POST
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "Enters a business")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = UmkmResponse.class)))
  public Response create(@Auth Viewer viewer, CreateUmkm asked) {
    Umkm umkm = umkms.create(viewer.actor(), asked);
    return Response.created(URI.create("/api/v1/umkm/" + umkm.id())).entity(response(umkm)).build();
  }

  @PUT
  @Path("{id}")
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "Changes a business; version is that of the row that was read")
  public UmkmResponse change(@Auth Viewer viewer, @PathParam("id") UUID id, ChangeUmkm asked) {
    return response(umkms.change(viewer.actor(), id, asked));
  }

  private UmkmResponse response(Umkm umkm) {
    return UmkmResponse.from(umkm, umkms.accounts(umkm.id()));
  }

  /** A business as the API shows it, to staff. */
  public record UmkmResponse(
      UUID id,
      Optional<String> nib,
      String name,
      String kecamatanCode,
      String kecamatanName,
      Optional<Integer> kelurahanId,
      Optional<String> kelurahanName,
      Optional<String> whatsapp,
      List<AccountResponse> accounts,
      Instant createdAt,
      Instant updatedAt,
      int version) {

    /**
     * Where it is on social media.
     *
     * @param network such as {@code INSTAGRAM}
     */
    public record AccountResponse(Network network, String handle) {

      static AccountResponse from(UmkmAccount account) {
        return new AccountResponse(account.network(), account.handle());
      }
    }

    static UmkmResponse from(Umkm umkm, List<UmkmAccount> accounts) {
      return new UmkmResponse(
          umkm.id(),
          umkm.nib().map(Nib::digits),
          umkm.name(),
          umkm.kecamatanCode(),
          umkm.kecamatanName(),
          umkm.kelurahanId(),
          umkm.kelurahanName(),
          umkm.whatsapp().map(Whatsapp::digits),
          accounts.stream().map(AccountResponse::from).toList(),
          umkm.createdAt(),
          umkm.updatedAt(),
          umkm.version());
    }
  }
}
