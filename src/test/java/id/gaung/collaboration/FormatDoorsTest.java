package id.gaung.collaboration;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.collaboration.DraftOffer.DeliverablePlan;
import id.gaung.collaboration.SentOffers.TakeOfferStep;
import id.gaung.collaboration.Submissions.SubmitDraft;
import id.gaung.web.Upload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What a content is to show: asked for, told before it is made, and held against what is sent. */
class FormatDoorsTest extends DoorsFixture {

  private String token = "";
  private List<Deliverable> works = List.of();

  private static DeliverablePlan plan(String title, DeliverableFormat format) {
    return new DeliverablePlan(title, World.TODAY.plusDays(7), List.of(), Optional.of(format));
  }

  /** Asks for one content of each format; the link opens. */
  private Offer sent() {
    DraftOffer asked =
        world
            .offer()
            .with(
                List.of(
                    plan("Satu", DeliverableFormat.VIDEO),
                    plan("Dua", DeliverableFormat.PHOTO),
                    new DeliverablePlan("Tiga", World.TODAY.plusDays(7))));
    UUID id = world.collaboration.offers().draft(world.staff, world.activeCampaign(), asked);
    world.collaboration.offers().send(world.staff, id, TakeOfferStep.plain());
    Offer offer = world.collaboration.offers().get(id);
    token = world.token(offer);
    works = world.collaboration.offers().deliverables(id);
    SIGNED_IN.nobody();
    return offer;
  }

  private void accepted() {
    Offer offer = sent();
    world.collaboration.links().accept(token, world.acceptance(offer));
  }

  private UUID work(DeliverableFormat format) {
    return works.stream().filter(d -> d.format() == format).findFirst().orElseThrow().id();
  }

  private String place(DeliverableFormat format) {
    return "/o/" + token + "/deliverables/" + work(format);
  }

  private Document page(DeliverableFormat format) {
    return Jsoup.parse(browser.get(place(format)).body());
  }

  /** The name of a file that came for the content, whatever was asked for. */
  private String came(DeliverableFormat format, boolean film) {
    byte[] bytes = film ? film() : photo();
    UUID id =
        world.media.take(
            world.staff,
            new Upload(
                film ? "a.mp4" : "a.png", bytes.length, () -> new ByteArrayInputStream(bytes)));
    Submissions submissions = world.collaboration.submissions();
    WorkItem item = submissions.work(world.collaboration.links().read(token), work(format));
    return submissions.name(item, id);
  }

