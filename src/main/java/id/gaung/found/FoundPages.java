package id.gaung.found;

import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.publishing.FoundPosts;
import id.gaung.publishing.FoundPosts.LinkFound;
import id.gaung.web.Flash;
import id.gaung.web.Form;
import id.gaung.web.View;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Posts that came out beside Gaung, and linking them to campaigns. */
@Path("found-posts")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.Names.STAFF, Role.Names.APPROVER})
public final class FoundPages {

  private final FoundPosts posts;
  private final FoundViews views;

  FoundPages(FoundPosts posts, FoundViews views) {
    this.posts = posts;
    this.views = views;
  }

  @GET
  public View list(
      @Auth Viewer viewer,
      @QueryParam("unlinked") @DefaultValue("false") boolean unlinked,
      @QueryParam("page") @DefaultValue("1") int page) {
    return new View("found/list.jte", views.list(unlinked, page));
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Role.Names.STAFF)
  public View show(@Auth Viewer viewer, @PathParam("id") UUID id) {
    posts
        .get(id)
        .deliverableId()
        .ifPresent(
            content -> {
              // Reports and figures call a creator's own post a post, too.
              throw new RedirectionException(
                  Response.Status.SEE_OTHER, URI.create("/deliverables/" + content + "/posts"));
            });
    return new View("found/show.jte", views.show(id, Optional.empty()));
  }

  @POST
  @Path("{id}")
  @RolesAllowed(Role.Names.STAFF)
  public Response link(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return form.attempt(
        () -> {
          posts.link(viewer.actor(), id, views.checked(order(form)));
          boolean more = form.value("next").equals("products");
          return Flash.to(more ? "/found-posts/" + id : "/found-posts", "found.done.linked");
        },
        again -> new View("found/show.jte", views.show(id, Optional.of(again))));
  }

  private static LinkFound order(Form form) {
    try {
      String campaign = form.value("campaignId");
      List<UUID> products = form.values("productIds").stream().map(UUID::fromString).toList();
      return new LinkFound(
          campaign.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(campaign)),
          products,
          Integer.parseInt(form.value("version")));
    } catch (IllegalArgumentException notOurs) {
      throw Problem.invalid("campaignId", "found.campaign-unknown");
    }
  }
}
