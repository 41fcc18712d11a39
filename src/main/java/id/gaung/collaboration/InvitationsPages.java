package id.gaung.collaboration;

import id.gaung.campaign.Campaign;
import id.gaung.campaign.Campaigns;
import id.gaung.catalogue.ProductSummary;
import id.gaung.catalogue.Products;
import id.gaung.collaboration.Invitations.Invitee;
import id.gaung.collaboration.Invitations.LastFee;
import id.gaung.creator.Creator;
import id.gaung.creator.Creators;
import id.gaung.kernel.FieldError;
import id.gaung.kernel.Network;
import id.gaung.kernel.Page;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Rupiah;
import id.gaung.kernel.Wita;
import id.gaung.web.Flash;
import id.gaung.web.Form;
import id.gaung.web.Formats;
import id.gaung.web.Language;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Inviting several creators with one form. */
@Path("campaigns/{id}/offers/new")
@Produces(MediaType.TEXT_HTML)
public final class InvitationsPages {

  private static final Formats AMOUNTS = new Formats(Language.ID);
  private static final Duration FIRST_DRAFT = Duration.ofDays(7);

  private final Campaigns campaigns;
  private final Creators creators;
  private final Products products;
  private final Offers offers;
  private final Invitations invitations;
  private final SocialSide social;
  private final InvitationText text;
  private final Clock clock;

  InvitationsPages(
      Campaigns campaigns,
      Creators creators,
      Products products,
      Offers offers,
      Invitations invitations,
      SocialSide social,
      InvitationText text,
      Clock clock) {
    this.social = social;
    this.text = text;
    this.campaigns = campaigns;
    this.creators = creators;
    this.products = products;
    this.offers = offers;
    this.invitations = invitations;
    this.clock = clock;
  }

  /**
   * @param chosen who is ticked from the beginning
   * @param search a part of the name of those to choose from
   */
  @GET
  @RolesAllowed(Role.Names.STAFF)
  public View invite(
      @Auth Viewer viewer,
      @PathParam("id") UUID id,
      @QueryParam("creator") List<UUID> chosen,
      @QueryParam("q") @DefaultValue("") String search) {
    Form form = usual(campaigns.get(id)).with("q", search.strip());
    form.withAll("creator", chosen.stream().map(UUID::toString).toList());
    return page(viewer, id, form);
  }

  /** Sends them all, or looks for others while what was typed stays. */
  @POST
  @RolesAllowed(Role.Names.STAFF)
  public Response send(@Auth Viewer viewer, @PathParam("id") UUID id, Form form) {
    if (form.has("then", "search")) {
      return Response.ok(page(viewer, id, form)).build();
    }
    return form.attempt(
        () -> {
          InviteCreators asked = read(form);
          refuseUnseenOver(id, asked, form);
          invitations.send(viewer.actor(), id, asked);
          return Flash.to("/campaigns/" + id + "/offers", "collaboration.flash.invited");
        },
        again -> page(viewer, id, again));
  }

  /** More than the budget holds is promised only by who was told so. */
  private void refuseUnseenOver(UUID id, InviteCreators asked, Form form) {
    Rupiah left =
        new InvitationMoney(
                campaigns.get(id).budget(),
                offers.promised(id),
                asked.invitees().stream().map(Invitee::fee).reduce(Rupiah.ZERO, Rupiah::plus))
            .left();
    if (left.amount() < 0 && !form.has("overBudget", "yes")) {
      throw Problem.invalid("overBudget", "collaboration.invite.over-budget");
    }
  }

  /** The usual dates: an answer in three days, a draft a week later, work until the last day. */
  private Form usual(Campaign campaign) {
    LocalDateTime answer = Wita.dateTime(DraftOffer.usualRespondBy(clock.instant()));
    LocalDate due = answer.toLocalDate().plusDays(FIRST_DRAFT.toDays());
    LocalDate end = campaign.endsOn();
    return Form.empty()
        .with("respondBy", OfferForm.minutes(Wita.instant(answer)))
        .with("dueOn", (due.isAfter(end) ? end : due).toString())
        .with("workEndsOn", end.toString())
        .withAll("networks", social.networks().stream().map(Network::name).toList());
  }