  private static byte[] film() {
    try (InputStream file = FormatDoorsTest.class.getResourceAsStream("/media/kedai.mp4")) {
      return Objects.requireNonNull(file).readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static byte[] photo() {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(60, 60, BufferedImage.TYPE_INT_RGB), "png", png);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return png.toByteArray();
  }

  private HttpResponse<String> json(String method, String path, String body) {
    return browser.json(method, path, body, "Authorization", "Bearer of-a-test");
  }

  private HttpResponse<String> asJson(DeliverableFormat format, String upload) {
    return json(
        "POST",
        "/api/v1/offer-links/" + token + "/deliverables/" + work(format) + "/submissions",
        """
        {"caption":"Enak!","photos":[{"upload":"%s","altText":"Amplang"}]}
        """
            .formatted(upload));
  }

  @Test
  void an_offer_as_json_says_what_each_content_shows_and_nothing_else_will_do() {
    SIGNED_IN.person(world.staff);
    String offers = "/api/v1/campaigns/" + world.activeCampaign() + "/offers";
    String body =
        """
        {"creatorId":"%s","fee":1,"workEndsOn":"2026-12-08","deliverables":[
          {"title":"Satu","dueOn":"2026-12-01"},{"title":"Dua","dueOn":"2026-12-01","format":"%s"}]}
        """;
    HttpResponse<String> wrong = json("POST", offers, body.formatted(world.creator, "GIF"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("\"deliverables[1].format\"").doesNotContain("[0]");
    HttpResponse<String> made = json("POST", offers, body.formatted(world.creator, "VIDEO"));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    assertThat(made.body()).containsSubsequence("\"format\":\"ANY\"", "\"format\":\"VIDEO\"");
  }

  @Test
  void the_form_of_an_offer_keeps_what_is_chosen_and_refuses_what_is_none() {
    SIGNED_IN.person(world.staff);
    UUID campaign = world.activeCampaign();
    UUID draft =
        world
            .collaboration
            .offers()
            .draft(
                world.staff,
                campaign,
                world.offer().with(List.of(plan("Satu", DeliverableFormat.VIDEO))));
    Document edit = Jsoup.parse(browser.get("/offers/" + draft + "/edit").body());
    assertThat(edit.select("select[name=deliverables[0].format] option[selected]").val())
        .isEqualTo("VIDEO");
    String[] typed = {
      "creatorId",
      world.creator.toString(),
      "version",
      edit.select("input[name=version]").val(),
      "fee",
      "1000",
      "respondBy",
      "2026-11-27T17:00",
      "workEndsOn",
      "2026-12-08",
      "deliverables[0].title",
      "Satu",
      "deliverables[0].dueOn",
      "2026-12-01",
      "deliverables[0].format",
      "GIF"
    };
    HttpResponse<String> wrong = browser.post("/offers/" + draft, typed);
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("id=\"e-deliverables[0].format\"");
    typed[typed.length - 1] = "PHOTO";
    location(browser.post("/offers/" + draft, typed));
    assertThat(world.collaboration.offers().deliverables(draft))
        .extracting(Deliverable::format)
        .containsExactly(DeliverableFormat.PHOTO);
    assertThat(Jsoup.parse(browser.get("/offers/" + draft).body()).select(".rows .row").text())
        .contains("Satu", "Foto");
  }

  @Test
  void an_invitation_says_what_its_content_shows() {
    SIGNED_IN.person(world.staff);
    UUID campaign = world.activeCampaign();
    String place = "/campaigns/" + campaign + "/offers/new";
    Document form = Jsoup.parse(browser.get(place + "?creator=" + world.creator).body());
    String field = "format." + world.creator;
    assertThat(form.select("select[name=" + field + "] option").eachAttr("value"))
        .containsExactly("ANY", "PHOTO", "VIDEO");
    String[] typed = {
      "creator",
      world.creator.toString(),
      "title." + world.creator,
      "Amplang",
      "fee." + world.creator,
      "1000",
      "respondBy",
      "2026-11-27T17:00",
      "dueOn",
      "2026-12-01",
      "workEndsOn",
      "2026-12-08",
      "then",
      "send",
      field,
      "GIF"
    };
    HttpResponse<String> wrong = browser.post(place, typed);
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("id=\"e-" + field + "\"");
    typed[typed.length - 1] = "VIDEO";
    location(browser.post(place, typed));
    Offer made = world.collaboration.offers().ofCampaign(campaign, 1).rows().get(0);
    assertThat(world.collaboration.offers().deliverables(made.id()))
        .extracting(Deliverable::format)
        .containsExactly(DeliverableFormat.VIDEO);
  }

  @Test
  void the_creator_knows_it_before_accepting_and_keeps_it_with_the_agreement() {
    Offer offer = sent();
    assertThat(Jsoup.parse(browser.get("/o/" + token).body()).select(".facts dd .keep").eachText())
        .containsExactly("Video", "Foto", "Foto atau video");
    assertThat(browser.get("/api/v1/offer-links/" + token).body())
        .containsSubsequence("\"format\":\"VIDEO\"", "\"format\":\"PHOTO\"", "\"format\":\"ANY\"");
    world.collaboration.links().accept(token, world.acceptance(offer));
    assertThat(Jsoup.parse(browser.get("/o/" + token).body()).select(".rows .keep").eachText())
        .contains("Video", "Foto", "Foto atau video");
    assertThat(browser.get("/o/" + token + "/agreement").body().lines())
        .containsSubsequence("bentuk: Video", "bentuk: Foto")
        .doesNotContain("bentuk: Foto atau video");
  }

  @Test
  void what_a_video_must_be_stands_before_it_is_chosen() {
    accepted();
    Document video = page(DeliverableFormat.VIDEO);
    assertThat(video.select(".limits summary").text()).contains("Bluesky", "paling lama 3 menit");
    assertThat(video.select(".limits dd").eachText())
        .containsExactly(
            "paling lama 3 menit",
            "sampai 300 MB",
            "tegak (9:16), persegi (1:1), mendatar (16:9), lebarnya sampai 1.920 piksel",
            "MP4, MOV");
    assertThat(video.select("input[type=file]").eachAttr("accept"))
        .containsExactly("video/mp4,video/quicktime,.mp4,.mov");
    Document any = page(DeliverableFormat.ANY);
    assertThat(any.select(".limits summary")).hasSize(1);
    assertThat(any.select("input[type=file]")).hasSize(4);
    Document photo = page(DeliverableFormat.PHOTO);
    assertThat(photo.select(".limits")).isEmpty();
    assertThat(photo.select("input[type=file]").attr("accept"))
        .isEqualTo("image/jpeg,image/png,image/webp");
  }

  @Test
  void what_was_not_asked_for_is_refused_by_both_doors() {
    accepted();
    String film = came(DeliverableFormat.PHOTO, true);
    HttpResponse<String> refused = asJson(DeliverableFormat.PHOTO, film);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("\"photos[0].upload\"", "bukan video");
    browser.get(place(DeliverableFormat.VIDEO));
    HttpResponse<String> form =
        browser.post(
            place(DeliverableFormat.VIDEO),
            "caption",
            "Enak!",
            "altText",
            "Amplang",
            "upload",
            came(DeliverableFormat.VIDEO, false));
    assertThat(form.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(form.body()).select("#e-photo").text()).contains("meminta video");
    assertThat(Jsoup.parse(form.body()).select("input[name=upload]"))
        .as("the file is kept")
        .hasSize(1);
    assertThat(world.collaboration.reviews().item(work(DeliverableFormat.VIDEO)).rounds())
        .isEmpty();
    byte[] photo = photo();
    Refused.field(
        "photo",
        "collaboration.wants-video",
        () ->
            world
                .collaboration
                .submissions()
                .submit(
                    token,
                    work(DeliverableFormat.VIDEO),
                    new SubmitDraft("Enak!", "Amplang", false),
                    Optional.of(
                        new Upload("a.png", photo.length, () -> new ByteArrayInputStream(photo)))));
    for (DeliverableFormat format : DeliverableFormat.values()) {
      HttpResponse<String> taken = asJson(format, came(format, format.takesVideo()));
      assertThat(taken.statusCode()).as(format + taken.body()).isEqualTo(200);
    }
  }

  @Test
  void staff_see_what_was_asked_and_a_draft_that_is_something_else() {
    accepted();
    asJson(DeliverableFormat.VIDEO, came(DeliverableFormat.VIDEO, true));
    asJson(DeliverableFormat.ANY, came(DeliverableFormat.ANY, false));
    SIGNED_IN.person(world.staff);
    String place = "/deliverables/" + work(DeliverableFormat.VIDEO);
    assertThat(Jsoup.parse(browser.get("/reviews").body()).select(".rows .keep").eachText())
        .contains("Video", "Foto atau video");
    Document well = Jsoup.parse(browser.get(place).body());
    assertThat(well.select(".wrap .keep").eachText()).contains("Video");
    assertThat(well.select(".points").text()).doesNotContain("tidak memuatnya");
    world.jdbi.useHandle(h -> h.execute("update submission set film = false"));
    assertThat(Jsoup.parse(browser.get(place).body()).select(".points").text())
        .contains("Kantor meminta video, draf ini tidak memuatnya");
  }
}
