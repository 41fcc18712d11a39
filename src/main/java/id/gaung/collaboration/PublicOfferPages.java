package id.gaung.collaboration;

import id.gaung.campaign.BriefSection;
import id.gaung.campaign.Disclosure;
import id.gaung.catalogue.ProductSummary;
import id.gaung.collaboration.OfferLinks.AcceptOffer;
import id.gaung.collaboration.SocialSide.Posted;
import id.gaung.collaboration.SocialSide.Room;
import id.gaung.collaboration.Submissions.SubmitDraft;
import id.gaung.kernel.Problem;
import id.gaung.media.Fit;
import id.gaung.media.FittedPhoto;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An offer as its creator sees it on a phone: no account, no password, the link is the key. */
@Path("o/{token}")
@Produces(MediaType.TEXT_HTML)
@PublicPage("the link is the key")
public final class PublicOfferPages {

  private static final String UPLOAD = "upload";

  private final OfferLinks links;
  private final Submissions submissions;
  private final Photos photos;
  private final SocialSide social;

  PublicOfferPages(OfferLinks links, Submissions submissions, Photos photos, SocialSide social) {
    this.social = social;
    this.links = links;
    this.submissions = submissions;
    this.photos = photos;
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
    Form form = Form.empty();
    item.last()
        .ifPresent(
            last -> {
              form.with("caption", last.caption())
                  .with("altText", last.altText());
              last.photoId().ifPresent(photo -> form.with("keepPhoto", "true"));
            });
    return unindexed(page(token, linked, item, form));
  }

  @POST
  @Path("deliverables/{id}")
  @TakesFile
  public Response submit(@PathParam("token") String token, @PathParam("id") UUID id, Form form) {
    return form.attempt(
        () -> {
          // First of all, so that it is not lost when another field is wrong.
          form.file("photo")
              .ifPresent(photo -> form.with(UPLOAD, submissions.keep(token, id, photo)));
          submissions.submitKept(token, id, form.as(SubmitDraft.class), form.value(UPLOAD));
          return Flash.to("/o/" + token + "/deliverables/" + id, "collaboration.flash.submitted");
        },
        again -> {
          LinkedOffer linked = links.read(token);
          WorkItem item = submissions.work(linked, id);
          if (submissions.upload(item, again.value(UPLOAD)).isEmpty()) {
            again.with(UPLOAD, "");
          }
          return page(token, linked, item, again);
        });
  }

  /** How much of each network's room a caption takes, while it is typed. */
  @POST
  @Path("rooms")
  public View rooms(@PathParam("token") String token, Form form) {
    LinkedOffer linked = links.read(token);
    String caption = Disclosure.with(linked.terms().adLine(), form.value("caption"));
    return new View("collaboration/phone_rooms.jte", new Rooms(social.rooms(caption)));
  }

