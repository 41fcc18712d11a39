package id.gaung.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.collaboration.World;
import id.gaung.web.Form;
import id.gaung.web.Formats;
import id.gaung.web.Language;
import id.gaung.web.Rendering;
import id.gaung.web.TestViewer;
import id.gaung.web.Texts;
import id.gaung.web.Viewer;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where the buttons of the plan and the brief lead, and what a card of the board says. */
@Tag("database")
class CampaignFormsTest {

  private static final Rendering RENDERING =
      new Rendering("web", "campaign", "collaboration", "publishing", "platform", "catalogue");

  private final World world = new World();
  private final CampaignFeature feature = world.campaign;
  private final CampaignShow show =
      new CampaignShow(
          feature.campaigns(), feature.steps(), feature.briefs(), world.products, world.foundation);
  private final CampaignPages plans = new CampaignPages(feature.campaigns(), feature.steps(), show);
  private final BriefPages briefs =
      new BriefPages(feature.campaigns(), feature.briefs(), feature.steps(), show);
  private final Viewer staff = new TestViewer(world.staff);

  private static String place(Response response) {
    return response.getLocation().getPath();
  }

  private Form brief(UUID campaign, Map<String, String> sections) {
    Form form =
        Form.empty()
            .with("basedOn", feature.briefs().current(campaign).orElseThrow().sha256())
            .with("then", "submit");
    sections.forEach((key, text) -> form.with("sections." + key, text));
    return form;
  }

  @Test
  void a_plan_is_kept_or_leads_on_to_its_products() {
    Form plan = Form.of(world.plan()).withAll("productIds", List.of());
    assertThat(place(plans.create(staff, plan))).endsWith("/products");
    assertThat(place(plans.create(staff, plan.with("then", "keep"))))
        .matches("/campaigns/[0-9a-f-]{36}");
  }

  @Test
  void a_brief_is_saved_and_submitted_with_one_button() {
    UUID id = world.completeDraft();
    assertThat(place(briefs.save(staff, id, brief(id, world.wholeBrief()))))
        .isEqualTo("/campaigns/" + id);
    assertThat(feature.campaigns().get(id).state()).isEqualTo(CampaignState.SUBMITTED);
  }

  @Test
  void what_cannot_be_submitted_yet_is_saved_and_says_what_is_missing() {
    UUID id = feature.campaigns().create(world.staff, world.plan());
    Form form = brief(id, Map.of(BriefSection.AUDIENCE.key(), "Keluarga muda"));
    assertThat(briefs.save(staff, id, form).getStatus()).isEqualTo(422);
    BriefVersion saved = feature.briefs().current(id).orElseThrow();
    assertThat(BriefSection.AUDIENCE.in(saved.sections())).isEqualTo("Keluarga muda");
    assertThat(form.value("basedOn"))
        .as("the next saving begins from what was saved")
        .isEqualTo(saved.sha256());
    assertThat(feature.campaigns().get(id).state()).isEqualTo(CampaignState.DRAFT);
  }

  @Test
  void the_brief_shows_its_products_and_the_ad_line_and_where_it_belongs() {
    Document page = Jsoup.parse(RENDERING.of(briefs.edit(staff, world.completeDraft(), "")));
    assertThat(page.select(".goods b").text()).contains("Amplang");
    assertThat(page.select(".fixed-line").text()).startsWith("Iklan –");
    assertThat(page.select(".crumbs li").eachText()).last().isEqualTo("Brief");
    assertThat(page.select(".bar button").eachText())
        .containsExactly("Simpan dan tutup", "Ajukan brief");
  }

  @Test
  void who_may_invite_finds_it_in_the_empty_lane() {
    UUID active = world.activeCampaign();
    Document page = Jsoup.parse(RENDERING.of(plans.show(staff, active)));
    assertThat(page.select(".lane a.go").eachAttr("href"))
        .containsExactly("/campaigns/" + active + "/offers/new");
    assertThat(page.select(".head p .state")).as("the state stands under the name").hasSize(1);
  }

  @Test
  void each_card_says_what_its_time_is() {
    assertThat(when("ASSIGNED")).contains("draf pertama Sab 28 Nov");
    assertThat(when("SUBMITTED")).contains("sejak Sel 24 Nov · 10.00");
    assertThat(when("APPROVED")).contains("draf Sel 24 Nov · 10.00");
    assertThat(when("SCHEDULED")).contains("tayang Kam 26 Nov · 11.00");
    assertThat(when("MISSED")).contains("seharusnya Kam 26 Nov · 11.00");
    assertThat(when("LIVE")).contains("sejak Kam 26 Nov · 11.00");
    assertThat(when("CANCELLED")).isEmpty();
  }

  private Optional<String> when(String state) {
    CreatorOnBoard card =
        new CreatorOnBoard(
            CampaignOverview.Lane.WORKING,
            "Dewi",
            world.creator,
            "ACCEPTED",
            World.START,
            world.creator,
            "Foto amplang",
            LocalDate.of(2026, 11, 28),
            state,
            Optional.of(World.START),
            Optional.empty(),
            Optional.of(Instant.parse("2026-11-26T03:00:00Z")),
            1);
    return CardTime.of(
        card, Texts.load(List.of("campaign")).in(Language.ID), new Formats(Language.ID));
  }
}
