package id.gaung.media;

import id.gaung.web.PublicPage;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Photos and videos for networks and for people without an account. */
@Path("media")
@Hidden
public final class SignedPhotoPages {

  private static final String CACHING = "public, max-age=86400, immutable";

  private final PhotoLinks links;
  private final Library library;

  public SignedPhotoPages(PhotoLinks links, Library library) {
    this.library = library;
    this.links = links;
  }

  @GET
  @Path("{photoId}/{fit}/{until: \\d{1,12}}/{signature: [\\w-]{43}}.{extension: jpg|png}")
  @PublicPage("the signature is the key")
  public Response photo(
      @PathParam("photoId") UUID photoId,
      @PathParam("fit") String fit,
      @PathParam("until") long until,
      @PathParam("signature") String signature,
      @Context Request request) {
    FittedPhoto photo = links.open(photoId, fit, until, signature);
    return PhotoAnswer.of(photo, request, CACHING);
  }

  @GET
  @Path("{videoId}/video/{until: \\d{1,12}}/{signature: [\\w-]{43}}.{extension: mp4|mov}")
  @PublicPage("the signature is the key")
  public Response video(
      @PathParam("videoId") UUID videoId,
      @PathParam("until") long until,
      @PathParam("signature") String signature,
      @Context Request request,
      @Context HttpServletRequest asked,
      @Context HttpHeaders headers) {
    MediaItem video = links.openVideo(videoId, until, signature);
    return RangeAnswer.of(video, library, request, asked, headers, CACHING);
  }
}
