package id.gaung.catalogue;

import id.gaung.kernel.Page;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.web.Flash;
import id.gaung.web.Form;
import id.gaung.web.TakesFile;
import id.gaung.web.Texts;
import id.gaung.web.Translator;
import id.gaung.web.Upload;
import id.gaung.web.View;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Hidden;
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
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** The pages of the import: upload, look, apply. */
@Path("imports")
@Produces(MediaType.TEXT_HTML)
@Hidden
public final class ImportsPages {

  private static final Duration PATIENCE = Duration.ofMillis(1500);

  private final CatalogueImport imports;
  private final ImportRuns runs;
  private final Territory territory;
  private final Texts texts;

  ImportsPages(CatalogueImport imports, Territory territory, Texts texts) {
    this.imports = imports;
    this.runs = new ImportRuns(imports, PATIENCE);
    this.territory = territory;
    this.texts = texts;
  }

  @GET
  @RolesAllowed(Role.Names.STAFF)
  public View list(@Auth Viewer viewer, @QueryParam("page") @DefaultValue("1") int page) {
    return new View("catalogue/import_list.jte", new Listing(imports.page(page)));
  }

  @GET
  @Path("new")
  @RolesAllowed(Role.Names.STAFF)
  public View blank(@Auth Viewer viewer) {
    return upload(Form.empty());
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @RolesAllowed(Role.Names.STAFF)
  @TakesFile
  public Response upload(@Auth Viewer viewer, Form form) {
    return form.attempt(
        () -> {
          Upload file =
              form.file("file").orElseThrow(() -> Problem.invalid("file", "field.required"));
          UUID id = imports.upload(viewer.actor(), file.name(), bytes(file));
          return Flash.to("/imports/" + id);
        },
        ImportsPages::upload);
  }

  /** A file with the right columns, to be filled in. */
  @GET
  @Path("template")
  @Produces("text/csv")
  @RolesAllowed(Role.Names.STAFF)
  public Response template(@Auth Viewer viewer) {
    return ImportFiles.template(
        territory.kecamatanNames().values().stream().findFirst().orElse(""),
        texts.in(viewer.language()).get("catalogue.import.example"));
  }

  /** The rows that cannot be taken, with why, to be mended and uploaded again. */
  @GET
  @Path("{id}/rejected")
  @Produces("text/csv")
  @RolesAllowed(Role.Names.STAFF)
  public Response rejected(@Auth Viewer viewer, @PathParam("id") UUID id) {
    Translator t = texts.in(viewer.language());
    return ImportFiles.rejected(
        imports.rejected(id, cell -> t.get(cell.key(), cell.args())),
        t.get("catalogue.import.reason"));
  }

  /** How far it is; the page asks until it is over. */
  @GET
  @Path("{id}/progress")
  @RolesAllowed(Role.Names.STAFF)
  public View progress(@Auth Viewer viewer, @PathParam("id") UUID id) {
    Optional<ImportRuns.Progress> progress = runs.progress(id);
    StoredImport stored = imports.find(id).orElseThrow(Problem::notFound);
    return new View(
        "catalogue/import_progress.jte",
        new Running(
            stored,
            progress.filter(p -> p.failure().isEmpty()).map(ImportRuns.Progress::percent),
            progress.flatMap(ImportRuns.Progress::failure)));
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Role.Names.STAFF)
  public View show(@Auth Viewer viewer, @PathParam("id") UUID id) {
    return show(Form.empty(), id);
  }

  @POST
  @Path("{id}/apply")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed(Role.Names.STAFF)
  public Response apply(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return form.attempt(
        () -> {
          runs.apply(viewer.actor(), id, form.has("confirmPrices", "yes"));
          boolean over = imports.find(id).flatMap(StoredImport::appliedAt).isPresent();
          return over
              ? Flash.to("/imports/" + id, "catalogue.import.applied")
              : Flash.to("/imports/" + id);
        },
        again -> show(again, id));
  }

  private View show(Form form, UUID id) {
    StoredImport stored = imports.find(id).orElseThrow(Problem::notFound);
    Optional<Integer> percent = runs.progress(id).map(ImportRuns.Progress::percent);
    Optional<ImportPreview> preview =
        stored.appliedAt().isPresent() || percent.isPresent()
            ? Optional.empty()
            : Optional.of(imports.preview(id));
    return new View(
        "catalogue/import_show.jte",
        new ImportShow(form, stored, preview, new Running(stored, percent, Optional.empty())));
  }

  private static View upload(Form form) {
    return new View("catalogue/import_form.jte", new Editor(form));
  }

  /** One byte more than is allowed, so that the reader of the file says that it is too large. */
  private static byte[] bytes(Upload file) {
    try (InputStream in = file.content().open()) {
      return in.readNBytes(CsvTable.MAX_BYTES + 1);
    } catch (IOException unreadable) {
      throw Problem.of(Problem.Kind.MALFORMED, "problem.upload");
    }
  }

  /**
   * An import on its way.
   *
   * @param percent of its rows; empty if it does not run here
   * @param failure why it ended without doing anything
   */
  public record Running(
      StoredImport stored, Optional<Integer> percent, Optional<Problem> failure) {}

  /** The files that were uploaded. */
  public record Listing(Page<StoredImport> rows) {}

  /** Where a file is uploaded. */
  public record Editor(Form form) {}
}
