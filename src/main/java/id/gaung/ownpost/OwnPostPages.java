package id.gaung.ownpost;

import id.gaung.collaboration.LinkedOffer;
import id.gaung.collaboration.OfferLinks;
import id.gaung.collaboration.Submissions;
import id.gaung.engagement.TypeFigures;
import id.gaung.engagement.TypedFigures;
import id.gaung.kernel.Problem;
import id.gaung.media.Photos;
import id.gaung.ownpost.CreatorPosts.GiveAddress;
import id.gaung.web.Flash;
import id.gaung.web.Form;
import id.gaung.web.PublicPage;
import id.gaung.web.TakesFile;
import id.gaung.web.Upload;
import id.gaung.web.View;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/** Where a creator gives the addresses of posts on accounts of their own, and what they count. */
@Path("o/{token}/deliverables/{id}/posts")
@Produces(MediaType.TEXT_HTML)
@PublicPage("the link is the key")
public final class OwnPostPages {

  private final OfferLinks links;
  private final Submissions submissions;
  private final CreatorPosts own;
  private final OwnPostViews views;
  private final TypedFigures typed;
  private final Photos photos;

  OwnPostPages(
      OfferLinks links,
      Submissions submissions,
      CreatorPosts own,
      OwnPostViews views,
      TypedFigures typed,
      Photos photos) {
    this.links = links;
    this.submissions = submissions;
    this.own = own;
    this.views = views;
    this.typed = typed;
    this.photos = photos;
  }

  /**
   * The posts of a content, on its creator's phone.
   *
   * @param here the page's path
   */
  public record OnPhone(String here, LinkedOffer linked, OwnPostViews.Show show) {}

  /** One of them, whose counts the creator types. */
  public record Typing(String here, LinkedOffer linked, OwnPostLine line, Form form) {}

  @GET
  public Response list(@PathParam("token") String token, @PathParam("id") UUID id) {
    return unindexed(page(token, id, Form.empty()));
  }

  @POST
  public Response give(@PathParam("token") String token, @PathParam("id") UUID id, Form form) {
    LinkedOffer linked = linked(token, id);
    return form.submit(
        GiveAddress.class,
        order -> {
          own.give(linked.actor(), id, order);
          return Flash.to(here(token, id), "ownpost.done.given");
        },
        again -> page(token, id, again));
  }

  @GET
  @Path("{post}")
  public Response typing(
      @PathParam("token") String token, @PathParam("id") UUID id, @PathParam("post") UUID post) {
    return unindexed(page(token, id, post, Form.empty()));
  }

  @POST
  @Path("{post}")
  @TakesFile
  public Response type(
      @PathParam("token") String token,
      @PathParam("id") UUID id,
      @PathParam("post") UUID post,
      Form form) {
    LinkedOffer linked = linked(token, id);
    own.of(id, post);
    return form.attempt(
        () -> {
          // Only a picture that comes with it proves it; none of the library can be named.
          form.with("photoId", "");
          form.file("photo").ifPresent(upload -> form.with("photoId", kept(linked, post, upload)));
          typed.typeOwn(linked.actor(), post, form.as(TypeFigures.class));
          return Flash.to(here(token, id), "ownpost.done.typed");
        },
        again -> page(token, id, post, again));
  }

  private String kept(LinkedOffer linked, UUID post, Upload upload) {
    try (InputStream bytes = upload.content().open()) {
      return photos.storeFor(post, linked.actor(), bytes, upload.name()).id().toString();
    } catch (IOException unreadable) {
      throw Problem.of(Problem.Kind.MALFORMED, "problem.upload");
    }
  }

  private LinkedOffer linked(String token, UUID id) {
    LinkedOffer linked = links.read(token);
    submissions.work(linked, id);
    return linked;
  }

  private View page(String token, UUID id, Form form) {
    return new View(
        "ownpost/phone.jte", new OnPhone(here(token, id), linked(token, id), views.show(id, form)));
  }

  private View page(String token, UUID id, UUID post, Form form) {
    return new View(
        "ownpost/type.jte",
        new Typing(here(token, id), linked(token, id), views.line(id, post), form));
  }

  private static String here(String token, UUID id) {
    return "/o/" + token + "/deliverables/" + id + "/posts";
  }

  private static Response unindexed(View view) {
    return Response.ok(view).header("X-Robots-Tag", "noindex, nofollow").build();
  }
}
