package id.gaung.publishing;

import id.gaung.kernel.Page;
import id.gaung.kernel.Role;
import id.gaung.publishing.RenditionsResource.RenditionResponse;
import id.gaung.publishing.WholePosts.ApprovePost;
import id.gaung.publishing.WholePosts.MovePost;
import id.gaung.publishing.WholePosts.PublishPost;
import id.gaung.publishing.WholePosts.WithdrawPost;
import id.gaung.web.PageResponse;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Posts as JSON. */
@Path("api/v1/posts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "posts")
public final class PostsResource {

  private final Posts posts;
  private final PausedPosts paused;
  private final WholePosts whole;

  PostsResource(Posts posts, PausedPosts paused, WholePosts whole) {
    this.whole = whole;
    this.posts = posts;
    this.paused = paused;
  }

  @GET
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER})
  @Operation(summary = "Renditions, the latest due first; of one state or of all")
  public PageResponse<RenditionResponse> list(
      @Auth Viewer viewer,
      @QueryParam("state") Optional<RenditionState> state,
      @QueryParam("page") @DefaultValue("1") int page) {
    Page<RenditionRow> found = posts.page(state, page);
    Map<UUID, PausedPosts.Pause> pauses = paused.of(found.rows());
    return PageResponse.of(found, row -> RenditionResponse.from(row, pauses));
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER})
  @Operation(summary = "One post with its renditions")
  public PostResponse show(@Auth Viewer viewer, @PathParam("id") UUID id) {
    List<RenditionRow> renditions = posts.renditions(id);
    return PostResponse.from(
        posts.get(id),
        posts.productIds(id),
        renditions,
        paused.of(renditions),
        posts.pictures(renditions.stream().map(RenditionRow::id).toList()));
  }

  @POST
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "Compose a post, one rendition per channel")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = PostResponse.class)))
  public Response compose(@Auth Viewer viewer, ComposePost command) {
    UUID id = posts.compose(viewer.actor(), command);
    return Response.created(URI.create("/api/v1/posts/" + id)).entity(show(viewer, id)).build();
  }

  @POST
  @Path("{id}/approve")
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER})
  @Operation(summary = "Let a post of the office's own go out on these accounts, all or none")
  public PostResponse approve(@Auth Viewer viewer, @PathParam("id") UUID id, ApprovePost order) {
    whole.approve(viewer.actor(), id, order);
    return show(viewer, id);
  }

  @POST
  @Path("{id}/send-back")
  @RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER})
  @Operation(summary = "Send a post of the office's own back on these accounts, all or none")
  public PostResponse sendBack(@Auth Viewer viewer, @PathParam("id") UUID id, WithdrawPost order) {
    whole.sendBack(viewer.actor(), id, order);
    return show(viewer, id);
  }

  @POST
  @Path("{id}/move")
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "Give a post another time on these accounts, all or none")
  public PostResponse move(@Auth Viewer viewer, @PathParam("id") UUID id, MovePost order) {
    whole.move(viewer.actor(), id, order);
    return show(viewer, id);
  }

  @POST
  @Path("{id}/publish-now")
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "Publish a post at once on these accounts, all or none")
  public PostResponse publishNow(@Auth Viewer viewer, @PathParam("id") UUID id, PublishPost order) {
    whole.publishNow(viewer.actor(), id, order);
    return show(viewer, id);
  }

  @POST
  @Path("{id}/cancel")
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "Call a post off on these accounts, all or none")
  public PostResponse cancel(@Auth Viewer viewer, @PathParam("id") UUID id, WithdrawPost order) {
    whole.cancel(viewer.actor(), id, order);
    return show(viewer, id);
  }

  /**
   * A post as the API shows it.
   *
   * @param pictures of its renditions; their photos are at {@code /api/v1/photos/{id}/screen}
   */
  record PostResponse(
      UUID id,
      UUID campaignId,
      Optional<UUID> deliverableId,
      List<UUID> productIds,
      Instant createdAt,
      List<RenditionResponse> renditions,
      List<Picture> pictures) {

    /** A picture of a rendition, in order, or its video. */
    public record Picture(
        UUID renditionId, int position, UUID photoId, String altText, boolean video) {

      static Picture from(RenditionPicture picture) {
        return new Picture(
            picture.renditionId(),
            picture.position(),
            picture.photoId(),
            picture.altText(),
            picture.video());
      }
    }

    static PostResponse from(
        PostRow post,
        List<UUID> products,
        List<RenditionRow> renditions,
        Map<UUID, PausedPosts.Pause> pauses,
        List<RenditionPicture> pictures) {
      return new PostResponse(
          post.id(),
          post.campaignId(),
          post.deliverableId(),
          products,
          post.createdAt(),
          renditions.stream().map(row -> RenditionResponse.from(row, pauses)).toList(),
          pictures.stream().map(Picture::from).toList());
    }
  }
}
