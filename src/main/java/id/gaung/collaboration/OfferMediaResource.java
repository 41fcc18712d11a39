package id.gaung.collaboration;

import id.gaung.media.UploadDoor;
import id.gaung.media.Uploader;
import id.gaung.web.PublicPage;
import id.gaung.web.TakesFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HEAD;
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

/** Photos and videos from a creator's phone, in parts that go on where they stopped (tus 1.0.0). */
@Path("api/v1/offer-links/{token}/deliverables/{id}/media")
@PublicPage("the link is the key")
@Tag(name = "Offer links")
public final class OfferMediaResource {

  /** The name by which a draft sends what has come. */
  static final String NAME = "Gaung-Upload";

  private final OfferLinks links;
  private final Submissions submissions;
  private final UploadDoor door;

  OfferMediaResource(OfferLinks links, Submissions submissions, UploadDoor door) {
    this.links = links;
    this.submissions = submissions;
    this.door = door;
  }

  @POST
  @Operation(
      summary =
          "Begins an upload for a content (tus 1.0.0): its length in Upload-Length, its name in"
              + " Upload-Metadata")
  @ApiResponse(responseCode = "201")
  public Response create(
      @PathParam("token") String token,
      @PathParam("id") UUID id,
      @Context HttpServletRequest request,
      @Context HttpServletResponse response)
      throws IOException {
    return door.create(by(token, id), request, response);
  }

  @HEAD
  @Path("{upload}")
  @Operation(summary = "Tells in Upload-Offset how far an upload has come (tus 1.0.0)")
  @ApiResponse(responseCode = "204")
  public Response look(
      @PathParam("token") String token,
      @PathParam("id") UUID id,
      @PathParam("upload") UUID upload,
      @Context HttpServletRequest request,
      @Context HttpServletResponse response)
      throws IOException {
    return answer(token, id, upload, request, response, InputStream.nullInputStream());
  }

  @PATCH
  @Path("{upload}")
  @TakesFile
  @Operation(
      summary =
          "Sends the next part of an upload (tus 1.0.0); after the last one the header Gaung-Upload"
              + " holds the name by which a draft sends it")
  @ApiResponse(responseCode = "204")
  public Response send(
      @PathParam("token") String token,
      @PathParam("id") UUID id,
      @PathParam("upload") UUID upload,
      @Context HttpServletRequest request,
      @Context HttpServletResponse response,
      InputStream body)
      throws IOException {
    return answer(token, id, upload, request, response, body);
  }

  @DELETE
  @Path("{upload}")
  @Operation(summary = "Ends an upload and removes what has come of it (tus 1.0.0)")
  @ApiResponse(responseCode = "204")
  public Response end(
      @PathParam("token") String token,
      @PathParam("id") UUID id,
      @PathParam("upload") UUID upload,
      @Context HttpServletRequest request,
      @Context HttpServletResponse response)
      throws IOException {
    return answer(token, id, upload, request, response, InputStream.nullInputStream());
  }

  private Response answer(
      String token,
      UUID id,
      UUID upload,
      HttpServletRequest request,
      HttpServletResponse response,
      InputStream body)
      throws IOException {
    LinkedOffer linked = links.read(token);
    WorkItem item = submissions.work(linked, id);
    Response answer =
        door.answer(new Uploader(linked.actor(), Optional.of(id)), upload, request, response, body);
    String stored = answer.getHeaderString(UploadDoor.ITEM);
    return stored == null
        ? answer
        : Response.fromResponse(answer)
            .header(NAME, submissions.name(item, UUID.fromString(stored)))
            .build();
  }

  private Uploader by(String token, UUID id) {
    LinkedOffer linked = links.read(token);
    submissions.work(linked, id);
    return new Uploader(linked.actor(), Optional.of(id));
  }
}
