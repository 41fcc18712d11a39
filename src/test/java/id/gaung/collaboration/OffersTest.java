package id.gaung.collaboration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.gaung.campaign.CampaignState;
import id.gaung.campaign.CampaignStep;
import id.gaung.collaboration.DraftOffer.DeliverablePlan;
import id.gaung.collaboration.Reviews.ApproveDraft;
import id.gaung.collaboration.SentOffers.ExtendOffer;
import id.gaung.collaboration.SentOffers.TakeOfferStep;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Rupiah;
import id.gaung.kernel.Wita;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class OffersTest {

  private final World world = new World();
  private final Offers offers = world.collaboration.offers();
  private final SentOffers sentOffers = world.collaboration.sent();
  private final OfferDeadlines deadlines = new OfferDeadlines(world.foundation);

  @Test
  void a_draft_waits_until_the_office_closes_on_the_third_day_unless_told_otherwise() {
    UUID campaign = world.approvedCampaign();
    Offer offer = offers.get(offers.draft(world.staff, campaign, world.offer()));
    assertThat(offer.state()).isEqualTo(OfferState.DRAFT);
    assertThat(offer.respondBy()).isEqualTo(Wita.instant(World.TODAY.plusDays(3).atTime(17, 0)));
    assertThat(offer.fee()).isEqualTo(new Rupiah(750_000));
    assertThat(offers.deliverables(offer.id()))
        .extracting(Deliverable::title)
        .containsExactly("Video pendek", "Foto");
    assertThat(offers.deliverables(offer.id()))
        .extracting(Deliverable::campaignId)
        .containsOnly(campaign);
    assertThat(offers.promised(campaign)).as("a draft promises nothing").isEqualTo(Rupiah.ZERO);
  }

  @Test
  void each_wrong_term_is_named() {
    UUID campaign = world.approvedCampaign();
    DraftOffer good = world.offer();
    LocalDateTime past = Wita.dateTime(World.START).minusMinutes(1);
    Refused.field(
        "respondBy",
        "collaboration.rule.respond-in-future",
        () ->
            draft(
                campaign, terms(good, Optional.of(past), good.workEndsOn(), good.deliverables())));
    Refused.field(
        "respondBy",
        "collaboration.rule.respond-before-work-ends",
        () ->
            draft(
                campaign,
                terms(
                    good,
                    Optional.of(good.workEndsOn().plusDays(1).atStartOfDay()),
                    good.workEndsOn(),
                    good.deliverables())));
    Refused.field(
        "workEndsOn",
        "collaboration.rule.work-ends-in-campaign-or-later",
        () -> draft(campaign, terms(good, Optional.empty(), World.TODAY, good.deliverables())));
    Refused.field(
        "deliverables",
        "collaboration.rule.something-to-deliver",
        () -> draft(campaign, terms(good, Optional.empty(), good.workEndsOn(), List.of())));
    Refused.field(
        "deliverables[0].dueOn",
        "collaboration.rule.due-after-work",
        () ->
            draft(
                campaign,
                terms(
                    good,
                    Optional.empty(),
                    good.workEndsOn(),
                    List.of(new DeliverablePlan("Foto", good.workEndsOn().plusDays(1))))));
    Refused.field(
        "deliverables[1].dueOn",
        "collaboration.rule.due-past",
        () ->
            draft(
                campaign,
                terms(
                    good,
                    Optional.empty(),
                    good.workEndsOn(),
                    List.of(
                        new DeliverablePlan("Foto", World.TODAY),
                        new DeliverablePlan("Video", World.TODAY.minusDays(1))))));
  }

  @Test
  void creators_are_invited_only_to_approved_or_active_campaigns_by_staff() {
    UUID unapproved = world.completeDraft();
    Refused.conflict("collaboration.campaign.DRAFT", () -> draft(unapproved, world.offer()));
    UUID campaign = world.activeCampaign();
    Refused.with(
        Problem.Kind.FORBIDDEN,
        "problem.only.STAFF",
        () -> offers.draft(world.approver, campaign, world.offer()));
    UUID id = draft(campaign, world.offer());
    world.take(world.staff, campaign, CampaignStep.PAUSE);
    Refused.conflict(
        "collaboration.campaign.PAUSED", () -> offers.send(world.staff, id, TakeOfferStep.plain()));
  }

  @Test
  void a_creator_has_one_offer_of_a_campaign_that_is_not_over() {
    UUID campaign = world.activeCampaign();
    UUID first = draft(campaign, world.offer());
    Refused.conflict("collaboration.already-invited", () -> draft(campaign, world.offer()));
    sentOffers.withdraw(world.staff, first, TakeOfferStep.plain());
    draft(campaign, world.offer());
  }

  @Test
  void a_retired_creator_is_not_invited() {
    UUID campaign = world.activeCampaign();
    world.jdbi.useHandle(h -> h.execute("update creator set active = false"));
    Refused.field(
        "creatorId", "collaboration.creator-unknown", () -> draft(campaign, world.offer()));
  }

  @Test
  void a_draft_can_be_changed_and_a_sent_offer_cannot() {
    UUID campaign = world.activeCampaign();
    UUID id = draft(campaign, world.offer());
    DraftOffer other =
        new DraftOffer(
            world.creator,
            new Rupiah(900_000),
            "",
            Optional.empty(),
            world.offer().workEndsOn(),
            List.of(new DeliverablePlan("Cerita", World.TODAY.plusDays(5))),
            Optional.of(0));
    offers.change(world.staff, id, other);
    assertThat(offers.get(id).fee()).isEqualTo(new Rupiah(900_000));
    assertThat(offers.deliverables(id)).extracting(Deliverable::title).containsExactly("Cerita");
    Refused.conflict("problem.stale", () -> offers.change(world.staff, id, other));
    offers.send(world.staff, id, TakeOfferStep.plain());
    Refused.conflict("collaboration.refused.SENT", () -> offers.change(world.staff, id, other));
    Refused.conflict(
        "collaboration.refused.SENT", () -> offers.send(world.staff, id, TakeOfferStep.plain()));
  }

  @Test
  void a_draft_whose_time_is_over_cannot_be_sent() {
    UUID id = draft(world.activeCampaign(), world.offer());
    world.clock.step(Duration.between(World.START, offers.get(id).respondBy()));
    Refused.conflict(
        "collaboration.respond-by-over", () -> offers.send(world.staff, id, TakeOfferStep.plain()));
  }

  @Test
  void respond_by_is_extended_once_and_only_to_a_later_time() {
    Offer offer = world.sentOffer(world.activeCampaign());
    LocalDateTime before = Wita.dateTime(offer.respondBy());
    Refused.field(
        "respondBy",
        "collaboration.extend-later",
        () -> sentOffers.extend(world.staff, offer.id(), until(before)));
    Refused.field(
        "respondBy",
        "collaboration.rule.respond-before-work-ends",
        () -> sentOffers.extend(world.staff, offer.id(), until(before.plusDays(60))));
    sentOffers.extend(world.staff, offer.id(), until(before.plusDays(1)));
    assertThat(offers.get(offer.id()).respondBy())
        .isEqualTo(offer.respondBy().plus(Duration.ofDays(1)));
    Refused.conflict(
        "collaboration.extended-already",
        () -> sentOffers.extend(world.staff, offer.id(), until(before.plusDays(2))));
  }

  @Test
  void a_step_with_another_version_than_the_offers_is_stale_whatever_its_state() {
    Offer offer = world.sentOffer(world.activeCampaign());
    TakeOfferStep wrong = new TakeOfferStep("", Optional.of(999));
    Refused.conflict("problem.stale", () -> sentOffers.withdraw(world.staff, offer.id(), wrong));
    Refused.conflict("problem.stale", () -> sentOffers.renewLink(world.staff, offer.id(), wrong));
    Refused.conflict(
        "problem.stale",
        () ->
            sentOffers.extend(
                world.staff,
                offer.id(),
                new ExtendOffer(Wita.dateTime(offer.respondBy()).plusHours(1), Optional.of(999))));
    // A look by the creator is no change that staff would have to read first.
    world.collaboration.links().open(world.token(offer));
    sentOffers.withdraw(
        world.staff, offer.id(), new TakeOfferStep("", Optional.of(offer.version())));
  }

  @Test
  void nobody_is_invited_and_nobody_accepts_after_the_campaigns_last_day() {
    UUID campaign = world.activeCampaign();
    Offer offer = world.sentOffer(campaign);
    world.jdbi.useHandle(
        h ->
            h.execute(
                "update offer set respond_by = respond_by + interval '60 days',"
                    + " work_ends_on = work_ends_on + 60 where id = ?",
                offer.id()));
    world.clock.step(Duration.ofDays(40));
    assertThat(world.campaign.campaigns().get(campaign).state().takesOffers()).isTrue();
    Refused.conflict(
        "collaboration.campaign.COMPLETED",
        () -> offers.draft(world.staff, campaign, world.offer()));
    assertThatThrownBy(() -> world.collaboration.links().open(world.token(offer)))
        .hasMessageContaining("collaboration.link.CAMPAIGN_OVER");
  }

  @Test
  void an_offer_expires_when_its_time_comes_and_not_a_moment_before() {
    Offer offer = world.sentOffer(world.activeCampaign());
    world.clock.step(Duration.between(World.START, offer.respondBy()).minusSeconds(1));
    deadlines.job().run();
    assertThat(offers.get(offer.id()).state()).isEqualTo(OfferState.SENT);
    world.clock.step(Duration.ofSeconds(1));
    Refused.conflict(
        "collaboration.refused.EXPIRED",
        () ->
            sentOffers.extend(
                world.staff, offer.id(), until(Wita.dateTime(offer.respondBy()).plusDays(1))));
    deadlines.job().run();
    deadlines.job().run();
    assertThat(offers.get(offer.id()).state()).isEqualTo(OfferState.EXPIRED);
    assertThat(world.actions("offer", offer.id()).stream().filter("offer.expired"::equals))
        .hasSize(1);
    Refused.conflict(
        "collaboration.refused.EXPIRED",
        () -> sentOffers.withdraw(world.staff, offer.id(), TakeOfferStep.plain()));
  }

  @Test
  void cancelling_a_campaign_ends_its_open_offers() {
    UUID campaign = world.activeCampaign();
    Offer sent = world.sentOffer(campaign);
    UUID other = world.creator("Radio Kota", "6281200000202");
    UUID draft =
        draft(
            campaign,
            new DraftOffer(
                other,
                Rupiah.ZERO,
                "",
                Optional.empty(),
                world.offer().workEndsOn(),
                world.offer().deliverables(),
                Optional.empty()));
    world.take(world.approver, campaign, CampaignStep.CANCEL);
    assertThat(offers.get(sent.id()).state()).isEqualTo(OfferState.EXPIRED);
    assertThat(offers.get(draft).state()).isEqualTo(OfferState.WITHDRAWN);
    Refused.gone(
        "collaboration.link.CAMPAIGN_CANCELLED",
        () -> world.collaboration.links().read(world.token(sent)));
  }

  @Test
  void a_campaign_is_closed_only_when_nothing_is_open_or_unfinished() {
    UUID campaign = world.activeCampaign();
    Offer offer = world.sentOffer(campaign);
    world.take(world.staff, campaign, CampaignStep.COMPLETE);
    Refused.conflict(
        "collaboration.blocks.open-offers",
        () -> world.take(world.approver, campaign, CampaignStep.CLOSE));
    sentOffers.withdraw(world.staff, offer.id(), TakeOfferStep.plain());
    world.take(world.approver, campaign, CampaignStep.CLOSE);

    Offer accepted = world.acceptedOffer();
    world.take(world.staff, accepted.campaignId(), CampaignStep.COMPLETE);
    Refused.conflict(
        "collaboration.blocks.unfinished",
        () -> world.take(world.approver, accepted.campaignId(), CampaignStep.CLOSE));
    for (Deliverable d : offers.deliverables(accepted.id())) {
      world
          .collaboration
          .reviews()
          .cancel(world.staff, d.id(), new ApproveDraft("Stok habis", Optional.empty()));
    }
    world.take(world.approver, accepted.campaignId(), CampaignStep.CLOSE);
    assertThat(world.campaign.campaigns().get(accepted.campaignId()).state())
        .isEqualTo(CampaignState.CLOSED);
  }

  @Test
  void lists_are_paged_and_sums_count_open_and_accepted_offers() {
    UUID campaign = world.activeCampaign();
    Offer offer = world.sentOffer(campaign);
    assertThat(offers.ofCampaign(campaign, 1).rows())
        .extracting(Offer::id)
        .containsExactly(offer.id());
    assertThat(offers.ofCreator(world.creator, 1).total()).isEqualTo(1);
    assertThat(offers.promised(campaign)).isEqualTo(new Rupiah(750_000));
    sentOffers.withdraw(world.staff, offer.id(), TakeOfferStep.plain());
    assertThat(offers.promised(campaign)).isEqualTo(Rupiah.ZERO);
  }

  private UUID draft(UUID campaign, DraftOffer draft) {
    return offers.draft(world.staff, campaign, draft);
  }

  private static ExtendOffer until(LocalDateTime time) {
    return new ExtendOffer(time, Optional.empty());
  }

  private static DraftOffer terms(
      DraftOffer base,
      Optional<LocalDateTime> respondBy,
      LocalDate workEndsOn,
      List<DeliverablePlan> plans) {
    return new DraftOffer(
        base.creatorId(),
        base.fee(),
        base.message(),
        respondBy,
        workEndsOn,
        plans,
        Optional.empty());
  }
}
