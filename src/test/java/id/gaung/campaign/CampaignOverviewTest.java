package id.gaung.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.campaign.CampaignOverview.Lane;
import id.gaung.campaign.CampaignOverview.Standing;
import id.gaung.campaign.Campaigns.ChooseProducts;
import id.gaung.collaboration.Offer;
import id.gaung.collaboration.Submissions.SubmitDraft;
import id.gaung.collaboration.World;
import id.gaung.kernel.Rupiah;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a campaign's page says of it follows what happened to its creators' work. */
@Tag("database")
class CampaignOverviewTest {

  private final World world = new World();
  private final CampaignOverview overview = new CampaignOverview(world.foundation, world.products);

  private Standing standing(UUID id) {
    return Optional.ofNullable(overview.standings(List.of(id)).get(id)).orElseThrow();
  }

  private CampaignHead head(UUID id) {
    Campaign campaign = world.campaign.campaigns().get(id);
    Standing standing = standing(id);
    return new CampaignHead(
        campaign,
        standing,
        CampaignStep.from(campaign.state()).stream()
            .filter(step -> world.staff.is(step.role()))
            .toList(),
        false,
        campaign.state() == CampaignState.DRAFT
            ? world.campaign.steps().missing(campaign)
            : List.of(),
        world.campaign.briefs().current(id).orElseThrow(),
        World.TODAY,
        standing
            .waitingSince()
            .map(since -> Duration.between(since, world.clock.instant()).toDays())
            .orElse(0L),
        true,
        false);
  }

  /** A creator who tells of two posts of one content made one post of the campaign's target. */
  @Test
  void a_content_counts_once_on_however_many_accounts_it_is_out() {
    Offer offer = world.acceptedOffer();
    UUID content = world.collaboration.offers().deliverables(offer.id()).get(0).id();
    world.jdbi.useHandle(
        h -> {
          account(h, "TIKTOK");
          for (int post = 1; post <= 2; post++) {
            own(h, new UUID(9, post), world.clock.instant(), offer.campaignId(), content);
          }
        });
    assertThat(standing(offer.campaignId()).posts()).isEqualTo(1);
    assertThat(standing(offer.campaignId()).live()).isEqualTo(1);
    assertThat(overview.posts(offer.campaignId(), 1, 24).rows())
        .singleElement()
        .satisfies(shown -> assertThat(shown.accounts()).hasSize(2));
    assertThat(overview.posts(offer.campaignId(), 1, 24).total()).isEqualTo(1);
  }

  @Test
  void interactions_of_which_a_part_is_not_known_are_counted_nowhere() {
    Offer offer = world.acceptedOffer();
    UUID content = world.collaboration.offers().deliverables(offer.id()).get(0).id();
    UUID whole = new UUID(9, 1);
    UUID partly = new UUID(9, 2);
    world.jdbi.useHandle(
        h -> {
          account(h, "YOUTUBE");
          for (UUID post : List.of(whole, partly)) {
            own(h, post, world.clock.instant(), offer.campaignId(), content);
          }
          read(h, whole, "LIKES", 40);
          read(h, whole, "COMMENTS", 2);
          read(h, whole, "VIEWS", 900);
          read(h, partly, "LIKES", 500);
          read(h, partly, "VIEWS", 100);
        });

    CampaignOverview.Reach reach = overview.reach(offer.campaignId());

    assertThat(reach.interactions()).contains(42L);
    assertThat(reach.views()).contains(1000L);
    assertThat(reach.partly()).isEqualTo(1);
    assertThat(overview.postsAboutNow(offer.campaignId(), 5))
        .hasSize(1)
        .flatExtracting(ShownPost::accounts)
        .extracting(CampaignOverview.Account::interactions)
        .containsExactlyInAnyOrder(Optional.of(42L), Optional.empty());
  }

  private static void read(Handle h, UUID post, String metric, long value) {
    h.execute(
        "insert into snapshot (rendition_id, metric, value, observed_at, source)"
            + " values (?, ?, ?, now(), 'API')",
        post,
        metric,
        value);
  }

  @Test
  void figures_over_a_change_of_counting_say_so_for_posts_that_were_out_before_it() {
    Offer offer = world.acceptedOffer();
    UUID content = world.collaboration.offers().deliverables(offer.id()).get(0).id();
    world.jdbi.useHandle(
        h -> {
          account(h, "TIKTOK");
          // Out on 20 November at 23.30 WITA: the day before the change.
          Instant late = Instant.parse("2026-11-20T15:30:00Z");
          own(h, new UUID(9, 1), late, offer.campaignId(), content);
          counted(h, "TIKTOK", "VIEWS", "2026-11-20");
          counted(h, "TIKTOK", "VIEWS", "2026-11-21");
          counted(h, "TIKTOK", null, "2026-11-22");
          counted(h, "TIKTOK", "REACH", "2026-11-21");
          counted(h, "YOUTUBE", "VIEWS", "2026-11-21");
          counted(h, "TIKTOK", "LIKES", "2027-01-01");
        });
    assertThat(overview.countedAnew(offer.campaignId()))
        .extracting(change -> change.changedOn() + " " + change.metric())
        .containsExactly("2026-11-21 Optional[VIEWS]", "2026-11-22 Optional.empty");
    assertThat(overview.countedAnew(world.completeDraft())).isEmpty();
  }

