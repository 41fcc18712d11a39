package id.gaung.collaboration;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/**
 * A form that is refused keeps what was typed: somebody else saved first, or the photo or its
 * description is missing.
 */
class RefusedFormsTest extends DoorsFixture {

  @Test
  void who_saves_a_campaign_second_compares_and_saves_again() {
    SIGNED_IN.person(world.staff);
    UUID id = world.completeDraft();
    String place = "/campaigns/" + id;
    String read = version(browser.get(place + "/edit"));
    location(browser.post(place, plan("Amplang Rina", "2026-12-09", read)));
    HttpResponse<String> second = browser.post(place, plan("Amplang Yuni", "2026-12-10", read));
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains("value=\"Amplang Yuni\"", "value=\"10/12/2026\"");
    assertThat(stored(second)).containsExactly("Amplang Rina", "9 Des 2026");
    location(browser.post(place, plan("Amplang Yuni", "2026-12-10", version(second))));
    assertThat(world.campaign.campaigns().get(id).name()).isEqualTo("Amplang Yuni");
  }

  @Test
  void who_saves_a_brief_second_compares_and_saves_again() {
    SIGNED_IN.person(world.staff);
    UUID id = world.completeDraft();
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
    SIGNED_IN.person(world.staff);
    UUID id =
        world.collaboration.offers().draft(world.staff, world.activeCampaign(), world.offer());
    String place = "/offers/" + id;
    String read = version(browser.get(place + "/edit"));
    location(browser.post(place, terms("800000", 1, read)));
    HttpResponse<String> second = browser.post(place, terms("900000", 8, read));
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains("value=\"900000\"", "value=\"Konten 8\"");
    assertThat(stored(second)).contains("800000", "(kosong)").doesNotContain("Konten 1");
    location(browser.post(place, terms("900000", 8, version(second))));
    assertThat(world.collaboration.offers().deliverables(id)).hasSize(8);
  }

  @Test
  void a_photo_survives_the_refusal_of_its_draft() throws IOException {
    SIGNED_IN.nobody();
    Offer offer = world.acceptedOffer();
    UUID id = world.collaboration.offers().deliverables(offer.id()).get(0).id();
    String place = "/o/" + world.token(offer) + "/deliverables/" + id;
    browser.get(place);
    HttpResponse<String> empty = draft(place, "Enak!", "", new byte[0]);
    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(empty.body()).select("#e-photo").text()).contains("0 byte");

    HttpResponse<String> refused = draft(place, "Enak!", "", photo());
    assertThat(refused.statusCode()).isEqualTo(422);
    Document again = Jsoup.parse(refused.body());
    assertThat(again.select("#e-altText")).isNotEmpty();
    assertThat(again.select("#f-caption").val()).isEqualTo("Enak!");
    String kept = again.select("input[name=upload]").val();
    assertThat(browser.get(again.select("img.pic").attr("src")).statusCode()).isEqualTo(200);
    HttpResponse<String> sent =
        browser.post(place, "caption", "Enak!", "altText", "Amplang di piring", "upload", kept);
    location(sent);
    Submission submission = world.collaboration.reviews().item(id).last().orElseThrow();
    assertThat(submission.photoId()).isPresent();
    assertThat(submission.altText()).isEqualTo("Amplang di piring");

    HttpResponse<String> second = browser.post(place, "caption", "Sekali lagi", "altText", "");
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains("Sekali lagi", "belum terkirim");
  }

  @Test
  void a_description_needs_its_photo_and_only_the_own_upload_will_do() throws IOException {
    SIGNED_IN.nobody();
    Offer offer = world.acceptedOffer();
    List<Deliverable> works = world.collaboration.offers().deliverables(offer.id());
    String link = "/o/" + world.token(offer) + "/deliverables/";
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
                world.creator.toString(),
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
}
