package id.gaung.collaboration;

import id.gaung.collaboration.OfferLinks.AcceptOffer;
import id.gaung.collaboration.Submissions.SubmitDraft;
import id.gaung.kernel.Rupiah;
import id.gaung.web.Form;
import id.gaung.web.PublicPage;
import id.gaung.web.TakesFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.SchemaProperty;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An offer as JSON for whoever has its link. */
@Path("api/v1/offer-links/{token}")
@Produces(MediaType.APPLICATION_JSON)
@PublicPage("the link is the key")
@Tag(name = "Offer links")
public final class OfferLinkResource {

  private final OfferLinks links;
  private final Submissions submissions;

  OfferLinkResource(OfferLinks links, Submissions submissions) {
    this.links = links;
    this.submissions = submissions;
  }

  @GET
  @Operation(summary = "The offer; the first time it counts as viewed")
  public OfferLinkResponse get(
      @PathParam("token") String token,
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.USER_AGENT) @Nullable String userAgent,
      @Parameter(hidden = true) @HeaderParam("Sec-Purpose") @Nullable String purpose) {
    return answer(
        LinkPreviewBots.isByPerson(userAgent, purpose) ? links.open(token) : links.read(token));
  }

  @HEAD
  @Operation(hidden = true)
  public Response look(@PathParam("token") String token) {
    links.read(token);
    return Response.ok().build();
  }

  @POST
  @Path("accept")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Accept; binds the brief whose hash is given")
  public OfferLinkResponse accept(@PathParam("token") String token, AcceptOffer acceptance) {
    links.accept(token, acceptance);
    return answer(links.read(token));
  }

  @POST
  @Path("decline")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Decline with a reason")
  public OfferLinkResponse decline(
      @PathParam("token") String token, OfferLinks.DeclineOffer refusal) {
    links.decline(token, refusal);
    return answer(links.read(token));
  }

  @POST
  @Path("deliverables/{id}/submissions")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Send a draft; a photo goes with the same fields as multipart/form-data",
      requestBody =
          @RequestBody(
              required = true,
              content = {
                @Content(
                    mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = SubmitDraft.class)),
                @Content(
                    mediaType = MediaType.MULTIPART_FORM_DATA,
                    schemaProperties = {
                      @SchemaProperty(name = "caption", schema = @Schema(types = "string")),
                      @SchemaProperty(name = "altText", schema = @Schema(types = "string")),
                      @SchemaProperty(name = "keepPhoto", schema = @Schema(types = "boolean")),
                      @SchemaProperty(
                          name = "photo",
                          schema = @Schema(types = "string", format = "binary"))
                    })
              }))
  public OfferLinkResponse submit(
      @PathParam("token") String token, @PathParam("id") UUID id, SubmitDraft draft) {
    submissions.submit(token, id, draft, Optional.empty());
    return answer(links.read(token));
  }

  @POST
  @Path("deliverables/{id}/submissions")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  // OpenAPI knows one operation of a method and an address: the one above tells of both bodies.
  @Operation(hidden = true)
  @TakesFile
  public OfferLinkResponse submit(
      @PathParam("token") String token, @PathParam("id") UUID id, Form form) {
    submissions.submit(token, id, form.as(SubmitDraft.class), form.file("photo"));
    return answer(links.read(token));
  }

  @POST
  @Path("deliverables/{id}/uploads")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(
      summary = "Take one photo in; a draft with several sends each by the name that comes back",
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.MULTIPART_FORM_DATA,
                      schemaProperties =
                          @SchemaProperty(
                              name = "photo",
                              schema = @Schema(types = "string", format = "binary")))))
  @TakesFile
  public UploadResponse keep(
      @PathParam("token") String token, @PathParam("id") UUID id, Form form) {
    return new UploadResponse(submissions.keep(token, id, PhotoSlots.photo(form)));
  }

  /** The name of a photo that was taken in. */
  public record UploadResponse(String upload) {}

  private OfferLinkResponse answer(LinkedOffer linked) {
    return OfferLinkResponse.from(linked, submissions.work(linked));
  }

  /**
   * An offer as the API tells whoever has its link.
   *
   * @param brief texts by section
   * @param briefSha256 to give back when accepting
   */
  public record OfferLinkResponse(
      LinkState standing,
      OfferState state,
      String creator,
      String campaign,
      LocalDate startsOn,
      LocalDate endsOn,
      Rupiah fee,
      String message,
      Instant respondBy,
      LocalDate workEndsOn,
      int briefVersion,
      String briefSha256,
      Map<String, String> brief,
      List<DeliverableResource.DeliverableResponse> deliverables) {

    static OfferLinkResponse from(LinkedOffer linked, List<WorkItem> work) {
      return new OfferLinkResponse(
          linked.standing(),
          linked.offer().state(),
          linked.creator().name(),
          linked.campaign().name(),
          linked.campaign().startsOn(),
          linked.campaign().endsOn(),
          linked.offer().fee(),
          linked.offer().message(),
          linked.offer().respondBy(),
          linked.offer().workEndsOn(),
          linked.brief().number(),
          linked.brief().sha256(),
          linked.brief().sections(),
          work.stream().map(DeliverableResource.DeliverableResponse::from).toList());
    }
  }
}
