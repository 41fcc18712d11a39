package id.gaung.collaboration;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Actor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Pictures on a creator's pages are fetched once: mobile data is dear. */
class PhonePicturesTest extends DoorsFixture {

  private UUID picture() throws Exception {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(600, 600, BufferedImage.TYPE_INT_RGB), "png", png);
    return world
        .photos
        .store(Actor.system("test"), new ByteArrayInputStream(png.toByteArray()), "a.png")
        .id();
  }

  private void shows(UUID photo) {
    world.jdbi.useHandle(
        handle ->
            handle.execute("update product set photo_id = ? where id = ?", photo, world.product));
  }

  private static String src(HttpResponse<String> page) {
    return Jsoup.parse(page.body()).select("img[src*=/product]").attr("src");
  }

  @Test
  void the_products_picture_is_kept_under_the_address_of_that_picture() throws Exception {
    shows(picture());
    Offer sent = world.sentOffer(world.activeCampaign());
    String link = "/o/" + world.token(sent);
    String first = src(browser.get(link));
    HttpResponse<String> picture = browser.get(first);
    assertThat(picture.statusCode()).isEqualTo(200);
    assertThat(picture.headers().firstValue("Cache-Control"))
        .hasValueSatisfying(value -> assertThat(value).contains("private", "immutable"));
    assertThat(picture.headers().firstValue("X-Robots-Tag")).contains("noindex");
    String tag = picture.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = browser.get(first, "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.headers().firstValue("Cache-Control")).isPresent();
    shows(picture());
    assertThat(src(browser.get(link))).as("another picture").isNotEqualTo(first);
  }
}
