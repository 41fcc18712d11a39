package id.gaung.catalogue;

import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Rupiah;
import id.gaung.web.PageResponse;
import id.gaung.web.TakesFile;
import id.gaung.web.Texts;
import id.gaung.web.Translator;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The import over the API: upload, look, apply. */
@Path("api/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.STAFF)
@Tag(name = "Imports")
public final class ImportsResource {

  private final CatalogueImport imports;
  private final Texts texts;

  ImportsResource(CatalogueImport imports, Texts texts) {
    this.imports = imports;
    this.texts = texts;
  }

  @GET
  @Operation(summary = "Uploaded files, newest first, one page of 25")
  public PageResponse<StoredImportResponse> list(
      @Auth Viewer viewer, @QueryParam("page") @DefaultValue("1") int page) {
    return PageResponse.of(imports.page(page), StoredImportResponse::from);
  }

  @POST
  @Consumes("text/csv")
  @Operation(
      summary =
          "Keeps a CSV file of UMKM and products (UTF-8, at most 5 MB) and says what it would do")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ImportResponse.class)))
  @TakesFile
  public Response upload(
      @Auth Viewer viewer,
      @QueryParam("name") @DefaultValue("import.csv") String name,
      InputStream body)
      throws IOException {
    UUID id = imports.upload(viewer.actor(), name, body.readNBytes(CsvTable.MAX_BYTES + 1));
    return Response.created(URI.create("/api/v1/imports/" + id)).entity(answer(viewer, id)).build();
  }

  @GET
  @Path("{id}")
  @Operation(summary = "What a file would do now, with each bad row's reason, or what it did")
  public ImportResponse show(@Auth Viewer viewer, @PathParam("id") UUID id) {
    return answer(viewer, id);
  }

  @POST
  @Path("{id}/apply")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Takes the file's good rows, once; prices that differ only if confirmed")
  public ImportResponse apply(@Auth Viewer viewer, @PathParam("id") UUID id, ApplyImport asked) {
    imports.apply(viewer.actor(), id, asked.confirmPrices());
    return answer(viewer, id);
  }

  private ImportResponse answer(Viewer viewer, UUID id) {
    StoredImport stored = imports.find(id).orElseThrow(Problem::notFound);
    Optional<ImportPreview> preview =
        stored.appliedAt().isPresent() ? Optional.empty() : Optional.of(imports.preview(id));
    Translator words = texts.in(viewer.language());
    return ImportResponse.of(stored, preview, cell -> words.get(cell.key(), cell.args()));
  }

  /**
   * @param confirmPrices whether prices that differ are taken too; without it they stay
   */
  public record ApplyImport(boolean confirmPrices) {}

  /**
   * An uploaded file in a list of the API.
   *
   * @param result what it did; empty until it has been applied
   */
  public record StoredImportResponse(
      UUID id,
      String fileName,
      Optional<UUID> createdBy,
      Instant createdAt,
      Optional<Instant> appliedAt,
      Optional<Result> result) {

    static StoredImportResponse from(StoredImport stored) {
      return new StoredImportResponse(
          stored.id(),
          stored.fileName(),
          stored.createdBy(),
          stored.createdAt(),
          stored.appliedAt(),
          stored.outcome().map(Result::from));
    }
  }

  /**
   * What an import did.
   *
   * @param pricesChanged products with a new price; they count among {@code productsChanged} too
   * @param pricesLeft products whose price differs in the file but was not confirmed
   * @param badRows rows that were not taken
   */
  public record Result(
      int umkmCreated,
      int umkmChanged,
      int productsCreated,
      int productsChanged,
      int pricesChanged,
      int pricesLeft,
      int unchanged,
      int badRows) {

    static Result from(ImportResult result) {
      return new Result(
          result.umkmCreated(),
          result.umkmChanged(),
          result.productsCreated(),
          result.productsChanged(),
          result.pricesChanged(),
          result.pricesLeft(),
          result.unchanged(),
          result.badRows());
    }
  }

  /**
   * An uploaded file as the API shows it.
   *
   * @param preview what it would do now; empty once it has been applied
   * @param result what it did; empty until it has been applied
   */
  public record ImportResponse(
      UUID id,
      String fileName,
      Instant createdAt,
      Optional<Instant> appliedAt,
      Optional<Preview> preview,
      Optional<Result> result) {

    /** {@link ImportPreview} with its reasons in words. */
    public record Preview(
        int rows,
        List<String> newUmkm,
        List<NewNumber> newNumbers,
        List<String> unused,
        List<Added> added,
        List<PriceChange> prices,
        List<OtherChange> others,
        int unchanged,
        List<Bad> bad) {}

    /** A new business's number, as people read it. */
    public record NewNumber(String umkm, String whatsapp) {}

    /** A product that is not known yet. */
    public record Added(long line, String umkm, String product, Rupiah price) {}

    /** A price that differs from the known one. */
    public record PriceChange(
        long line, String umkm, String product, Rupiah before, Rupiah after) {}

    /**
     * Another fact that differs.
     *
     * @param subject the business's or the product's name
     * @param before empty if nothing was known
     */
    public record OtherChange(
        long line, String subject, ImportColumn column, String before, String after) {}

    /**
     * A cell that cannot be taken.
     *
     * @param line of the file, counted from 1
     * @param column as the file calls it; empty if it is the whole row
     */
    public record Bad(long line, String column, String reason) {}

    /**
     * @param reason the reason in the reader's language
     */
    static ImportResponse of(
        StoredImport stored, Optional<ImportPreview> preview, Function<BadCell, String> reason) {
      return new ImportResponse(
          stored.id(),
          stored.fileName(),
          stored.createdAt(),
          stored.appliedAt(),
          preview.map(p -> of(p, reason)),
          stored.outcome().map(Result::from));
    }

    private static Preview of(ImportPreview preview, Function<BadCell, String> reason) {
      return new Preview(
          preview.rows(),
          preview.newUmkm(),
          each(preview.newNumbers(), n -> new NewNumber(n.umkm(), n.whatsapp())),
          preview.unused(),
          each(preview.added(), a -> new Added(a.line(), a.umkm(), a.product(), a.price())),
          each(
              preview.prices(),
              p -> new PriceChange(p.line(), p.umkm(), p.product(), p.before(), p.after())),
          each(
              preview.others(),
              o -> new OtherChange(o.line(), o.subject(), o.column(), o.before(), o.after())),
          preview.unchanged(),
          each(preview.bad(), b -> new Bad(b.line(), b.column(), reason.apply(b))));
    }

    private static <T, R> List<R> each(List<T> all, Function<T, R> shown) {
      return all.stream().map(shown).toList();
    }
  }
}
