package id.gaung.home;

import id.gaung.identity.Offices;
import id.gaung.kernel.Problem;
import id.gaung.media.Fit;
import id.gaung.media.PhotoAnswer;
import id.gaung.media.Photos;
import id.gaung.web.PublicPage;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** The office's mark, for everybody: creators see it in their invitation, papers carry it. */
@Path("office/logo")
@Hidden
public final class OfficePages {

  /** It may be changed; a browser asks again after an hour. */
  private static final String CACHING = "public, max-age=3600";

  private final Offices offices;
  private final Photos photos;

  OfficePages(Offices offices, Photos photos) {
    this.offices = offices;
    this.photos = photos;
  }

  @GET
  @PublicPage("creators and papers carry it")
  public Response logo(@Context Request request) {
    return PhotoAnswer.of(
        photos.fit(offices.current().logoPhotoId().orElseThrow(Problem::notFound), Fit.THUMB),
        request,
        CACHING);
  }
}
