package id.gaung.media;

import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.web.Assets;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;

/**
 * Photos on our own pages: all of them for those who see drafts and posts, those that everybody can
 * see for the other readers of reports; creators have their link.
 */
@Path("photos")
@Hidden
public final class PhotosPages {

  /** A photo never changes. */
  static final String CACHING = "private, max-age=31536000, immutable";

  private final Photos photos;

  public PhotosPages(Photos photos) {
    this.photos = photos;
  }

  @GET
  @Path("{id}/{fit}")
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER, Role.Names.OBSERVER, Role.Names.ADMIN})
  public Response photo(
      @Auth Viewer viewer,
      @PathParam("id") UUID id,
      @PathParam("fit") String fit,
      @Context Request request) {
    boolean drafts = viewer.is(Role.STAFF) || viewer.is(Role.APPROVER);
    if (!drafts && !photos.isPublic(id)) {
      throw Problem.notFound();
    }
    try {
      return PhotoAnswer.of(photos.fit(id, fit(fit)), request, CACHING);
    } catch (Problem missing) {
      // Asked only now: nearly everything that is looked at has a picture.
      if (missing.kind() == Problem.Kind.NOT_FOUND && photos.isVideo(id)) {
        return Response.seeOther(URI.create(Assets.address("film.svg"))).build();
      }
      throw missing;
    }
  }

  static Fit fit(String name) {
    return switch (name) {
      case "thumb" -> Fit.THUMB;
      case "screen" -> Fit.SCREEN;
      default -> throw Problem.notFound();
    };
  }
}
