package id.gaung.collaboration;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.collaboration.Reviews.RequestChanges;
import id.gaung.collaboration.SentOffers.TakeOfferStep;
import id.gaung.collaboration.Submissions.SubmitDraft;
import id.gaung.identity.IdentityFeature;
import id.gaung.mail.MailFeature;
import id.gaung.mail.MailViews.Waiting;
import id.gaung.web.TestViewer;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What creators and staff are told of offers and drafts, and when that is over. */
@Tag("database")
class OfferMailsTest {

  private static final URI URL = URI.create("https://gaung.test");

  private final World world = new World();
  private final MailFeature mail =
      new MailFeature(
          world.foundation,
          new IdentityFeature(world.foundation, true, URL),
          Optional.empty(),
          id -> Optional.empty(),
          URL,
          new byte[32],
          "node");

  OfferMailsTest() {
    world.collaboration.tellBy(mail);
    world.jdbi.useHandle(
        h ->
            h.execute(
                "insert into person_role values (?, 'STAFF')", world.staff.id().orElseThrow()));
  }

  private List<String> states(String kind) {
    return world.jdbi.withHandle(
        h ->
            h.createQuery("select state from mail where kind = :kind order by created_at, id")
                .bind("kind", kind)
                .mapTo(String.class)
                .list());
  }

  private List<String> openings() {
    return mail.views().waiting(new TestViewer(world.staff), 10).stream()
        .map(Waiting::opening)
        .map(uri -> URLDecoder.decode(uri.toString(), StandardCharsets.UTF_8))
        .toList();
  }

  @Test
  void a_creator_is_told_of_an_offer_until_it_is_answered_and_then_staff_are() {
    Offer offer = world.sentOffer(world.activeCampaign());
    assertThat(states("OFFER_SENT")).containsExactly("BY_HAND");
    assertThat(openings())
        .singleElement()
        .asString()
        .startsWith("https://wa.me/6281200000101?text=")
        .contains("https://gaung.test/o/" + world.token(offer), "Amplang untuk semua")
        .doesNotContain("Dewi", "Rp");
    world.collaboration.links().accept(world.token(offer), world.acceptance(offer));
    assertThat(states("OFFER_SENT")).containsExactly("DROPPED");
    assertThat(states("OFFER_ANSWERED")).containsExactly("BY_HAND");
    assertThat(openings()).containsExactly("https://gaung.test/offers/" + offer.id());
  }

  @Test
  void a_new_link_is_told_in_place_of_the_dead_one_and_one_that_is_taken_back_is_not() {
    Offer offer = world.sentOffer(world.activeCampaign());
    String dead = world.token(offer);
    world.collaboration.sent().renewLink(world.staff, offer.id(), TakeOfferStep.plain());
    Offer renewed = world.collaboration.offers().get(offer.id());
    assertThat(openings())
        .singleElement()
        .asString()
        .contains(world.token(renewed))
        .doesNotContain(dead);
    world.collaboration.sent().withdraw(world.staff, offer.id(), TakeOfferStep.plain());
    assertThat(openings()).isEmpty();
  }

  @Test
  void staff_are_told_of_a_draft_and_the_creator_of_changes_until_the_next_one() {
    Offer offer = world.acceptedOffer();
    UUID work = world.collaboration.offers().deliverables(offer.id()).get(0).id();
    String token = world.token(offer);
    SubmitDraft draft = new SubmitDraft("Amplang renyah #iklan", "", false);
    world.collaboration.submissions().submit(token, work, draft, Optional.empty());
    assertThat(states("DRAFT_TO_REVIEW")).containsExactly("SHOWN");
    world
        .collaboration
        .reviews()
        .requestChanges(world.staff, work, new RequestChanges("Fotonya gelap", Optional.empty()));
    assertThat(states("REVISION_ASKED")).containsExactly("BY_HAND");
    assertThat(openings())
        .anySatisfy(
            text ->
                assertThat(text)
                    .contains("/o/" + token + "/deliverables/" + work)
                    .doesNotContain("Fotonya"));
    world.collaboration.submissions().submit(token, work, draft, Optional.empty());
    assertThat(states("REVISION_ASKED")).containsExactly("DROPPED");
    assertThat(states("DRAFT_TO_REVIEW")).containsExactly("SHOWN", "SHOWN");
  }
}
