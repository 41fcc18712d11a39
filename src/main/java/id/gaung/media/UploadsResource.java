package id.gaung.media;

import id.gaung.kernel.Role;
import id.gaung.web.TakesFile;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;

/** Uploads of photos and videos into the library, by tus 1.0.0. */
@Path("api/v1/uploads")
@Tag(name = "Media")
@RolesAllowed(Role.Names.STAFF)
public final class UploadsResource {

  private final UploadDoor door;

  UploadsResource(UploadDoor door) {
    this.door = door;
  }

  @OPTIONS
  @Operation(summary = "Tells what this server can do (tus 1.0.0)")
  @ApiResponse(responseCode = "204")
  public Response options(
      @Auth Viewer viewer,
      @Context HttpServletRequest request,
      @Context HttpServletResponse response)
      throws IOException {
    return door.options(by(viewer), request, response);
  }

  @POST
  @Operation(
      summary =
          "Begins an upload that goes on where it stopped (tus 1.0.0): its length in Upload-Length, its"
              + " name in Upload-Metadata; the answer's Location is its address")
  @ApiResponse(responseCode = "201")
  public Response create(
      @Auth Viewer viewer,
      @Context HttpServletRequest request,
      @Context HttpServletResponse response)
      throws IOException {
    return door.create(by(viewer), request, response);
  }

  @HEAD
  @Path("{id}")
  @Operation(summary = "Tells in Upload-Offset how far an upload has come (tus 1.0.0)")
  @ApiResponse(responseCode = "204")
  public Response look(
      @Auth Viewer viewer,
      @PathParam("id") UUID id,
      @Context HttpServletRequest request,
      @Context HttpServletResponse response)
      throws IOException {
    return door.answer(by(viewer), id, request, response, InputStream.nullInputStream());
  }

  @PATCH
  @Path("{id}")
  @TakesFile
  @Operation(
      summary =
          "Sends the next part of an upload, of at most 32 MB (tus 1.0.0); after the last one the"
              + " header Gaung-Item names what it became in the library")
  @ApiResponse(responseCode = "204")
  public Response send(
      @Auth Viewer viewer,
      @PathParam("id") UUID id,
      @Context HttpServletRequest request,
      @Context HttpServletResponse response,
      InputStream body)
      throws IOException {
    return door.answer(by(viewer), id, request, response, body);
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Ends an upload and removes what has come of it (tus 1.0.0)")
  @ApiResponse(responseCode = "204")
  public Response end(
      @Auth Viewer viewer,
      @PathParam("id") UUID id,
      @Context HttpServletRequest request,
      @Context HttpServletResponse response)
      throws IOException {
    return door.answer(by(viewer), id, request, response, InputStream.nullInputStream());
  }

  private static Uploader by(Viewer viewer) {
    return new Uploader(viewer.actor(), Optional.empty());
  }
}
