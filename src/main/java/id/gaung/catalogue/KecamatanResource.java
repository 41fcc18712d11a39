package id.gaung.catalogue;

import id.gaung.kernel.Role;
import id.gaung.web.PageResponse;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The city's territory over the API. */
@Path("api/v1/kecamatan")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "UMKM")
public final class KecamatanResource {

  private final Territory territory;

  KecamatanResource(Territory territory) {
    this.territory = territory;
  }

  @GET
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "All kecamatan with their kelurahan, to enter a business in one of them")
  public PageResponse<KecamatanResponse> list(@Auth Viewer viewer) {
    return PageResponse.of(
        territory.kecamatan(), kecamatan -> KecamatanResponse.of(kecamatan, territory.kelurahan()));
  }

  /**
   * A district as the API tells it.
   *
   * @param code what a business names as its {@code kecamatanCode}
   * @param kelurahan its villages; a business is in one of them by its id
   */
  record KecamatanResponse(String code, String name, List<Village> kelurahan) {

    /** A village of the district. */
    record Village(int id, String name) {}

    static KecamatanResponse of(Kecamatan kecamatan, List<Kelurahan> all) {
      return new KecamatanResponse(
          kecamatan.code(),
          kecamatan.name(),
          all.stream()
              .filter(kelurahan -> kelurahan.kecamatanCode().equals(kecamatan.code()))
              .map(kelurahan -> new Village(kelurahan.id(), kelurahan.name()))
              .toList());
    }
  }
}