  private static void account(Handle h, String network) {
    h.execute(
        "insert into channel (id, network, server, remote_id, handle, traits, label, state,"
            + " connected_at) values (?, ?, 'https://t.test', '1', 'rara', '{}', 'Rara',"
            + " 'CONNECTED', now())",
        new UUID(9, 8),
        network);
  }

  /** A post on that account, made of a content. */
  private static void own(Handle h, UUID id, Instant at, UUID campaign, UUID content) {
    h.execute(
        "insert into found_post (id, channel_id, remote_id, text, published_at, found_at, opening,"
            + " settled, campaign_id, deliverable_id)"
            + " values (?, ?, ?, 'Kopi', ?, now(), false, true, ?, ?)",
        id,
        new UUID(9, 8),
        id.toString(),
        at,
        campaign,
        content);
  }

  private static void counted(Handle h, String network, @Nullable String metric, String on) {
    h.execute(
        "insert into count_change (id, network, metric, changed_on, text_id, text_en, source)"
            + " values (gen_random_uuid(), ?, ?, ?::date, 'Lain', 'Other', 'Blog')",
        network,
        metric,
        on);
  }

  @Test
  void a_campaign_without_offers_and_posts_counts_nothing() {
    Standing standing = standing(world.completeDraft());
    assertThat(standing.invitations()).isZero();
    assertThat(standing.posts()).isZero();
    assertThat(standing.agreed()).isEqualTo(Rupiah.ZERO);
    assertThat(standing.waitingSince()).isEmpty();
  }

  @Test
  void the_next_step_is_one_and_follows_the_work() {
    UUID id = world.campaign.campaigns().create(world.staff, world.plan());
    world
        .campaign
        .campaigns()
        .changeProducts(world.staff, id, new ChooseProducts(List.of(), Optional.of(world.product)));
    assertThat(head(id).next().href()).contains("/campaigns/" + id + "/products");
    UUID ready = world.completeDraft();
    assertThat(head(ready).next().step()).contains(CampaignStep.SUBMIT);
    UUID active = world.activeCampaign();
    assertThat(head(active).next().key()).isEqualTo("campaign.now.invite");
    assertThat(head(active).stage()).contains(2);
    assertThat(head(active).rarely())
        .as("what stops others stands in the menu")
        .contains(CampaignStep.COMPLETE, CampaignStep.PAUSE);
    Offer sent = world.sentOffer(active);
    assertThat(head(active).next().key()).isEqualTo("campaign.now.open");
    assertThat(standing(active).offered()).isEqualTo(sent.fee());
    world.collaboration.links().accept(world.token(sent), world.acceptance(sent));
    assertThat(head(active).next().key()).isEqualTo("campaign.now.working");
    assertThat(head(active).stage()).contains(3);
    assertThat(standing(active).agreed())
        .as("an offer of several pieces counts once")
        .isEqualTo(sent.fee());
    UUID work = world.collaboration.offers().deliverables(sent.id()).get(0).id();
    world
        .collaboration
        .submissions()
        .submit(world.token(sent), work, new SubmitDraft("Enak!", "", false), Optional.empty());
    world.clock.step(Duration.ofDays(2));
    CampaignNext review = head(active).next();
    assertThat(review.key()).isEqualTo("campaign.now.review");
    assertThat(review.args()).containsExactly(1L, 2L);
    List<CreatorOnBoard> reviewing = overview.board(active, 3).get(Lane.REVIEW);
    assertThat(reviewing).extracting(CreatorOnBoard::deliverableId).containsExactly(work);
    assertThat(reviewing)
        .extracting(CreatorOnBoard::word)
        .containsExactly("collaboration.deliverable.SUBMITTED");
  }

  @Test
  void what_is_chosen_is_no_choice_any_more() {
    assertThat(world.products.choices("", List.of(), 1).rows())
        .extracting(p -> p.id())
        .contains(world.product);
    assertThat(world.products.choices("", List.of(world.product), 1).rows())
        .extracting(p -> p.id())
        .doesNotContain(world.product);
    assertThat(world.products.choices("", List.of(world.product), 1).total())
        .isEqualTo(world.products.choices("", List.of(), 1).total() - 1);
  }

  @Test
  void a_goal_is_compared_with_the_time_that_is_over() {
    CampaignGoals goal =
        new CampaignGoals("campaign.goal.posts", Optional.of(22L), Optional.of(30L), 63, true);
    assertThat(goal.percent()).contains(73);
    assertThat(goal.word()).contains("campaign.goal.ahead");
    assertThat(new CampaignGoals("k", Optional.of(58L), Optional.of(100L), 63, true).word())
        .contains("campaign.goal.as-planned");
    assertThat(new CampaignGoals("k", Optional.of(57L), Optional.of(100L), 63, true).word())
        .contains("campaign.goal.behind");
    assertThat(new CampaignGoals("k", Optional.empty(), Optional.of(100L), 63, true).word())
        .as("what nobody measured is not nothing")
        .isEmpty();
    assertThat(new CampaignGoals("k", Optional.of(1L), Optional.empty(), 63, true).percent())
        .isEmpty();
  }
}
