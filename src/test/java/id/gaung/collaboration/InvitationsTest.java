package id.gaung.collaboration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.gaung.collaboration.Invitations.Invitee;
import id.gaung.creator.CreatorKind;
import id.gaung.creator.Creators.CreateCreator;
import id.gaung.kernel.Nets;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Rupiah;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several creators are invited at once: all of them, or none. */
@Tag("database")
class InvitationsTest {

  private final World world = new World();
  private final Invitations invitations = world.collaboration.invitations();
  private final List<UUID> five = new ArrayList<>();

  InvitationsTest() {
    for (int i = 0; i < 5; i++) {
      five.add(
          world
              .creators
              .create(
                  world.staff,
                  new CreateCreator(
                      "Kreator " + i,
                      CreatorKind.CREATOR,
                      "0812-0000-99%02d".formatted(i),
                      "",
                      Optional.empty(),
                      ""))
              .id());
    }
  }

  private static InviteCreators asked(List<UUID> creators, long fee) {
    return new InviteCreators(
        LocalDateTime.parse("2026-11-27T17:00"),
        LocalDate.of(2026, 12, 1),
        LocalDate.of(2026, 12, 8),
        "Halo",
        List.of(Nets.BLUESKY),
        creators.stream().map(id -> new Invitee(id, new Rupiah(fee), "Foto amplang")).toList());
  }

  private long offers() {
    return world.jdbi.withHandle(
        h -> h.createQuery("select count(*) from offer").mapTo(Long.class).one());
  }

  private long audited() {
    return world.jdbi.withHandle(
        h ->
            h.createQuery("select count(*) from audit_event where action like 'offer.%'")
                .mapTo(Long.class)
                .one());
  }

  @Test
  void five_are_sent_at_once_with_an_audit_row_each_and_each_link_opens() {
    UUID campaign = world.activeCampaign();
    long before = audited();
    List<UUID> sent = invitations.send(world.staff, campaign, asked(five, 500_000));
    assertThat(sent).hasSize(5);
    for (int i = 0; i < 5; i++) {
      Offer offer = world.collaboration.offers().get(sent.get(i));
      assertThat(offer.creatorId()).isEqualTo(five.get(i));
      assertThat(offer.state()).isEqualTo(OfferState.SENT);
      assertThat(offer.sentAt()).contains(world.clock.instant());
      assertThat(world.token(offer)).isNotEmpty();
      assertThat(world.collaboration.offers().deliverables(offer.id()))
          .extracting(Deliverable::title)
          .containsExactly("Foto amplang");
    }
    assertThat(audited() - before).isEqualTo(5);
    assertThat(invitations.invited(campaign)).containsExactlyInAnyOrderElementsOf(five);
    assertThat(world.foundation.audit().verify().holds()).isTrue();
  }

  @Test
  void one_who_was_invited_before_stops_them_all() {
    UUID campaign = world.activeCampaign();
    invitations.send(world.staff, campaign, asked(five.subList(4, 5), 500_000));
    long offers = offers();
    long audited = audited();
    Refused.with(
        Problem.Kind.CONFLICT,
        "collaboration.already-invited",
        () -> invitations.send(world.staff, campaign, asked(five, 500_000)));
    assertThat(offers()).isEqualTo(offers);
    assertThat(audited()).isEqualTo(audited);
  }

  @Test
  void what_is_wrong_stands_beside_its_creator_and_none_is_sent() {
    UUID campaign = world.activeCampaign();
    long offers = offers();
    assertThatThrownBy(() -> invitations.send(world.staff, campaign, asked(five, -1)))
        .isInstanceOfSatisfying(
            Problem.class,
            problem ->
                assertThat(problem.errors())
                    .extracting(error -> error.field())
                    .containsExactlyInAnyOrderElementsOf(
                        five.stream().map(id -> "fee." + id).toList()));
    assertThatThrownBy(() -> invitations.send(world.staff, campaign, asked(List.of(), 1)))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.errors()).extracting(e -> e.field()).contains("creator"));
    Refused.with(
        Problem.Kind.INVALID,
        "problem.invalid",
        () ->
            invitations.send(
                world.staff, campaign, asked(List.of(five.get(0), five.get(0)), 500_000)));
    assertThat(offers()).isEqualTo(offers);
  }

  @Test
  void staff_alone_invite_and_only_to_a_campaign_that_takes_creators() {
    UUID campaign = world.activeCampaign();
    Refused.with(
        Problem.Kind.FORBIDDEN,
        "problem.only.STAFF",
        () -> invitations.send(world.approver, campaign, asked(five, 1)));
    UUID draft = world.completeDraft();
    Refused.with(
        Problem.Kind.CONFLICT,
        "collaboration.campaign.DRAFT",
        () -> invitations.send(world.staff, draft, asked(five, 1)));
  }

  @Test
  void the_last_fee_is_that_of_the_newest_accepted_offer() {
    assertThat(invitations.usualFee()).isEmpty();
    Offer accepted = world.acceptedOffer();
    assertThat(invitations.lastFees(List.of(accepted.creatorId(), five.get(0))))
        .hasEntrySatisfying(
            accepted.creatorId(), last -> assertThat(last.fee()).isEqualTo(accepted.fee()))
        .hasSize(1);
    assertThat(invitations.usualFee()).contains(accepted.fee());
  }
}
