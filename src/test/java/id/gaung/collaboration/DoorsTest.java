package id.gaung.collaboration;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.campaign.CampaignState;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Role;
import id.gaung.web.Browser;
import id.gaung.web.Language;
import id.gaung.web.Viewer;
import id.gaung.web.WebServer;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.SecurityContext;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The doors over HTTP: a campaign from its plan to an approved draft, on pages and as JSON. */
class DoorsTest {

  private static final World WORLD = new World();
  private static final SignedIn SIGNED_IN = new SignedIn();

  @RegisterExtension
  static final WebServer SERVER =
      WebServer.with(
          List.of("campaign", "collaboration"),
          false,
          jersey -> {
            jersey.register(SIGNED_IN);
            WORLD.campaign.register(jersey);
            WORLD.collaboration.register(jersey);
          });

  private final Browser browser = SERVER.browser();

  @Test
  void from_a_plan_to_an_approved_draft_on_pages() {
    SIGNED_IN.as(WORLD.staff);
    HttpResponse<String> wrong =
        browser.post("/campaigns", "name", "Amplang", "budget", "satu juta");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("satu juta", "e-startsOn", "e-budget");

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
    location(browser.post(campaign + "/products", "add", WORLD.product.toString()));
    HttpResponse<String> early = browser.post(campaign + "/submit");
    assertThat(early.statusCode()).isEqualTo(422);
    assertThat(early.body()).contains("Lengkapi semua bagian wajib dari brief.");

    List<String> sections = new ArrayList<>(List.of("basedOn", basedOn(campaign)));
    for (Map.Entry<String, String> section : WORLD.wholeBrief().entrySet()) {
      sections.add("sections." + section.getKey());
      sections.add(section.getValue());
    }
    location(browser.post(campaign + "/brief", sections.toArray(String[]::new)));
    location(browser.post(campaign + "/submit", "version", version(campaign)));
    assertThat(browser.post(campaign + "/approve").statusCode()).isEqualTo(403);

    SIGNED_IN.as(WORLD.approver);
    HttpResponse<String> unreasoned = browser.post(campaign + "/reject", "reason", " ");
    assertThat(unreasoned.statusCode()).isEqualTo(422);
    assertThat(unreasoned.body()).contains("e-reason");
    location(browser.post(campaign + "/approve"));
    SIGNED_IN.as(WORLD.staff);
    location(browser.post(campaign + "/activate"));

    String[] offer = {
      "creatorId", WORLD.creator.toString(),
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
    location(browser.post(sent + "/send"));
    String link = link(browser.get(sent).body());

    SIGNED_IN.as(null);
    HttpResponse<String> head = browser.send("HEAD", link, BodyPublishers.noBody());
    assertThat(head.statusCode()).isEqualTo(200);
    UUID offerId = UUID.fromString(sent.substring(sent.lastIndexOf('/') + 1));
    assertThat(WORLD.collaboration.offers().get(offerId).state()).isEqualTo(OfferState.SENT);
    HttpResponse<String> open = browser.get(link);
    assertThat(open.statusCode()).isEqualTo(200);
    assertThat(open.headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow");
    assertThat(WORLD.collaboration.offers().get(offerId).state()).isEqualTo(OfferState.VIEWED);
    String sha = WORLD.acceptance(WORLD.collaboration.offers().get(offerId)).briefSha256();
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
    UUID work = WORLD.collaboration.offers().deliverables(offerId).get(0).id();
    String place = link + "/deliverables/" + work;
    assertThat(browser.get(place).body()).contains("multipart/form-data");
    location(browser.post(place, "caption", "Enak!", "altText", ""));
    assertThat(browser.get(place).body()).contains("penanda iklan");

    SIGNED_IN.as(WORLD.staff);
    assertThat(browser.get("/reviews").body()).contains("/deliverables/" + work);
    assertThat(browser.get("/api/v1/reviews").body()).contains("\"id\":\"" + work + "\"");
    location(browser.post("/deliverables/" + work + "/approve"));
    assertThat(WORLD.collaboration.deliverables().approvedContent(work)).isPresent();
  }

  @Test
  void the_same_as_json() {
    SIGNED_IN.as(WORLD.staff);
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
                .formatted(WORLD.product));
    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(created.body()).contains("\"state\":\"DRAFT\"", "Batik");
    String campaign = created.headers().firstValue("Location").orElseThrow();
    campaign = campaign.substring(campaign.indexOf("/api/"));
    StringBuilder sections = new StringBuilder();
    WORLD.wholeBrief().forEach((k, v) -> sections.append(",\"%s\":\"%s\"".formatted(k, v)));
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
    assertThat(json("POST", campaign + "/submit", "{}").statusCode()).isEqualTo(200);
    SIGNED_IN.as(WORLD.approver);
    assertThat(json("POST", campaign + "/approve", "{}").body()).contains("\"APPROVED\"");
    SIGNED_IN.as(WORLD.staff);
    assertThat(browser.get("/api/v1/campaigns?state=APPROVED").body()).contains("Batik");
    HttpResponse<String> offer =
        json(
            "POST",
            campaign + "/offers",
            """
            {"creatorId":"%s","fee":100000,"workEndsOn":"2026-12-08",
             "deliverables":[{"title":"Foto","dueOn":"2026-12-01"}]}
            """
                .formatted(WORLD.creator));
    assertThat(offer.statusCode()).as(offer.body()).isEqualTo(201);
    String at = offer.headers().firstValue("Location").orElseThrow();
    at = at.substring(at.indexOf("/api/"));
    assertThat(json("GET", at + "/link", "").statusCode()).isEqualTo(409);
    assertThat(json("POST", at + "/send", "{}").body()).contains("\"SENT\"");
    String link = browser.get(at + "/link").body();
    String token = link(link).substring("/o/".length());

    SIGNED_IN.as(null);
    String door = "/api/v1/offer-links/" + token;
    HttpResponse<String> read = browser.get(door);
    assertThat(read.body()).contains("\"standing\":\"OPEN\"", "\"state\":\"VIEWED\"");
    assertThat(json("POST", door + "/decline", "{\"reason\":\"\"}").statusCode()).isEqualTo(422);
    assertThat(json("POST", door + "/decline", "{\"reason\":\"Sibuk\"}").body())
        .contains("\"DECLINED\"");
    assertThat(browser.get("/api/v1/offer-links/" + token + "x").statusCode()).isEqualTo(404);
    assertThat(browser.get(at).statusCode()).isEqualTo(401);
  }

  @Test
  void an_observer_reads_campaigns_and_nothing_of_offers() {
    UUID campaign = WORLD.approvedCampaign();
    SIGNED_IN.as(WORLD.person("Komisi II", Role.OBSERVER));
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
    assertThat(browser.post("/campaigns/" + campaign + "/activate").statusCode()).isEqualTo(403);
    assertThat(WORLD.campaign.campaigns().get(campaign).state()).isEqualTo(CampaignState.APPROVED);
  }

  private HttpResponse<String> json(String method, String path, String body) {
    return browser.json(method, path, body, "Authorization", "Bearer of-a-test");
  }

  private static String sha(HttpResponse<String> brief) {
    return match("\"sha256\":\"([0-9a-f]{64})\"", brief);
  }

  private static String location(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
    String at = response.headers().firstValue("Location").orElseThrow();
    return at.replaceFirst("https?://[^/]+", "");
  }

  private String basedOn(String campaign) {
    return match(
        "name=\"basedOn\" value=\"([0-9a-f]{64})\"", browser.get(campaign + "/brief/edit"));
  }

  private String version(String campaign) {
    return match("name=\"version\" value=\"(\\d+)\"", browser.get(campaign));
  }

  private static String match(String pattern, HttpResponse<String> page) {
    var matcher = Pattern.compile(pattern).matcher(page.body());
    assertThat(matcher.find()).as(page.body()).isTrue();
    return matcher.group(1);
  }

  private static String link(String text) {
    var matcher = Pattern.compile("https://gaung\\.test(/o/[\\w.-]+)").matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }

  /** Signs everybody in as the one person the test names. */
  @Priority(Priorities.AUTHENTICATION)
  private static final class SignedIn implements ContainerRequestFilter {

    private volatile Optional<Actor> who = Optional.empty();

    void as(@org.jspecify.annotations.Nullable Actor actor) {
      who = Optional.ofNullable(actor);
    }

    @Override
    public void filter(ContainerRequestContext request) {
      who.ifPresent(actor -> request.setSecurityContext(new Context(new Reader(actor))));
    }
  }

  private record Context(Viewer viewer) implements SecurityContext {
    @Override
    public Principal getUserPrincipal() {
      return viewer;
    }

    @Override
    public boolean isUserInRole(String role) {
      return viewer.is(Role.valueOf(role));
    }

    @Override
    public boolean isSecure() {
      return false;
    }

    @Override
    public String getAuthenticationScheme() {
      return "TEST";
    }
  }

  private record Reader(Actor actor) implements Viewer {
    @Override
    public UUID id() {
      return actor.id().orElseThrow();
    }

    @Override
    public Set<Role> roles() {
      return actor.roles();
    }

    @Override
    public Language language() {
      return Language.ID;
    }

    @Override
    public String getName() {
      return actor.name();
    }
  }
}
