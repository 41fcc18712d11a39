package id.gaung.media;

import id.gaung.kernel.Role;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;

/** Photos over the API. */
@Path("/api/v1/photos")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Photos")
public final class PhotosResource {

  private final Photos photos;

  public PhotosResource(Photos photos) {
    this.photos = photos;
  }

  @POST
  @Consumes({"image/jpeg", "image/png", "image/webp", MediaType.APPLICATION_OCTET_STREAM})
  @RolesAllowed({Role.Names.STAFF})
  @Operation(summary = "Stores a photo: JPEG, PNG or WebP, judged by its bytes, at most 24 MB")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = Photo.class)))
  public Response store(
      @Auth Viewer viewer,
      @QueryParam("name") @DefaultValue("photo") String name,
      InputStream body) {
    Photo photo = photos.store(viewer.actor(), body, name);
    return Response.created(URI.create("/photos/" + photo.id() + "/screen")).entity(photo).build();
  }
}
