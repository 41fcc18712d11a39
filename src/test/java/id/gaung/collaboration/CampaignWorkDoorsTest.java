package id.gaung.collaboration;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.campaign.Campaigns.ChooseProducts;
import id.gaung.collaboration.Submissions.SubmitDraft;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Forms that do several things at once, save by themselves, or lead on to the next step. */
class CampaignWorkDoorsTest extends DoorsFixture {

  @Test
  void invitations_above_the_budget_are_sent_by_who_was_told_so_alone() {
    SIGNED_IN.person(world.staff);
    UUID campaign = world.activeCampaign();
    String place = "/campaigns/" + campaign + "/offers/new";
    Document form = Jsoup.parse(browser.get(place + "?creator=" + world.creator).body());
    String[] typed = {
      "creator",
      world.creator.toString(),
      "title." + world.creator,
      "Amplang",
      "fee." + world.creator,
      "999.000.000",
      "respondBy",
      form.select("#f-respondBy").val(),
      "dueOn",
      form.select("#f-dueOn").val(),
      "workEndsOn",
      form.select("#f-workEndsOn").val(),
      "then",
      "send",
      "_datetime",
      "respondBy",
      "respondBy.time",
      form.select("[name=respondBy.time]").val(),
      "_date",
      "dueOn",
      "_date",
      "workEndsOn",
      "overBudget",
      ""
    };
    HttpResponse<String> refused = browser.post(place, typed);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(refused.body()).select("input[name=overBudget]")).hasSize(1);
    assertThat(world.collaboration.offers().ofCampaign(campaign, 1).total()).isZero();
    typed[typed.length - 1] = "yes";
    assertThat(browser.post(place, typed).statusCode()).isEqualTo(303);
    assertThat(world.collaboration.offers().ofCampaign(campaign, 1).total()).isOne();
  }

  @Test
  void one_form_sends_what_is_ticked_and_its_defaults_are_enough() {
    SIGNED_IN.person(world.staff);
    UUID campaign = world.activeCampaign();
    world.acceptedOffer();
    String place = "/campaigns/" + campaign + "/offers/new";
    Document form = Jsoup.parse(browser.get(place + "?creator=" + world.creator).body());
    assertThat(form.select("input[name=creator][checked]").eachAttr("value"))
        .containsExactly(world.creator.toString());
    String title = form.select("input[name=title." + world.creator + "]").val();
    String fee = form.select("input[name=fee." + world.creator + "]").val();
    assertThat(title).isNotEmpty();
    assertThat(fee).as("what was last paid").isEqualTo("Rp750.000");
    String[] typed = {
      "creator",
      world.creator.toString(),
      "title." + world.creator,
      title,
      "fee." + world.creator,
      fee,
      "respondBy",
      form.select("#f-respondBy").val(),
      "dueOn",
      form.select("#f-dueOn").val(),
      "workEndsOn",
      form.select("#f-workEndsOn").val(),
      "then",
      "search",
      "q",
      "nobody of that name",
      "_datetime",
      "respondBy",
      "respondBy.time",
      form.select("[name=respondBy.time]").val(),
      "_date",
      "dueOn",
      "_date",
      "workEndsOn"
    };
    HttpResponse<String> searched = browser.post(place, typed);
    assertThat(searched.statusCode()).isEqualTo(200);
    assertThat(Jsoup.parse(searched.body()).select("input[name=creator][checked]"))
        .as("looking for others loses nobody")
        .hasSize(1);
    typed[5] = "sejuta";
    typed[13] = "send";
    HttpResponse<String> refused = browser.post(place, typed);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("value=\"sejuta\"", title);
    assertThat(world.collaboration.offers().ofCampaign(campaign, 1).total()).isZero();
    typed[5] = fee;
    assertThat(location(browser.post(place, typed)))
        .isEqualTo("/campaigns/" + campaign + "/offers");
    assertThat(world.collaboration.offers().ofCampaign(campaign, 1).rows())
        .extracting(Offer::state)
        .containsExactly(OfferState.SENT);
    assertThat(browser.get("/campaigns/" + campaign + "/offers").body())
        .contains("https://wa.me/6281200000101?text=");
    assertThat(browser.get(place).body())
        .as("who was invited is no choice any more")
        .doesNotContain(world.creator.toString());
  }

  @Test
  void a_draft_of_a_brief_saves_itself_and_an_approved_one_does_not() {
    SIGNED_IN.person(world.staff);
    UUID campaign = world.campaign.campaigns().create(world.staff, world.plan());
    String place = "/campaigns/" + campaign + "/brief";
    HttpResponse<String> fresh = browser.get(place + "/edit");
    assertThat(fresh.body()).as("begins with the plan").contains("500 orang membaca");
    String read = match("name=\"basedOn\" value=\"([0-9a-f]{64})\"", fresh);
    HttpResponse<String> kept =
        browser.post(place + "/kept", "basedOn", read, "sections.summary", "Dari Rina");
    assertThat(kept.statusCode()).isEqualTo(200);
    String next = match("data-based-on=\"([0-9a-f]{64})\"", kept);
    assertThat(world.campaign.briefs().current(campaign).orElseThrow().sections())
        .containsEntry("summary", "Dari Rina");
    assertThat(
            browser
                .post(place + "/kept", "basedOn", read, "sections.summary", "Dari Yuni")
                .statusCode())
        .as("somebody else saved meanwhile")
        .isEqualTo(409);
    location(browser.post(place, "basedOn", next, "sections.summary", "Dari Rina lagi"));
    UUID approved = world.approvedCampaign();
    String bound = basedOn("/campaigns/" + approved);
    assertThat(
            browser.post("/campaigns/" + approved + "/brief/kept", "basedOn", bound).statusCode())
        .isEqualTo(409);
    HttpResponse<String> earlier = browser.get(place + "/edit?from=" + approved);
    assertThat(earlier.body()).contains("Isi rights", "Dari Rina lagi");
  }

  @Test
  void the_search_for_products_stays_after_adding_one() {
    SIGNED_IN.person(world.staff);
    UUID campaign = world.campaign.campaigns().create(world.staff, world.plan());
    world
        .campaign
        .campaigns()
        .changeProducts(
            world.staff, campaign, new ChooseProducts(List.of(), Optional.of(world.product)));
    String place = "/campaigns/" + campaign + "/products";
    String shown = browser.get(place + "?q=amplang").body();
    assertThat(Jsoup.parse(shown).select("#f-add input").eachAttr("value"))
        .contains(world.product.toString());
    String back = location(browser.post(place, "add", world.product.toString(), "q", "amplang"));
    assertThat(back).isEqualTo(place + "?q=amplang");
    assertThat(Jsoup.parse(browser.get(back).body()).select("#f-add input").eachAttr("value"))
        .doesNotContain(world.product.toString());
  }

  @Test
  void ending_early_counts_what_stops_and_asks_for_a_reason() {
    SIGNED_IN.person(world.staff);
    UUID campaign = world.activeCampaign();
    world.sentOffer(campaign);
    String place = "/campaigns/" + campaign;
    assertThat(browser.get(place).body())
        .as("a question, not a button")
        .contains("href=\"" + place + "/complete\"")
        .doesNotContain("action=\"" + place + "/complete\"");
    HttpResponse<String> asked = browser.get(place + "/complete");
    assertThat(asked.body()).contains("1 undangan tidak dapat dijawab lagi");
    String version = version(asked);
    assertThat(browser.post(place + "/complete", "version", version).statusCode()).isEqualTo(422);
    location(browser.post(place + "/complete", "version", version, "reason", "Anggaran dialihkan"));
    assertThat(browser.get(place + "/history").body()).contains("Anggaran dialihkan");
  }

  @Test
  void what_is_approved_is_scheduled_next_and_the_longest_waiting_comes_first() {
    SIGNED_IN.person(world.staff);
    Offer offer = world.acceptedOffer();
    List<Deliverable> works = world.collaboration.offers().deliverables(offer.id());
    for (Deliverable work : List.of(works.get(1), works.get(0))) {
      world
          .collaboration
          .submissions()
          .submit(
              world.token(offer), work.id(), new SubmitDraft("Enak!", "", false), Optional.empty());
      world.clock.step(java.time.Duration.ofMinutes(1));
    }
    List<String> queue =
        Jsoup.parse(browser.get("/reviews").body()).select(".rows a.btn").eachAttr("href");
    assertThat(queue)
        .containsSubsequence(
            "/deliverables/" + works.get(1).id(), "/deliverables/" + works.get(0).id());
    String place = "/deliverables/" + works.get(0).id();
    HttpResponse<String> page = browser.get(place);
    assertThat(page.body()).contains("Baris iklan ada di caption");
    assertThat(location(browser.post(place + "/approve", "version", version(page))))
        .isEqualTo("/posts/new?deliverable=" + works.get(0).id());
    assertThat(world.collaboration.reviews().item(works.get(0).id()).deliverable().state())
        .isEqualTo(DeliverableState.APPROVED);
  }
}
