package id.gaung.ownpost;

import id.gaung.kernel.Role;
import id.gaung.ownpost.CreatorPosts.GiveAddress;
import id.gaung.ownpost.CreatorPosts.TakeBack;
import id.gaung.web.Form;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Posts of a content on its creator's own accounts, as JSON. */
@Path("api/v1/deliverables/{id}/posts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Deliverables")
@RolesAllowed(Role.Names.STAFF)
public final class OwnPostResource {

  private final CreatorPosts own;
  private final OwnPostViews views;

  OwnPostResource(CreatorPosts own, OwnPostViews views) {
    this.own = own;
    this.views = views;
  }

  @GET
  @Operation(summary = "The posts of a content on its creator's own accounts")
  public OwnPostsResponse list(@Auth Viewer viewer, @PathParam("id") UUID id) {
    return new OwnPostsResponse(
        views.show(id, Form.empty()).lines().stream().map(OwnPostResponse::of).toList());
  }

  @POST
  @Operation(summary = "Give the address of such a post; it is measured from then on")
  public OwnPostResponse give(@Auth Viewer viewer, @PathParam("id") UUID id, GiveAddress order) {
    return OwnPostResponse.of(views.line(id, own.give(viewer.actor(), id, order)));
  }

  @POST
  @Path("{post}/take-back")
  @Operation(summary = "Take the address back, because it was another post's")
  public OwnPostsResponse takeBack(
      @Auth Viewer viewer, @PathParam("id") UUID id, @PathParam("post") UUID post, TakeBack order) {
    own.takeBack(viewer.actor(), id, post, order);
    return list(viewer, id);
  }

  /** All of a content, the first one out first. */
  record OwnPostsResponse(List<OwnPostResponse> posts) {}

  /**
   * @param typed whether people type its counts, because its network tells them to nobody else
   * @param interactions empty while they are not known
   */
  record OwnPostResponse(
      UUID id,
      String network,
      String account,
      Optional<String> url,
      Instant publishedAt,
      Optional<Instant> removedAt,
      boolean typed,
      Optional<Long> views,
      Optional<Long> interactions) {

    static OwnPostResponse of(OwnPostLine line) {
      return new OwnPostResponse(
          line.post().id(),
          line.channel().network().name(),
          line.channel().handle(),
          line.post().remoteUrl(),
          line.post().publishedAt(),
          line.post().removedAt(),
          line.typed(),
          boxed(line.views()),
          boxed(line.engagements()));
    }

    private static Optional<Long> boxed(OptionalLong value) {
      return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
    }
  }
}