  /** The product that the campaign is about, as a picture. */
  @GET
  @Path("product")
  @Produces("image/jpeg")
  public Response product(@PathParam("token") String token) {
    UUID photoId =
        links.products(links.read(token).campaign().id()).stream()
            .flatMap(product -> product.photoId().stream())
            .findFirst()
            .orElseThrow(Problem::notFound);
    return unindexed(photos.fit(photoId, Fit.SCREEN));
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

  /** A photo that came with a draft of this link's offer. */
  @GET
  @Path("deliverables/{id}/photos/{submission}")
  @Produces("image/jpeg")
  public Response photo(
      @PathParam("token") String token,
      @PathParam("id") UUID id,
      @PathParam("submission") UUID submissionId) {
    UUID photoId =
        submissions.work(links.read(token), id).rounds().stream()
            .filter(round -> round.id().equals(submissionId))
            .flatMap(round -> round.photoId().stream())
            .findFirst()
            .orElseThrow(Problem::notFound);
    return unindexed(photos.fit(photoId, Fit.SCREEN));
  }

  /** A photo that came with a draft which was refused, and will be sent with the next one. */
  @GET
  @Path("deliverables/{id}/uploads/{upload}")
  @Produces("image/jpeg")
  public Response upload(
      @PathParam("token") String token,
      @PathParam("id") UUID id,
      @PathParam("upload") String upload) {
    UUID photoId =
        submissions
            .upload(submissions.work(links.read(token), id), upload)
            .orElseThrow(Problem::notFound);
    return unindexed(photos.fit(photoId, Fit.THUMB));
  }

  private static Response unindexed(FittedPhoto photo) {
    StreamingOutput content =
        out -> {
          try (InputStream in = photo.open()) {
            in.transferTo(out);
          }
        };
    return Response.ok(content, photo.mimeType())
        .header(HttpHeaders.CONTENT_LENGTH, photo.bytes())
        .header("X-Robots-Tag", "noindex")
        .build();
  }

  private View page(String token, LinkedOffer linked, Form form) {
    return new View("collaboration/public_offer.jte", offer(token, linked, form));
  }

  private View page(String token, LinkedOffer linked, WorkItem item, Form form) {
    OfferShow offer = offer(token, linked, form);
    String adLine = linked.terms().adLine();
    String caption = form.value("caption");
    List<Room> rooms = social.rooms(Disclosure.with(adLine, caption));
    form.with("caption", Disclosure.below(adLine, caption));
    return new View("collaboration/public_work.jte", new WorkShow(offer, item, rooms, form));
  }

  private OfferShow offer(String token, LinkedOffer linked, Form form) {
    List<WorkItem> work = submissions.work(linked);
    return new OfferShow(
        token,
        linked,
        work,
        links.products(linked.campaign().id()),
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

  /** The rooms for a caption. */
  public record Rooms(List<Room> rooms) {}

  /**
   * An offer as its creator reads it.
   *
   * @param networks those on which the office publishes
   * @param posted what is out, by deliverable
   * @param official whether the officer's number is the office's own
   */
  public record OfferShow(
      String token,
      LinkedOffer linked,
      List<WorkItem> work,
      List<ProductSummary> products,
      List<Room> networks,
      Map<UUID, List<Posted>> posted,
      boolean official,
      Form form) {

    private static final int SHOWN = 4;

    public Offer offer() {
      return linked.offer();
    }

    public OfferTerms terms() {
      return linked.terms();
    }

    public LinkState standing() {
      return linked.standing();
    }

    public String path() {
      return "/o/" + token;
    }

    public String path(Deliverable deliverable) {
      return path() + "/deliverables/" + deliverable.id();
    }

    public boolean hasPicture() {
      return products.stream().anyMatch(product -> product.photoId().isPresent());
    }

    /** The draft that is due first. */
    public Optional<Deliverable> next() {
      return work.stream()
          .map(WorkItem::deliverable)
          .filter(d -> d.state().awaitsDraft() && !linked.campaign().state().isTerminal())
          .min(Comparator.comparing(Deliverable::dueOn).thenComparing(Deliverable::number));
    }

    /** The day by which the first draft is wanted; empty if nothing is asked for. */
    public Optional<LocalDate> firstDue() {
      return work.stream().map(item -> item.deliverable().dueOn()).min(Comparator.naturalOrder());
    }

    /** What waits for the creator, then what is under way, then what is over. */
    private List<WorkItem> ordered() {
      return work.stream()
          .sorted(
              Comparator.comparing((WorkItem item) -> rank(item.deliverable().state()))
                  .thenComparing(item -> item.deliverable().dueOn()))
          .toList();
    }

    private static int rank(DeliverableState state) {
      if (state.awaitsDraft()) {
        return 0;
      }
      return state.isUnfinished() ? 1 : 2;
    }

    /** The contents that are shown at once. */
    public List<WorkItem> first() {
      return ordered().subList(0, Math.min(SHOWN, work.size()));
    }

    /** The contents that are folded. */
    public List<WorkItem> others() {
      return ordered().subList(Math.min(SHOWN, work.size()), work.size());
    }

    /** The content that came out last. */
    public Optional<Deliverable> newestLive() {
      return work.stream()
          .map(WorkItem::deliverable)
          .filter(d -> !of(d).isEmpty())
          .max(Comparator.comparing(d -> of(d).get(0).publishedAt()));
    }

    public long live() {
      return work.stream()
          .filter(item -> item.deliverable().state() == DeliverableState.LIVE)
          .count();
    }

    /** What is out, of one deliverable. */
    public List<Posted> of(Deliverable deliverable) {
      return posted.getOrDefault(deliverable.id(), List.of());
    }

    /** Views or interactions of all its posts; empty if none of them tells any. */
    public OptionalLong sum(Deliverable deliverable, Function<Posted, OptionalLong> figure) {
      return of(deliverable).stream()
          .map(figure)
          .filter(OptionalLong::isPresent)
          .map(OptionalLong::getAsLong)
          .reduce(Long::sum)
          .map(OptionalLong::of)
          .orElse(OptionalLong.empty());
    }

    /** What the brief says in three lines at most. */
    public List<String> keyMessages() {
      return BriefSection.KEY_MESSAGES
          .in(linked.brief().sections())
          .lines()
          .map(line -> line.replaceFirst("^[-•*\\s]+", "").strip())
          .filter(line -> !line.isEmpty())
          .limit(BriefSection.MAX_KEY_MESSAGES)
          .toList();
    }

    public String summary() {
      return BriefSection.SUMMARY.in(linked.brief().sections());
    }

    /** The icon of a deliverable's state. */
    public static String icon(DeliverableState state) {
      return switch (state) {
        case ASSIGNED, CHANGES_REQUESTED -> "pencil";
        case SUBMITTED -> "eye";
        case APPROVED, LIVE -> "check";
        case SCHEDULED, MISSED -> "clock";
        case REMOVED -> "alert";
        case CANCELLED -> "x";
      };
    }
  }

  /**
   * One deliverable as its creator works on it.
   *
   * @param rooms for the caption as it stands in the form
   */
  public record WorkShow(OfferShow offer, WorkItem item, List<Room> rooms, Form form) {

    public LinkedOffer linked() {
      return offer.linked();
    }

    public boolean maySubmit() {
      return linked().standing() == LinkState.WORKING
          && item.deliverable().state().awaitsDraft()
          && !linked().campaign().state().isTerminal();
    }

    /** A draft was refused that cannot be sent again: its words are shown, to be copied. */
    public boolean isUnsent() {
      return form.refusal().isPresent() && !form.value("caption").isEmpty();
    }

    /** Which step of a content's way this is: draft, review, planned, out. */
    public int step() {
      return switch (item.deliverable().state()) {
        case ASSIGNED, CHANGES_REQUESTED, MISSED, CANCELLED -> 0;
        case SUBMITTED -> 1;
        case APPROVED, SCHEDULED -> 2;
        case LIVE, REMOVED -> 3;
      };
    }
  }
}
