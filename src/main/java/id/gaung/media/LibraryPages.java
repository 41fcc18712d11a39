package id.gaung.media;

import id.gaung.kernel.Page;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.web.Flash;
import id.gaung.web.Form;
import id.gaung.web.TakesFile;
import id.gaung.web.View;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;

/** The media library: the list, its folders, and what comes into it. */
@Path("library")
@Produces(MediaType.TEXT_HTML)
@Hidden
@RolesAllowed(Role.Names.STAFF)
public final class LibraryPages {

  private final Library library;
  private final Uploads uploads;

  LibraryPages(Library library, Uploads uploads) {
    this.library = library;
    this.uploads = uploads;
  }

  @GET
  public View list(
      @Auth Viewer viewer,
      @QueryParam("q") @DefaultValue("") String search,
      @QueryParam("folder") Optional<UUID> folder,
      @QueryParam("kind") @DefaultValue("") String kind,
      @QueryParam("licence") @DefaultValue("") String licence,
      @QueryParam("bare") boolean bare,
      @QueryParam("tag") @DefaultValue("") String tag,
      @QueryParam("sort") @DefaultValue("") String sort,
      @QueryParam("page") @DefaultValue("1") int page) {
    return list(
        new LibraryFilter(folder, kind, licence, bare, tag, search, LibraryFilter.sort(sort)),
        page,
        Form.empty());
  }

  private View list(LibraryFilter filter, int number, Form form) {
    Page<MediaItem> rows = library.page(filter, number);
    return new View(
        "media/list.jte",
        new LibraryListing(
            rows,
            library.uses(rows.rows().stream().map(MediaItem::id).toList()),
            library.tally(),
            library.folders(),
            library.tags(),
            filter,
            library.now(),
            uploads.mostBytes(),
            form));
  }

  private View list(Form form) {
    return list(
        new LibraryFilter(Optional.empty(), "", "", false, "", "", LibraryFilter.Sort.NEWEST),
        1,
        form);
  }

  /** A file as any form sends it, where no script runs; larger ones come in parts. */
  @POST
  @TakesFile
  public Response upload(@Auth Viewer viewer, Form form) {
    return form.attempt(
        () -> {
          var file = form.file("file").orElseThrow(() -> Problem.invalid("file", "field.required"));
          UUID id = uploads.take(new Uploader(viewer.actor(), Optional.empty()), file);
          return Flash.to("/library/" + id, "media.flash.stored");
        },
        this::list);
  }

  @POST
  @Path("folders")
  public Response folder(@Auth Viewer viewer, Form form) {
    return form.attempt(
        () -> {
          UUID id = library.createFolder(viewer.actor(), form.value("name"));
          return Flash.to("/library?folder=" + id, "media.flash.folder");
        },
        this::list);
  }
}
