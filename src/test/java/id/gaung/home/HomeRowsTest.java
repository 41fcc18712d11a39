package id.gaung.home;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.campaign.CampaignStep;
import id.gaung.channel.ChannelFeature;
import id.gaung.channel.Sealing;
import id.gaung.collaboration.Offer;
import id.gaung.collaboration.Submissions.SubmitDraft;
import id.gaung.collaboration.World;
import id.gaung.identity.IdentityFeature;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Role;
import id.gaung.publishing.PausedPosts;
import id.gaung.web.Rendering;
import id.gaung.web.TestViewer;
import id.gaung.web.View;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The rows of the first page: what each says and where its buttons lead. */
@Tag("database")
class HomeRowsTest {

  private static final Rendering RENDERING = new Rendering("web", "home", "publishing");

  private final World world = new World();
  private final FirstPages pages =
      new FirstPages(
          List.of(
              new StaffCards(
                  world.jdbi,
                  paused(),
                  world.campaign.campaigns(),
                  world.products,
                  List::of,
                  world.clock),
              new ApproverCards(world.jdbi, world.products, world.clock)),
          Optional::empty,
          week -> Optional.empty(),
          week -> List.of(),
          new Standing(world.jdbi, world.campaign, world.products, world.clock),
          world.clock);

  @Test
  void a_decision_is_opened_or_begun_and_begun_asks_first() {
    UUID campaign = world.completeDraft();
    world.take(world.staff, campaign, CampaignStep.SUBMIT);
    Document page = page(world.approver);
    assertThat(page.select("#todo").text()).isEqualTo("Menunggu keputusan Anda");
    assertThat(page.select(".hero").text()).contains("Pak Hadi", "1 keputusan menunggu Anda");
    assertThat(page.select("#todo").parents().select(".side-act a").eachAttr("href"))
        .containsExactly("/campaigns/" + campaign, "/campaigns/" + campaign + "/approve");
    assertThat(page.select(".side-act a.main-act").eachAttr("href"))
        .containsExactly("/campaigns/" + campaign + "/approve");
    assertThat(page.select("main form")).as("one click approves nothing").isEmpty();
  }

  @Test
  void what_others_do_says_how_much_where_and_until_when() {
    UUID campaign = world.activeCampaign();
    Offer offer = world.sentOffer(campaign);
    assertThat(others(world.staff))
        .contains("1 undangan menunggu jawaban")
        .contains("Amplang untuk semua · terdekat ");
    world.collaboration.links().accept(world.token(offer), world.acceptance(offer));
    assertThat(others(world.staff)).contains("2 draf pertama dari kreator");
    assertThat(page(world.staff).select("section:has(#others) .btn"))
        .as("no button competes with what waits for the reader")
        .isEmpty();
  }

  @Test
  void approved_content_is_scheduled_from_its_own_row() {
    Offer offer = world.acceptedOffer();
    UUID work = world.collaboration.offers().deliverables(offer.id()).get(0).id();
    world
        .collaboration
        .submissions()
        .submit(world.token(offer), work, new SubmitDraft("Enak!", "", false), Optional.empty());
    world.jdbi.useHandle(
        h -> h.execute("update deliverable set state = 'APPROVED' where id = ?", work));
    assertThat(page(world.staff).select("section:has(#todo) a.btn").eachAttr("href"))
        .containsExactly("/posts/new?deliverable=" + work);
  }

  @Test
  void who_sent_a_campaign_back_sees_that_staff_rework_it() {
    UUID campaign = world.completeDraft();
    world.take(world.staff, campaign, CampaignStep.SUBMIT);
    world.take(world.approver, campaign, CampaignStep.REJECT);
    assertThat(others(world.approver)).contains("Staf promosi", "Perbaikan kampanye");
    assertThat(others(world.both)).as("it waits for them").isEmpty();
  }

  @Test
  void a_campaign_with_the_approver_is_named_with_how_long_it_has_waited() {
    UUID campaign = world.completeDraft();
    world.take(world.staff, campaign, CampaignStep.SUBMIT);
    assertThat(others(world.staff))
        .contains("Kepala bidang", "menunggu persetujuan, sejak hari ini 10.00 WITA");
    world.clock.step(Duration.ofDays(1));
    assertThat(others(world.staff)).contains("menunggu persetujuan, sejak kemarin 10.00 WITA");
    world.clock.step(Duration.ofDays(2));
    assertThat(others(world.staff)).contains("menunggu persetujuan, sejak 3 hari lalu");
    world.clock.step(Duration.ofDays(4));
    assertThat(others(world.staff)).contains("menunggu persetujuan, sejak Sel 24 Nov");
  }

  @Test
  void the_menu_counts_the_decisions_that_the_page_counts() {
    for (int i = 0; i < 7; i++) {
      world.take(world.staff, world.completeDraft(), CampaignStep.SUBMIT);
    }
    world.jdbi.useHandle(
        h ->
            h.execute(
                "update campaign set state = 'COMPLETED' where id in"
                    + " (select id from campaign order by id limit 1)"));
    ApproverCards approvals = new ApproverCards(world.jdbi, world.products, world.clock);
    assertThat(pages.of(new TestViewer(world.approver)).count()).isEqualTo(7);
    assertThat(approvals.waiting(new TestViewer(world.approver))).isEqualTo(7);
  }

  @Test
  void a_step_of_somebody_else_says_whom_to_ask() {
    Actor ayu = world.person("Ayu", Role.ADMIN);
    world.jdbi.useHandle(
        h ->
            h.execute(
                "insert into person_role (person_id, role) values (?, 'ADMIN')",
                ayu.id().orElseThrow()));
    assertThat(page(world.staff).select(".todo").text())
        .contains("Mintalah kepada Ayu, administrator");
  }

  @Test
  void of_the_first_steps_of_an_office_the_next_one_of_the_reader_is_pointed_out() {
    assertThat(page(world.staff).select(".todo .now a.main-act").eachAttr("href"))
        .as("accounts are connected by an administrator")
        .hasSize(1)
        .doesNotContain("/channels");
  }

  @Test
  void one_is_called_by_the_first_name() {
    assertThat(calledBy("Stafina Contoh")).isEqualTo("Stafina");
    assertThat(calledBy("Hj. Siti Aminah")).isEqualTo("Hj. Siti");
    assertThat(calledBy("Bu Yuni")).isEqualTo("Bu Yuni");
    assertThat(calledBy("Eko")).isEqualTo("Eko");
  }

  private String calledBy(String name) {
    return pages.of(new TestViewer(world.person(name, Role.STAFF))).calledBy();
  }

  private String others(Actor actor) {
    return page(actor).select("section:has(#others)").text();
  }

  private Document page(Actor actor) {
    return Jsoup.parse(RENDERING.of(new View("home/show.jte", pages.of(new TestViewer(actor)))));
  }

  private PausedPosts paused() {
    return new PausedPosts(
        world.jdbi,
        new ChannelFeature(
                world.foundation,
                new IdentityFeature(world.foundation, true, URI.create("http://localhost"))
                    .people(),
                new Sealing(new byte[32]),
                List.of(),
                URI.create("https://gaung.test"))
            .channels(),
        Duration.ofMinutes(60));
  }
}
