package id.gaung.collaboration;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.campaign.CampaignState;
import id.gaung.kernel.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** The doors over HTTP: a campaign from its plan to an approved draft, on pages and as JSON. */
class DoorsTest extends DoorsFixture {

  @Test
  void from_a_plan_to_an_approved_draft_on_pages() {
    SIGNED_IN.person(world.staff);
    HttpResponse<String> wrong =
        browser.post("/campaigns", "name", "Amplang", "budget", "satu juta");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("satu juta", "e-startsOn", "e-budget");
    assertThat(Jsoup.parse(wrong.body()).select(".note a").eachText())
        .contains("Hari pertama: Mohon diisi.");

    String campaign =
        location(
                browser.post(
                    "/campaigns",
                    "name",
                    "Amplang",
                    "goal",
                    "Dikenal",
                    "startsOn",
                    "2026-11-25",
                    "endsOn",
                    "2026-12-09",
                    "budget",
                    "Rp5.000.000",
                    "targetPosts",
                    ""))
            .replace("/products", "");
    assertThat(browser.get(campaign + "/products?q=ampl").body()).contains("Amplang Bu Siti");
    location(browser.post(campaign + "/products", "add", world.product.toString()));
    HttpResponse<String> early = browser.post(campaign + "/submit", "version", version(campaign));
    assertThat(early.statusCode()).isEqualTo(422);
    assertThat(early.body()).contains("Lengkapi semua bagian wajib dari brief.");

    List<String> sections = new ArrayList<>(List.of("basedOn", basedOn(campaign)));
    for (Map.Entry<String, String> section : world.wholeBrief().entrySet()) {
      sections.add("sections." + section.getKey());
      sections.add(section.getValue());
    }
    location(browser.post(campaign + "/brief", sections.toArray(String[]::new)));
    location(browser.post(campaign + "/submit", "version", version(campaign)));
    assertThat(browser.post(campaign + "/approve", "version", "0").statusCode()).isEqualTo(403);

    SIGNED_IN.person(world.approver);
    HttpResponse<String> unreasoned =
        browser.post(
            campaign + "/reject", "reason", " ", "version", version(campaign + "/approve"));
    assertThat(unreasoned.statusCode()).isEqualTo(422);
    assertThat(unreasoned.body()).contains("e-reason");
    location(browser.post(campaign + "/approve", "version", version(campaign + "/approve")));
    SIGNED_IN.person(world.staff);
    location(browser.post(campaign + "/activate", "version", version(campaign)));

    String[] offer = {
      "creatorId", world.creator.toString(),
      "fee", "750.000",
      "respondBy", "2026-11-27T10:00",
      "workEndsOn", "2026-12-08",
      "deliverables[0].title", "Video pendek",
      "deliverables[0].dueOn", "2026-12-30"
    };
    HttpResponse<String> late = browser.post(campaign + "/offers", offer);
    assertThat(late.statusCode()).isEqualTo(422);
    assertThat(late.body()).contains("e-deliverables[0].dueOn", "Video pendek");
    offer[11] = "2026-12-01";
    String sent = location(browser.post(campaign + "/offers", offer));
    location(browser.post(sent + "/send", "version", version(sent)));
    String link = link(browser.get(sent).body());

    SIGNED_IN.nobody();
    HttpResponse<String> head = browser.send("HEAD", link, BodyPublishers.noBody());
    assertThat(head.statusCode()).isEqualTo(200);
    UUID offerId = UUID.fromString(sent.substring(sent.lastIndexOf('/') + 1));
    assertThat(world.collaboration.offers().get(offerId).state()).isEqualTo(OfferState.SENT);
    HttpResponse<String> open = browser.get(link);
    assertThat(open.statusCode()).isEqualTo(200);
    assertThat(open.headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow");
    assertThat(world.collaboration.offers().get(offerId).state()).isEqualTo(OfferState.VIEWED);
    String sha = world.acceptance(world.collaboration.offers().get(offerId)).briefSha256();
    HttpResponse<String> unticked =
        browser.post(link + "/accept", "name", "Dewi", "briefSha256", sha, "briefRead", "true");
    assertThat(unticked.statusCode()).isEqualTo(422);
    assertThat(unticked.body()).contains("Mohon centang kewajiban penanda iklan.");
    location(
        browser.post(
            link + "/accept",
            "name",
            "Dewi",
            "briefSha256",
            sha,
            "briefRead",
            "true",
            "personalData",
            "true",
            "disclosure",
            "true"));
    UUID work = world.collaboration.offers().deliverables(offerId).get(0).id();
    String place = link + "/deliverables/" + work;
    assertThat(browser.get(place).body()).contains("multipart/form-data");
    location(browser.post(place, "caption", "Enak!", "altText", ""));
    assertThat(browser.get(place).body()).contains("Menunggu ditinjau");

    SIGNED_IN.person(world.staff);
    assertThat(browser.get("/reviews").body()).contains("/deliverables/" + work);
    assertThat(browser.get("/api/v1/reviews").body()).contains("\"id\":\"" + work + "\"");
    location(
        browser.post(
            "/deliverables/" + work + "/approve", "version", version("/deliverables/" + work)));
    assertThat(world.collaboration.deliverables().approvedContent(work)).isPresent();
  }

  @Test
  void the_same_as_json() {
    SIGNED_IN.person(world.staff);
    HttpResponse<String> wrong = json("POST", "/api/v1/campaigns", "{\"name\":\"\",\"colour\":1}");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("\"colour\"");
    HttpResponse<String> created =
        json(
            "POST",
            "/api/v1/campaigns",
            """
            {"name":"Batik","goal":"Dikenal","startsOn":"2026-11-25","endsOn":"2026-12-09",
             "budget":1000000,"productIds":["%s"]}
            """
                .formatted(world.product));
    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(created.body()).contains("\"state\":\"DRAFT\"", "Batik");
    String campaign = created.headers().firstValue("Location").orElseThrow();
    campaign = campaign.substring(campaign.indexOf("/api/"));
    StringBuilder sections = new StringBuilder();
    world.wholeBrief().forEach((k, v) -> sections.append(",\"%s\":\"%s\"".formatted(k, v)));
    String whole = "{\"sections\":{" + sections.substring(1) + "},\"basedOn\":\"%s\"}";
    String first = sha(browser.get(campaign + "/brief"));
    for (String unread : List.of("{}", "{\"sections\":{\"summary\":\"x\"},\"basedOn\":null}")) {
      HttpResponse<String> refused = json("PUT", campaign + "/brief", unread);
      assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
      assertThat(refused.body()).contains("\"field\":\"basedOn\"");
    }
    HttpResponse<String> saved = json("PUT", campaign + "/brief", whole.formatted(first));
    assertThat(saved.body()).contains("\"written\":13", "\"compulsory\":13");
    assertThat(json("PUT", campaign + "/brief", whole.formatted(first)).statusCode())
        .as("somebody saved another text since")
        .isEqualTo(409);
    HttpResponse<String> empty =
        json(
            "PUT",
            campaign + "/brief",
            "{\"sections\":{\"summary\":null},\"basedOn\":\"%s\"}".formatted(sha(saved)));
    assertThat(empty.statusCode()).as("an empty brief may be saved").isEqualTo(200);
    json("PUT", campaign + "/brief", whole.formatted(sha(empty)));
    assertThat(json("POST", campaign + "/submit", read(campaign)).statusCode()).isEqualTo(200);
    SIGNED_IN.person(world.approver);
    assertThat(json("POST", campaign + "/approve", read(campaign)).body()).contains("\"APPROVED\"");
    SIGNED_IN.person(world.staff);
    assertThat(browser.get("/api/v1/campaigns?state=APPROVED").body()).contains("Batik");
    HttpResponse<String> unnamed =
        json(
            "POST",
            campaign + "/offers",
            """
            {"creatorId":"%s","fee":1,"workEndsOn":"2026-12-08","message":"a\\u0000",
             "deliverables":[{"title":"Foto"},{"dueOn":"2026-12-01"},null]}
            """
                .formatted(world.creator));
    assertThat(unnamed.statusCode()).isEqualTo(422);
    assertThat(unnamed.body())
        .contains("\"deliverables[0].dueOn\"", "\"deliverables[1].title\"")
        .contains("\"deliverables[2]\"", "\"message\"");
    HttpResponse<String> offer =
        json(
            "POST",
            campaign + "/offers",
            """
            {"creatorId":"%s","fee":100000,"workEndsOn":"2026-12-08",
             "respondBy":"2026-11-27T01:00:00Z",
             "deliverables":[{"title":"Foto","dueOn":"2026-12-01"}]}
            """
                .formatted(world.creator));
    assertThat(offer.statusCode()).as(offer.body()).isEqualTo(201);
    String at = offer.headers().firstValue("Location").orElseThrow();
    at = at.substring(at.indexOf("/api/"));
    assertThat(browser.get(at).body())
        .as("a time is stored as the one that was sent")
        .contains("\"respondBy\":\"2026-11-27T01:00:00Z\"");
    assertThat(json("GET", at + "/link", "").statusCode()).isEqualTo(409);
    assertThat(json("POST", at + "/send", read(at)).body()).contains("\"SENT\"");
    String link = browser.get(at + "/link").body();
    String token = link(link).substring("/o/".length());

    SIGNED_IN.nobody();
    String door = "/api/v1/offer-links/" + token;
    HttpResponse<String> read = browser.get(door);
    assertThat(read.body()).contains("\"standing\":\"OPEN\"", "\"state\":\"VIEWED\"");
    assertThat(json("POST", door + "/decline", "{\"reason\":\"\"}").statusCode()).isEqualTo(422);
    assertThat(json("POST", door + "/decline", "{\"reason\":\"\\u0000\"}").statusCode())
        .isEqualTo(422);
    assertThat(json("POST", door + "/decline", "{\"reason\":\"Sibuk\"}").body())
        .contains("\"DECLINED\"");
    assertThat(browser.get("/api/v1/offer-links/" + token + "x").statusCode()).isEqualTo(404);
    assertThat(browser.get(at).statusCode()).isEqualTo(401);
  }

  @Test
  void an_observer_reads_campaigns_and_nothing_of_offers() {
    UUID campaign = world.approvedCampaign();
    SIGNED_IN.person(world.person("Komisi II", Role.OBSERVER));
    assertThat(browser.get("/campaigns?state=APPROVED").body()).contains("/campaigns/" + campaign);
    assertThat(browser.get("/campaigns/" + campaign).statusCode()).isEqualTo(200);
    assertThat(browser.get("/api/v1/campaigns/" + campaign + "/brief").body())
        .doesNotContain("0812-0000-0000");
    for (String closed :
        new String[] {
          "/campaigns/new",
          "/campaigns/" + campaign + "/offers",
          "/campaigns/" + campaign + "/products",
          "/campaigns/" + campaign + "/pause",
          "/reviews"
        }) {
      assertThat(browser.get(closed).statusCode()).as(closed).isEqualTo(403);
    }
    assertThat(browser.post("/campaigns/" + campaign + "/activate", "version", "0").statusCode())
        .isEqualTo(403);
    assertThat(world.campaign.campaigns().get(campaign).state()).isEqualTo(CampaignState.APPROVED);
  }

  private HttpResponse<String> json(String method, String path, String body) {
    return browser.json(method, path, body, "Authorization", "Bearer of-a-test");
  }

  private static String sha(HttpResponse<String> brief) {
    return match("\"sha256\":\"([0-9a-f]{64})\"", brief);
  }
}
