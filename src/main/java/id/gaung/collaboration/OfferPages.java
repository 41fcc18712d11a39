package id.gaung.collaboration;

import id.gaung.campaign.BriefVersion;
import id.gaung.campaign.Campaign;
import id.gaung.campaign.HistoryLine;
import id.gaung.collaboration.SentOffers.ExtendOffer;
import id.gaung.collaboration.SentOffers.TakeOfferStep;
import id.gaung.creator.Creator;
import id.gaung.kernel.Role;
import id.gaung.web.Flash;
import id.gaung.web.Form;
import id.gaung.web.View;
import id.gaung.web.Viewer;
import io.dropwizard.auth.Auth;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** One offer and its steps, for staff. */
@Path("offers/{id}")
@Produces(MediaType.TEXT_HTML)
public final class OfferPages {

  private final Offers offers;
  private final SentOffers sent;
  private final OfferShow show;

  OfferPages(Offers offers, SentOffers sent, OfferShow show) {
    this.offers = offers;
    this.sent = sent;
    this.show = show;
  }

  @GET
  @RolesAllowed(Role.Names.STAFF)
  public View show(@Auth Viewer viewer, @PathParam("id") UUID id) {
    return show.page(id, Form.empty());
  }

  @GET
  @Path("edit")
  @RolesAllowed(Role.Names.STAFF)
  public View edit(@Auth Viewer viewer, @PathParam("id") UUID id) {
    return show.form(id, OfferForm.of(offers.get(id), offers.deliverables(id)));
  }

  @POST
  @RolesAllowed(Role.Names.STAFF)
  public Response change(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return form.attempt(
        () -> {
          offers.change(viewer.actor(), id, OfferForm.read(form));
          return Flash.to("/offers/" + id, "collaboration.flash.changed");
        },
        again -> show.again(id, again));
  }

  @POST
  @Path("send")
  @RolesAllowed(Role.Names.STAFF)
  public Response send(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return step(id, form, "sent", order -> offers.send(viewer.actor(), id, order));
  }

  @POST
  @Path("withdraw")
  @RolesAllowed(Role.Names.STAFF)
  public Response withdraw(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return step(id, form, "withdrawn", order -> sent.withdraw(viewer.actor(), id, order));
  }

  @POST
  @Path("link")
  @RolesAllowed(Role.Names.STAFF)
  public Response renewLink(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return step(id, form, "link-renewed", order -> sent.renewLink(viewer.actor(), id, order));
  }

  @POST
  @Path("extend")
  @RolesAllowed(Role.Names.STAFF)
  public Response extend(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    return form.submit(
        ExtendOffer.class,
        extension -> {
          sent.extend(viewer.actor(), id, extension);
          return Flash.to("/offers/" + id, "collaboration.flash.extended");
        },
        again -> show.page(id, again));
  }

  private Response step(UUID id, Form form, String done, Consumer<TakeOfferStep> step) {
    return form.submit(
        TakeOfferStep.class,
        order -> {
          step.accept(order);
          return Flash.to("/offers/" + id, "collaboration.flash." + done);
        },
        again -> show.page(id, again));
  }

  /**
   * One offer.
   *
   * @param brief the version it is bound to
   * @param newestBrief the number of the campaign's newest version
   * @param drafts the newest draft of each content that has one
   * @param link to copy; empty while it opens nothing
   * @param whatsApp opens WhatsApp with the message
   */
  public record Show(
      Offer offer,
      Campaign campaign,
      Creator creator,
      BriefVersion brief,
      int newestBrief,
      List<Deliverable> deliverables,
      Map<UUID, Submission> drafts,
      Optional<String> link,
      Optional<String> whatsApp,
      Form form,
      List<HistoryLine> history,
      Instant now) {

    /** The photo by which a content is recognised. */
    public Optional<UUID> photo(Deliverable deliverable) {
      return Optional.ofNullable(drafts.get(deliverable.id())).flatMap(Submission::photoId);
    }

    public boolean mayWithdraw() {
      return offer.state().canBecome(OfferState.WITHDRAWN);
    }

    public boolean mayExtend() {
      return offer.isAnswerable(now) && !offer.extended();
    }

    public boolean isAccepted() {
      return offer.state() == OfferState.ACCEPTED;
    }

    public boolean isDraft() {
      return offer.state() == OfferState.DRAFT;
    }

    /** Whether the campaign's brief changed after this offer was sent. */
    public boolean hasOlderBrief() {
      return offer.state().isOpen() && newestBrief > brief.number();
    }
  }
}
