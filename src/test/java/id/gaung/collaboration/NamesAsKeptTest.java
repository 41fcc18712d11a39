package id.gaung.collaboration;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.campaign.PlanCampaign;
import id.gaung.catalogue.Products.CreateProduct;
import id.gaung.collaboration.DraftOffer.DeliverablePlan;
import id.gaung.collaboration.OfferLinks.AcceptOffer;
import id.gaung.kernel.Rupiah;
import id.gaung.kernel.Typed;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Names of whatever it is are kept by one rule. */
@Tag("database")
class NamesAsKeptTest {

  private static final String TYPED = "  Empat\u200b \u00a0 mata\n Cafe\u0301 ";
  private static final String KEPT = "Empat mata Caf\u00e9";

  private final World world = new World();

  @Test
  void a_name_has_one_space_between_words_and_nothing_that_nobody_sees() {
    assertThat(Typed.name(TYPED)).isEqualTo(KEPT);
    PlanCampaign plan = world.plan();
    UUID campaign =
        world
            .campaign
            .campaigns()
            .create(
                world.staff,
                new PlanCampaign(
                    TYPED,
                    plan.goal(),
                    plan.startsOn(),
                    plan.endsOn(),
                    plan.budget(),
                    plan.targetPosts(),
                    plan.targetViews(),
                    plan.targetInteractions(),
                    plan.productIds(),
                    Optional.empty()));
    assertThat(world.campaign.campaigns().get(campaign).name()).isEqualTo(KEPT);
    UUID umkm = world.products.find(world.product).orElseThrow().umkmId();
    assertThat(
            world.products.create(
                world.staff,
                new CreateProduct(umkm, TYPED, TYPED, "", new Rupiah(25_000), Optional.empty())))
        .satisfies(product -> assertThat(product.name()).isEqualTo(KEPT))
        .satisfies(product -> assertThat(product.category()).isEqualTo(KEPT));
  }

  @Test
  void so_have_the_titles_of_what_is_asked_for_and_the_name_that_accepts() {
    UUID campaign = world.activeCampaign();
    DraftOffer offer =
        world.offer().with(List.of(new DeliverablePlan(TYPED, World.TODAY.plusDays(7))));
    UUID id = world.collaboration.offers().draft(world.staff, campaign, offer);
    assertThat(world.collaboration.offers().deliverables(id))
        .extracting(Deliverable::title)
        .containsExactly(KEPT);
    world.collaboration.offers().send(world.staff, id, SentOffers.TakeOfferStep.plain());
    Offer sent = world.collaboration.offers().get(id);
    AcceptOffer acceptance = world.acceptance(sent);
    world
        .collaboration
        .links()
        .accept(
            world.token(sent), new AcceptOffer(TYPED, true, true, true, acceptance.briefSha256()));
    assertThat(world.collaboration.offers().get(id).acceptedName()).contains(KEPT);
  }
}
