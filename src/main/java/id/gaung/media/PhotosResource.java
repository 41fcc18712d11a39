package id.gaung.media;

import id.gaung.kernel.Role;
import id.gaung.web.TakesFile;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Photos over the API. */
@Path("api/v1/photos")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Photos")
public final class PhotosResource {

  /** The photo never changes; what a network takes may, with a release or its server. */
  private static final String CACHING_FITTED = "private, max-age=86400";

  private final Photos photos;
  private final NetworkFits networks;

  public PhotosResource(Photos photos, NetworkFits networks) {
    this.photos = photos;
    this.networks = networks;
  }

  @GET
  @Path("{id}/{fit}")
  @Produces({"image/jpeg", MediaType.APPLICATION_JSON})
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER})
  @Operation(
      summary =
          "A photo made fit: thumb for lists, screen for looking at, or a network's name, as it"
              + " stands in addresses, for the very bytes that are published there; of several"
              + " accounts with limits of their own, the one that channel names")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(mediaType = "image/jpeg", schema = @Schema(types = "string", format = "binary")))
  public Response photo(
      @Auth Viewer viewer,
      @PathParam("id") UUID id,
      @PathParam("fit") String fit,
      @QueryParam("channel") Optional<UUID> channel,
      @Context Request request) {
    Optional<Fit> network = networks.of(fit, channel);
    return network.isPresent()
        ? PhotoAnswer.of(photos.fit(id, network.get()), request, CACHING_FITTED)
        : PhotoAnswer.of(photos.fit(id, PhotosPages.fit(fit)), request, PhotosPages.CACHING);
  }

  @POST
  // Any kind: what it is, the bytes say, and a refusal by them names it.
  @Consumes({"image/*", MediaType.APPLICATION_OCTET_STREAM})
  @RolesAllowed(Role.Names.STAFF)
  @Operation(
      summary =
          "Stores a photo: JPEG, PNG or WebP, judged by its bytes, at most 24 MB and 120 megapixels")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = PhotoResponse.class)))
  @TakesFile
  public Response store(
      @Auth Viewer viewer,
      @QueryParam("name") @DefaultValue("photo") String name,
      InputStream body) {
    Photo photo = photos.store(viewer.actor(), body, name);
    return Response.created(URI.create("/api/v1/photos/" + photo.id() + "/screen"))
        .entity(PhotoResponse.from(photo))
        .build();
  }

  /**
   * A stored photo as the API shows it.
   *
   * @param bytes of the cleaned picture
   * @param originalName as the sender called it; for showing only
   */
  public record PhotoResponse(
      UUID id,
      String sha256,
      String mimeType,
      long bytes,
      int width,
      int height,
      String originalName,
      Instant createdAt) {

    static PhotoResponse from(Photo photo) {
      return new PhotoResponse(
          photo.id(),
          photo.sha256(),
          photo.mimeType(),
          photo.bytes(),
          photo.width(),
          photo.height(),
          photo.originalName(),
          photo.createdAt());
    }
  }
}
