package id.gaung.collaboration;

import id.gaung.campaign.Disclosure;
import id.gaung.collaboration.OfferLinks.AcceptOffer;
import id.gaung.collaboration.SocialSide.Room;
import id.gaung.kernel.Problem;
import id.gaung.media.Fit;
import id.gaung.media.FittedPhoto;
import id.gaung.media.MediaFeature;
import id.gaung.media.MediaItem;
import id.gaung.media.PhotoAnswer;
import id.gaung.media.Photos;
import id.gaung.web.Flash;
import id.gaung.web.Form;
import id.gaung.web.PublicPage;
import id.gaung.web.TakesFile;
import id.gaung.web.View;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An offer as its creator sees it on a phone: no account, no password, the link is the key. */
@Path("o/{token}")
@Produces(MediaType.TEXT_HTML)
@PublicPage("the link is the key")
public final class PublicOfferPages {

  /** For addresses that name one photo, which never changes. */
  private static final String CACHING = "private, max-age=31536000, immutable";

  private final OfferLinks links;
  private final Submissions submissions;
  private final Photos photos;
  private final MediaFeature media;
  private final SocialSide social;

  PublicOfferPages(
      OfferLinks links, Submissions submissions, MediaFeature media, SocialSide social) {
    this.social = social;
    this.links = links;
    this.submissions = submissions;
    this.photos = media.photos();
    this.media = media;
  }

  @GET
  public Response show(
      @PathParam("token") String token,
      @HeaderParam(HttpHeaders.USER_AGENT) @Nullable String userAgent,
      @HeaderParam("Sec-Purpose") @Nullable String purpose) {
    LinkedOffer linked =
        LinkPreviewBots.isByPerson(userAgent, purpose) ? links.open(token) : links.read(token);
    return unindexed(page(token, linked, Form.empty()));
  }

  /** Looks without opening: without it a HEAD would be answered by {@link #show}. */
  @HEAD
  public Response look(@PathParam("token") String token) {
    links.read(token);
    return Response.ok().type(MediaType.TEXT_HTML_TYPE).build();
  }

  @POST
  @Path("accept")
  public Response accept(@PathParam("token") String token, Form form) {
    return form.submit(
        AcceptOffer.class,
        acceptance -> {
          links.accept(token, acceptance);
          return Flash.to("/o/" + token, "collaboration.flash.accepted");
        },
        again -> page(token, links.read(token), again));
  }

  /** A reason of the page's own and a few words make one text. */
  @POST
  @Path("decline")
  public Response decline(@PathParam("token") String token, Form form) {
    String more = form.value("more").strip();
    if (!more.isEmpty()) {
      String reason = form.value("reason").strip();
      form.with("reason", reason.isEmpty() ? more : reason + ": " + more).with("more", "");
    }
    return form.submit(
        OfferLinks.DeclineOffer.class,
        refusal -> {
          links.decline(token, refusal);
          return Flash.to("/o/" + token, "collaboration.flash.declined");
        },
        again -> page(token, links.read(token), again));
  }

  @GET
  @Path("deliverables/{id}")
  public Response work(@PathParam("token") String token, @PathParam("id") UUID id) {
    LinkedOffer linked = links.read(token);
    WorkItem item = submissions.work(linked, id);
    return unindexed(page(token, linked, item, PhotoSlots.of(submissions, item)));
  }

  @POST
  @Path("deliverables/{id}")
  @TakesFile
  public Response submit(@PathParam("token") String token, @PathParam("id") UUID id, Form form) {
    return form.attempt(
        () -> {
          // First of all, so that none is lost when another field is wrong.
          PhotoSlots.keep(form, photo -> submissions.keep(token, id, photo));
          PhotoSlots.submit(form, draft -> submissions.submit(token, id, draft, Optional.empty()));
          return Flash.to("/o/" + token + "/deliverables/" + id, "collaboration.flash.submitted");
        },
        again -> {
          LinkedOffer linked = links.read(token);
          WorkItem item = submissions.work(linked, id);
          PhotoSlots.drop(again, name -> submissions.upload(item, name).isEmpty());
          return page(token, linked, item, again);
        });
  }

  /** Takes one photo in while the rest is still typed, and tells the name it is sent by. */
  @POST
  @Path("deliverables/{id}/uploads")
  @TakesFile
  public Response keep(@PathParam("token") String token, @PathParam("id") UUID id, Form form) {
    return form.attempt(
        () ->
            Response.ok(
                    submissions.keep(token, id, PhotoSlots.photo(form)), MediaType.TEXT_PLAIN_TYPE)
                .build(),
        again -> new View("collaboration/phone_refused.jte", new Refused(again)));
  }

  /** Why one photo was not taken. */
  public record Refused(Form form) {}

