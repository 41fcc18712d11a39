package id.gaung.catalogue;

import id.gaung.kernel.Page;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.web.Flash;
import id.gaung.web.Form;
import id.gaung.web.TakesFile;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The pages of the import: upload, look, apply. */
@Path("imports")
@Produces(MediaType.TEXT_HTML)
@Hidden
public final class ImportsPages {

  private final CatalogueImport imports;

  public ImportsPages(CatalogueImport imports) {
    this.imports = imports;
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
          imports.apply(viewer.actor(), id, form.has("confirmPrices", "yes"));
          return Flash.to("/imports/" + id, "catalogue.import.applied");
        },
        again -> show(again, id));
  }

  private View show(Form form, UUID id) {
    StoredImport stored = imports.find(id).orElseThrow(Problem::notFound);
    Optional<ImportPreview> preview =
        stored.appliedAt().isPresent() ? Optional.empty() : Optional.of(imports.preview(id));
    return new View("catalogue/import_show.jte", new Show(form, stored, preview));
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

  /** The files that were uploaded. */
  public record Listing(Page<StoredImport> rows) {}

  /** Where a file is uploaded. */
  public record Editor(Form form) {}

  /**
   * An uploaded file: what it would do, or what it did.
   *
   * @param preview empty once it has been applied
   */
  public record Show(Form form, StoredImport stored, Optional<ImportPreview> preview) {

    /** Rows of each kind that are listed; the others are counted. */
    private static final int SHOWN = 100;

    public <T> List<T> first(List<T> rows) {
      return rows.subList(0, Math.min(SHOWN, rows.size()));
    }

    public int more(List<?> rows) {
      return Math.max(0, rows.size() - SHOWN);
    }
  }
}