  private static InviteCreators read(Form form) {
    List<FieldError> errors = new ArrayList<>();
    Optional<LocalDateTime> respondBy =
        OfferForm.parsed(form, "respondBy", LocalDateTime::parse, errors);
    Optional<LocalDate> dueOn = OfferForm.parsed(form, "dueOn", LocalDate::parse, errors);
    Optional<LocalDate> workEndsOn = OfferForm.parsed(form, "workEndsOn", LocalDate::parse, errors);
    List<Invitee> invitees = new ArrayList<>();
    for (UUID creator : chosen(form)) {
      String fee = form.value("fee." + creator);
      Optional<Rupiah> amount = Rupiah.parse(fee);
      if (amount.isEmpty()) {
        errors.add(
            FieldError.of("fee." + creator, fee.isBlank() ? "field.required" : "field.rupiah"));
      }
      invitees.add(
          new Invitee(
              creator,
              amount.orElse(Rupiah.ZERO),
              form.value("title." + creator),
              OfferForm.format(form, "format." + creator, errors)));
    }
    if (form.value("message").length() > 2000) {
      errors.add(FieldError.of("message", "field.size", "0", "2000"));
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return new InviteCreators(
        respondBy.orElseThrow(),
        dueOn.orElseThrow(),
        workEndsOn.orElseThrow(),
        form.value("message"),
        OfferForm.networks(form, "networks"),
        invitees);
  }

  private static List<UUID> chosen(Form form) {
    try {
      return form.values("creator").stream().map(UUID::fromString).toList();
    } catch (IllegalArgumentException notAnId) {
      throw Problem.invalid("creator", "collaboration.creator-unknown");
    }
  }

  private View page(Viewer viewer, UUID id, Form form) {
    Campaign campaign = campaigns.get(id);
    List<UUID> ticked = chosen(form);
    Set<UUID> without = new HashSet<>(invitations.invited(id));
    Map<UUID, Creator> known = creators.find(ticked);
    without.addAll(known.keySet());
    Page<Creator> others = creators.choices(form.value("q"), without);
    List<Creator> shown =
        new ArrayList<>(ticked.stream().filter(known::containsKey).map(known::get).toList());
    shown.addAll(others.rows());
    List<UUID> ids = shown.stream().map(Creator::id).toList();
    List<String> titles =
        products.find(campaigns.productIds(id)).values().stream()
            .map(ProductSummary::name)
            .sorted()
            .toList();
    Map<UUID, LastFee> lastFees = invitations.lastFees(ids);
    Optional<Rupiah> usual = invitations.usualFee();
    for (int i = 0; i < ids.size(); i++) {
      UUID creator = ids.get(i);
      fill(form, "title." + creator, titles.isEmpty() ? "" : titles.get(i % titles.size()));
      fill(
          form,
          "fee." + creator,
          Optional.ofNullable(lastFees.get(creator))
              .map(LastFee::fee)
              .or(() -> usual)
              .map(AMOUNTS::rupiah)
              .orElse(""));
    }
    return new View(
        "collaboration/invite.jte",
        new InvitationForm(
            campaign,
            form,
            shown,
            creators.accounts(ids),
            social.networks(),
            others.total() + ticked.size(),
            titles,
            lastFees,
            usual,
            offers.promised(id),
            shown.stream()
                .findFirst()
                .map(first -> text.preview(viewer.getName(), campaign, first, form)),
            clock.instant()));
  }

  private static void fill(Form form, String field, String usual) {
    if (form.value(field).isEmpty() && form.error(field).isEmpty()) {
      form.with(field, usual);
    }
  }
}
