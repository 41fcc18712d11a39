package id.gaung.found;

import id.gaung.kernel.Page;
import id.gaung.kernel.Role;
import id.gaung.publishing.FoundPost;
import id.gaung.publishing.FoundPosts;
import id.gaung.publishing.FoundPosts.LinkFound;
import id.gaung.web.PageResponse;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Posts that came out beside Gaung, as JSON. */
@Path("api/v1/found-posts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "posts")
@RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER})
public final class FoundResource {

  private final FoundPosts posts;
  private final FoundViews views;

  FoundResource(FoundPosts posts, FoundViews views) {
    this.posts = posts;
    this.views = views;
  }

  @GET
  @Operation(summary = "Posts on the office's accounts that Gaung did not publish, newest first")
  public PageResponse<FoundResponse> list(
      @Auth Viewer viewer,
      @QueryParam("unlinked") @DefaultValue("false") boolean unlinked,
      @QueryParam("page") @DefaultValue("1") int page) {
    Page<FoundPost> rows = posts.page(unlinked, page);
    Map<UUID, List<UUID>> products =
        posts.products(rows.rows().stream().map(FoundPost::id).toList());
    return PageResponse.of(
        rows, row -> FoundResponse.of(row, products.getOrDefault(row.id(), List.of())));
  }

  @PUT
  @Path("{id}/link")
  @RolesAllowed(Role.Names.STAFF)
  @Operation(summary = "Link a found post to a campaign and to products, or to none any more")
  public FoundResponse link(@Auth Viewer viewer, @PathParam("id") UUID id, LinkFound order) {
    posts.link(viewer.actor(), id, views.checked(order));
    return FoundResponse.of(posts.get(id), posts.products(List.of(id)).getOrDefault(id, List.of()));
  }

  /**
   * @param campaignId empty while it is linked to none
   */
  record FoundResponse(
      UUID id,
      UUID channelId,
      String network,
      String text,
      Instant publishedAt,
      Instant foundAt,
      Optional<String> url,
      Optional<UUID> campaignId,
      List<UUID> productIds,
      int version) {

    static FoundResponse of(FoundPost row, List<UUID> productIds) {
      return new FoundResponse(
          row.id(),
          row.channelId(),
          row.network().name(),
          row.text(),
          row.publishedAt(),
          row.foundAt(),
          row.remoteUrl(),
          row.campaignId(),
          productIds,
          row.version());
    }
  }
}
