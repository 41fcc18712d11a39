package id.gaung.media;

import id.gaung.kernel.FieldError;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Wita;
import id.gaung.web.Flash;
import id.gaung.web.Form;
import id.gaung.web.TakesFile;
import id.gaung.web.Upload;
import id.gaung.web.View;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One photo or video of the library. */
@Path("library/{id: [0-9a-f-]{36}}")
@Produces(MediaType.TEXT_HTML)
@Hidden
@RolesAllowed(Role.Names.STAFF)
public final class LibraryItemPages {

  private final Library library;
  private final Photos photos;

  LibraryItemPages(Library library, Photos photos) {
    this.library = library;
    this.photos = photos;
  }

  @GET
  public View show(
      @Auth Viewer viewer,
      @PathParam("id") UUID id,
      @QueryParam("photos") @DefaultValue("") String photosAsked) {
    MediaItem item = existing(id);
    return show(item, filled(item), photosAsked);
  }

  @POST
  public Response change(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return form.submit(
        ChangeItem.class,
        change -> {
          library.change(viewer.actor(), id, change);
          return Flash.to("/library/" + id, "media.flash.saved");
        },
        again -> {
          MediaItem newest = existing(id);
          return show(newest, again.against(filled(newest), "version"));
        });
  }

  /** A picture out of the video, made by the browser, or another photo of the library. */
  @POST
  @Path("cover")
  @TakesFile
  public Response cover(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return form.attempt(
        () -> {
          var still = form.file("still");
          if (still.isPresent()) {
            UUID photo = stored(viewer, still.get());
            library.coverStill(viewer.actor(), id, photo);
          } else {
            library.cover(viewer.actor(), id, chosen(form));
          }
          return Flash.to("/library/" + id, "media.flash.cover");
        },
        again -> show(existing(id), again));
  }

  private UUID stored(Viewer viewer, Upload still) {
    try {
      return photos.storeBeforehand(viewer.actor(), still).id();
    } catch (Problem refused) {
      throw refused.errors().isEmpty()
          ? refused
          : Problem.invalid(
              refused.errors().stream()
                  .map(error -> new FieldError("still", error.key(), error.args()))
                  .toList());
    }
  }

  /** Of the library the photo that is named by its address, or by its id alone. */
  private static UUID chosen(Form form) {
    String typed = form.value("cover").replaceFirst("[?#].*$", "").replaceFirst("^.*/library/", "");
    try {
      return UUID.fromString(typed);
    } catch (IllegalArgumentException noId) {
      throw Problem.invalid("cover", "media.cover.picture");
    }
  }

  @POST
  @Path("crops")
  public Response crop(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    MediaItem item = existing(id);
    return form.submit(
        ChosenCrop.class,
        chosen -> {
          Optional<Crop> crop =
              chosen.remove() || !Crop.RATIOS.contains(chosen.ratio())
                  ? Optional.empty()
                  : Optional.of(
                      Crop.of(
                          chosen.ratio(),
                          item.width(),
                          item.height(),
                          chosen.size(),
                          chosen.left(),
                          chosen.top()));
          library.crop(viewer.actor(), id, chosen.ratio(), crop);
          return Flash.to("/library/" + id, "media.flash.crop");
        },
        again -> show(item, again));
  }

  @POST
  @Path("delete")
  public Response delete(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return form.attempt(
        () -> {
          library.delete(viewer.actor(), id);
          return Flash.to("/library", "media.flash.deleted");
        },
        again -> show(existing(id), again));
  }

  /** The kept bytes, or the part that a player asks for. */
  @GET
  @Path("file")
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER})
  @Produces(MediaType.WILDCARD)
  public Response file(
      @Auth Viewer viewer,
      @PathParam("id") UUID id,
      @Context Request request,
      @Context HttpServletRequest asked,
      @Context HttpHeaders headers) {
    return RangeAnswer.of(existing(id), library, request, asked, headers, PhotosPages.CACHING);
  }

  private MediaItem existing(UUID id) {
    return library.find(id).orElseThrow(Problem::notFound);
  }

  private static Form filled(MediaItem item) {
    return Form.of(
        new ChangeItem(
            item.version(),
            item.title(),
            item.altText(),
            item.maker(),
            item.licence(),
            item.licenceUntil().map(until -> Wita.date(until.minusMillis(1))),
            item.licenceNetworks(),
            String.join(", ", item.tags()),
            item.folderId()));
  }

  private View show(MediaItem item, Form form) {
    return show(item, form, "");
  }

  private View show(MediaItem item, Form form, String photosAsked) {
    Form fields = form.value("version").isEmpty() ? merged(form, filled(item)) : form;
    return new View(
        "media/show.jte",
        new LibraryShow(
            item,
            library.uses(List.of(item.id())).getOrDefault(item.id(), List.of()),
            library.folders(),
            library.crops(item.id()),
            LicenceBadge.of(item, library.now()),
            fields,
            item.isVideo() ? library.photos(photosAsked) : List.of(),
            photosAsked));
  }

  /** Another form of the page was refused: the fields of this one are as they are kept. */
  private static Form merged(Form refused, Form kept) {
    for (String field :
        List.of(
            "version", "title", "altText", "maker", "licence", "licenceEnds", "tags", "folderId")) {
      refused.with(field, kept.value(field));
    }
    return refused.withAll("networks", kept.values("networks"));
  }
}
