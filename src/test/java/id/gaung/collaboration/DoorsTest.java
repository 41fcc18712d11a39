package id.gaung.collaboration;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.campaign.CampaignState;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Role;
import id.gaung.web.Browser;
import id.gaung.web.TestViewer;
import id.gaung.web.Viewer;
import id.gaung.web.WebServer;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.SecurityContext;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
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
    assertThat(Jsoup.parse(wrong.body()).select(".alert a").eachText())
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
    location(browser.post(campaign + "/products", "add", WORLD.product.toString()));
    HttpResponse<String> early = browser.post(campaign + "/submit", "version", version(campaign));
    assertThat(early.statusCode()).isEqualTo(422);
    assertThat(early.body()).contains("Lengkapi semua bagian wajib dari brief.");

    List<String> sections = new ArrayList<>(List.of("basedOn", basedOn(campaign)));
    for (Map.Entry<String, String> section : WORLD.wholeBrief().entrySet()) {
      sections.add("sections." + section.getKey());
      sections.add(section.getValue());
    }
    location(browser.post(campaign + "/brief", sections.toArray(String[]::new)));
    location(browser.post(campaign + "/submit", "version", version(campaign)));
    assertThat(browser.post(campaign + "/approve", "version", "0").statusCode()).isEqualTo(403);

    SIGNED_IN.as(WORLD.approver);
    HttpResponse<String> unreasoned =
        browser.post(campaign + "/reject", "reason", " ", "version", version(campaign));
    assertThat(unreasoned.statusCode()).isEqualTo(422);
    assertThat(unreasoned.body()).contains("e-reason");
    location(browser.post(campaign + "/approve", "version", version(campaign)));
    SIGNED_IN.as(WORLD.staff);
    location(browser.post(campaign + "/activate", "version", version(campaign)));

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
    location(browser.post(sent + "/send", "version", version(sent)));
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
    location(
        browser.post(
            "/deliverables/" + work + "/approve", "version", version("/deliverables/" + work)));
    assertThat(WORLD.collaboration.deliverables().approvedContent(work)).isPresent();
  }

  @Test
  void who_saves_a_campaign_second_compares_and_saves_again() {
    SIGNED_IN.as(WORLD.staff);
    UUID id = WORLD.completeDraft();
    String place = "/campaigns/" + id;
    String read = version(browser.get(place + "/edit"));
    location(browser.post(place, plan("Amplang Rina", "2026-12-09", read)));
    HttpResponse<String> second = browser.post(place, plan("Amplang Yuni", "2026-12-10", read));
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains("value=\"Amplang Yuni\"", "value=\"2026-12-10\"");
    assertThat(stored(second)).containsExactly("Amplang Rina", "9 Des 2026");
    location(browser.post(place, plan("Amplang Yuni", "2026-12-10", version(second))));
    assertThat(WORLD.campaign.campaigns().get(id).name()).isEqualTo("Amplang Yuni");
  }

  @Test
  void who_saves_a_brief_second_compares_and_saves_again() {
    SIGNED_IN.as(WORLD.staff);
    UUID id = WORLD.completeDraft();
    String place = "/campaigns/" + id + "/brief";
    String read = basedOn("/campaigns/" + id);
    location(browser.post(place, "basedOn", read, "sections.summary", "Dari Rina"));
    HttpResponse<String> second =
        browser.post(place, "basedOn", read, "sections.summary", "Dari Yuni");
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains(">Dari Yuni</textarea>");
    assertThat(stored(second)).containsExactly("Dari Rina");
    String newest = match("name=\"basedOn\" value=\"([0-9a-f]{64})\"", second);
    location(browser.post(place, "basedOn", newest, "sections.summary", "Dari Yuni"));
    assertThat(browser.get(place).body()).contains("Dari Yuni");
  }

  @Test
  void who_saves_an_offer_second_compares_and_saves_again() {
    SIGNED_IN.as(WORLD.staff);
    UUID id =
        WORLD.collaboration.offers().draft(WORLD.staff, WORLD.activeCampaign(), WORLD.offer());
    String place = "/offers/" + id;
    String read = version(browser.get(place + "/edit"));
    location(browser.post(place, terms("800000", 1, read)));
    HttpResponse<String> second = browser.post(place, terms("900000", 8, read));
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains("value=\"900000\"", "value=\"Konten 8\"");
    assertThat(stored(second)).contains("800000", "(kosong)").doesNotContain("Konten 1");
    location(browser.post(place, terms("900000", 8, version(second))));
    assertThat(WORLD.collaboration.offers().deliverables(id)).hasSize(8);
  }

  @Test
  void a_photo_survives_the_refusal_of_its_draft() throws IOException {
    SIGNED_IN.as(null);
    Offer offer = WORLD.acceptedOffer();
    UUID id = WORLD.collaboration.offers().deliverables(offer.id()).get(0).id();
    String place = "/o/" + WORLD.token(offer) + "/deliverables/" + id;
    browser.get(place);
    HttpResponse<String> empty = draft(place, "Enak!", "", new byte[0]);
    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(empty.body()).select("#e-photo").text()).contains("0 bita");

    HttpResponse<String> refused = draft(place, "Enak!", "", photo());
    assertThat(refused.statusCode()).isEqualTo(422);
    Document again = Jsoup.parse(refused.body());
    assertThat(again.select("#e-altText")).isNotEmpty();
    assertThat(again.select("#f-caption").val()).isEqualTo("Enak!");
    String kept = again.select("input[name=upload]").val();
    assertThat(browser.get(again.select("img.app-thumb").attr("src")).statusCode()).isEqualTo(200);
    HttpResponse<String> sent =
        browser.post(place, "caption", "Enak!", "altText", "Amplang di piring", "upload", kept);
    location(sent);
    Submission submission = WORLD.collaboration.reviews().item(id).last().orElseThrow();
    assertThat(submission.photoId()).isPresent();
    assertThat(submission.altText()).isEqualTo("Amplang di piring");

    HttpResponse<String> second = browser.post(place, "caption", "Sekali lagi", "altText", "");
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains("Sekali lagi", "belum terkirim");
  }

  @Test
  void a_description_needs_its_photo_and_only_the_own_upload_will_do() throws IOException {
    SIGNED_IN.as(null);
    Offer offer = WORLD.acceptedOffer();
    List<Deliverable> works = WORLD.collaboration.offers().deliverables(offer.id());
    String link = "/o/" + WORLD.token(offer) + "/deliverables/";
    String place = link + works.get(0).id();
    browser.get(place);
    HttpResponse<String> without = browser.post(place, "caption", "Enak!", "altText", "Amplang");
    assertThat(without.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(without.body()).select("#e-photo").text()).contains("fotonya");
    String elsewhere =
        Jsoup.parse(draft(link + works.get(1).id(), "Enak!", "", photo()).body())
            .select("input[name=upload]")
            .val();
    assertThat(elsewhere).isNotEmpty();
    for (String other : List.of(elsewhere, "x", elsewhere.substring(0, 36))) {
      HttpResponse<String> refused =
          browser.post(place, "caption", "Enak!", "altText", "Amplang", "upload", other);
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(Jsoup.parse(refused.body()).select("input[name=upload]")).isEmpty();
      assertThat(browser.get(place + "/uploads/" + other).statusCode()).isEqualTo(404);
    }
  }

  private HttpResponse<String> draft(String place, String caption, String altText, byte[] photo) {
    String[] fields = {
      "_csrf", browser.csrf().orElseThrow(), "caption", caption, "altText", altText
    };
    StringBuilder head = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      head.append("--b\r\nContent-Disposition: form-data; name=\"")
          .append(fields[i])
          .append("\"\r\n\r\n")
          .append(fields[i + 1])
          .append("\r\n");
    }
    head.append("--b\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.jpg\"\r\n")
        .append("Content-Type: image/jpeg\r\n\r\n");
    return browser.send(
        "POST",
        place,
        BodyPublishers.ofByteArrays(
            List.of(
                head.toString().getBytes(StandardCharsets.UTF_8),
                photo,
                "\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8))),
        "Content-Type",
        "multipart/form-data; boundary=b");
  }

  private static byte[] photo() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
    return bytes.toByteArray();
  }

  private static String[] plan(String name, String endsOn, String version) {
    return new String[] {
      "name", name,
      "goal", "500 orang membaca",
      "startsOn", "2026-11-25",
      "endsOn", endsOn,
      "budget", "5000000",
      "targetPosts", "4",
      "targetInteractions", "200",
      "version", version
    };
  }

  private static String[] terms(String fee, int deliverables, String version) {
    List<String> terms =
        new ArrayList<>(
            List.of(
                "creatorId",
                WORLD.creator.toString(),
                "fee",
                fee,
                "respondBy",
                "2026-11-27T10:00",
                "workEndsOn",
                "2026-12-08",
                "version",
                version));
    for (int i = 0; i < deliverables; i++) {
      terms.add("deliverables[" + i + "].title");
      terms.add("Konten " + (i + 1));
      terms.add("deliverables[" + i + "].dueOn");
      terms.add("2026-12-01");
    }
    return terms.toArray(String[]::new);
  }

  private static List<String> stored(HttpResponse<String> page) {
    return Jsoup.parse(page.body()).select(".app-stored").eachText().stream()
        .map(line -> line.replace("Sekarang tersimpan: ", ""))
        .toList();
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
    assertThat(json("POST", campaign + "/submit", read(campaign)).statusCode()).isEqualTo(200);
    SIGNED_IN.as(WORLD.approver);
    assertThat(json("POST", campaign + "/approve", read(campaign)).body()).contains("\"APPROVED\"");
    SIGNED_IN.as(WORLD.staff);
    assertThat(browser.get("/api/v1/campaigns?state=APPROVED").body()).contains("Batik");
    HttpResponse<String> unnamed =
        json(
            "POST",
            campaign + "/offers",
            """
            {"creatorId":"%s","fee":1,"workEndsOn":"2026-12-08","message":"a\\u0000",
             "deliverables":[{"title":"Foto"},{"dueOn":"2026-12-01"},null]}
            """
                .formatted(WORLD.creator));
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
                .formatted(WORLD.creator));
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

    SIGNED_IN.as(null);
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

  /** The body of a command by somebody who has read the newest version. */
  private String read(String place) {
    return "{\"version\":" + match("\"version\":(\\d+)", browser.get(place)) + "}";
  }

  private String basedOn(String campaign) {
    return match(
        "name=\"basedOn\" value=\"([0-9a-f]{64})\"", browser.get(campaign + "/brief/edit"));
  }

  private String version(String campaign) {
    return version(browser.get(campaign));
  }

  private static String version(HttpResponse<String> page) {
    return match("name=\"version\" value=\"(\\d+)\"", page);
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
      who.ifPresent(actor -> request.setSecurityContext(new Context(new TestViewer(actor))));
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
}