  /** How much of each network's room a caption takes, while it is typed. */
  @POST
  @Path("deliverables/{id}/rooms")
  public View rooms(@PathParam("token") String token, @PathParam("id") UUID id, Form form) {
    LinkedOffer linked = links.read(token);
    Deliverable deliverable = submissions.work(linked, id).deliverable();
    String caption = Disclosure.with(linked.terms().adLine(), form.value("caption"));
    return new View(
        "collaboration/phone_rooms.jte", new OfferOnPhone.Rooms(rooms(deliverable, caption)));
  }

  /** Those of the networks that it is meant for. */
  private List<Room> rooms(Deliverable deliverable, String caption) {
    return social.rooms(caption).stream()
        .filter(room -> deliverable.isFor(room.network()))
        .toList();
  }

  /** The product that the offer is about, as a picture; its page names it by its number. */
  @GET
  @Path("product")
  @Produces("image/jpeg")
  public Response product(@PathParam("token") String token, @Context Request request) {
    LinkedOffer linked = links.read(token);
    UUID photoId =
        links.products(linked.campaign().id(), submissions.work(linked)).stream()
            .flatMap(product -> product.photoId().stream())
            .findFirst()
            .orElseThrow(Problem::notFound);
    return unindexed(photos.fit(photoId, Fit.SCREEN), request);
  }

  /** What was agreed, to keep. */
  @GET
  @Path("agreement")
  @Produces("text/plain")
  public Response agreement(@PathParam("token") String token) {
    LinkedOffer linked = links.read(token);
    if (linked.offer().state() != OfferState.ACCEPTED) {
      throw Problem.notFound();
    }
    return Response.ok(AgreementText.of(linked, submissions.work(linked)))
        .type("text/plain; charset=utf-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"kesepakatan.txt\"")
        .header("X-Robots-Tag", "noindex")
        .build();
  }

  /**
   * A photo that came with a draft of this link's offer, or where its video is.
   *
   * @param number its place among the draft's photos, from 1
   */
  @GET
  @Path("deliverables/{id}/photos/{submission}/{number}")
  @Produces("image/jpeg")
  public Response photo(
      @PathParam("token") String token,
      @PathParam("id") UUID id,
      @PathParam("submission") UUID submissionId,
      @PathParam("number") int number,
      @Context Request request) {
    UUID photoId =
        submissions.work(links.read(token), id).rounds().stream()
            .filter(round -> round.id().equals(submissionId))
            .flatMap(round -> round.photoIds().stream().skip(Math.max(0, number - 1)).limit(1))
            .findFirst()
            .orElseThrow(Problem::notFound);
    return shown(media.library().find(photoId).orElseThrow(Problem::notFound), Fit.SCREEN, request);
  }

  /** What came with a draft which was refused, and will be sent with the next one. */
  @GET
  @Path("deliverables/{id}/uploads/{upload}")
  @Produces("image/jpeg")
  public Response upload(
      @PathParam("token") String token,
      @PathParam("id") UUID id,
      @PathParam("upload") String upload,
      @Context Request request) {
    MediaItem sent =
        submissions
            .upload(submissions.work(links.read(token), id), upload)
            .orElseThrow(Problem::notFound);
    return shown(sent, Fit.THUMB, request);
  }

  /** A player asks for the parts of a video, and gets them where they are. */
  private Response shown(MediaItem item, Fit fit, Request request) {
    return item.isVideo()
        ? Response.temporaryRedirect(URI.create(media.links().videoPath(item)))
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .build()
        : unindexed(photos.fit(item.id(), fit), request);
  }

  private static Response unindexed(FittedPhoto photo, Request request) {
    return Response.fromResponse(PhotoAnswer.of(photo, request, CACHING))
        .header("X-Robots-Tag", "noindex")
        .build();
  }

  private View page(String token, LinkedOffer linked, Form form) {
    return new View("collaboration/public_offer.jte", offer(token, linked, form));
  }

  private View page(String token, LinkedOffer linked, WorkItem item, Form form) {
    OfferOnPhone offer = offer(token, linked, form);
    String adLine = linked.terms().adLine();
    String caption = form.value("caption");
    List<Room> rooms = rooms(item.deliverable(), Disclosure.with(adLine, caption));
    form.with("caption", Disclosure.below(adLine, caption));
    return new View(
        "collaboration/public_work.jte",
        new OfferOnPhone.WorkOnPhone(
            offer,
            item,
            rooms,
            social.videos(),
            submissions.films(item, PhotoSlots.uploads(form)),
            media.uploadDoor().mostBytes(),
            media.uploadDoor().mostFiles(),
            form));
  }

  private OfferOnPhone offer(String token, LinkedOffer linked, Form form) {
    List<WorkItem> work = submissions.work(linked);
    return new OfferOnPhone(
        token,
        linked,
        work,
        links.products(linked.campaign().id(), work),
        social.rooms(""),
        social.posted(
            work.stream()
                .filter(item -> item.deliverable().state() == DeliverableState.LIVE)
                .map(item -> item.deliverable().id())
                .toList()),
        links.isOfficial(linked.terms()),
        form);
  }

  private static Response unindexed(View view) {
    return Response.ok(view).header("X-Robots-Tag", "noindex, nofollow").build();
  }
}
