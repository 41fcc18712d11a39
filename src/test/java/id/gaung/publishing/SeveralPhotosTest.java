package id.gaung.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.FieldError;
import id.gaung.web.Form;
import id.gaung.web.View;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Several photos in a post of the office's own. */
class SeveralPhotosTest extends PostsWorld {

  private Form typed(UUID first, UUID... further) {
    Form form =
        Form.empty()
            .with("campaignId", world.activeCampaign().toString())
            .withAll("productIds", List.of(world.product.toString()))
            .withAll("channelIds", List.of(channel.toString()))
            .with("text", "Bazar hari ini. #umkm")
            .with("dueAt", EVENING.toString())
            .with("photoId", first.toString())
            .with("altText", "Meja bazar")
            .withAll("furtherIds", java.util.Arrays.stream(further).map(UUID::toString).toList());
    for (UUID one : further) {
      form.with("furtherAlt-" + one, "Foto " + one);
    }
    return form;
  }

  private Response sent(Form form) {
    return publishing.doors().pages().compose(viewer(world.staff), form);
  }

  private List<String> kept(Response sent) {
    UUID post = UUID.fromString(sent.getLocation().getPath().replaceFirst(".*/", ""));
    return world
        .foundation
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(
                        "select alt_text from rendition_picture where rendition_id = :id"
                            + " order by position")
                    .bind("id", only(post).id())
                    .mapTo(String.class)
                    .list());
  }

  @Test
  void they_go_out_together_each_with_its_description() throws IOException {
    UUID first = photo();
    UUID second = photo();
    UUID third = photo();

    Response sent = sent(typed(first, second, third));

    assertThat(sent.getStatus()).isEqualTo(303);
    assertThat(kept(sent)).containsExactly("Meja bazar", "Foto " + second, "Foto " + third);
  }

  private Document preview(Form form) throws IOException {
    return Jsoup.parse(render(publishing.doors().pages().preview(viewer(world.staff), form)));
  }

  private static List<String> shown(Document page) {
    return page.select(".mock .quad img").eachAttr("alt");
  }

  @Test
  void the_preview_shows_them_in_order() throws IOException {
    UUID second = photo();
    UUID third = photo();

    Document page = preview(typed(photo(), third, second));

    assertThat(shown(page)).containsExactly("Foto " + third, "Foto " + second);
    assertThat(page.text()).doesNotContain("tidak ikut");
  }

  @Test
  void the_preview_says_how_many_the_network_has_no_room_for() throws IOException {
    UUID[] five = {photo(), photo(), photo(), photo(), photo()};

    Document page = preview(typed(photo(), five));

    assertThat(shown(page)).hasSize(3);
    assertThat(page.text()).contains("2 foto terakhir tidak ikut", "paling banyak 4 foto");
  }

  @Test
  void the_page_of_the_post_shows_all_of_them() throws IOException {
    UUID second = photo();
    Response sent = sent(typed(photo(), second));
    UUID post = UUID.fromString(sent.getLocation().getPath().replaceFirst(".*/", ""));

    assertThat(
            shown(
                Jsoup.parse(
                    render(publishing.doors().views().show(viewer(world.staff), post, "")))))
        .containsExactly("Foto " + second);
  }

  @Test
  void as_many_as_the_network_takes() throws IOException {
    UUID[] five = {photo(), photo(), photo(), photo(), photo()};

    assertThat(kept(sent(typed(photo(), five)))).hasSize(4);
  }

  @Test
  void the_first_one_is_not_shown_twice() throws IOException {
    UUID first = photo();

    Form form = typed(first, first).with("furtherAlt-" + first, "");

    assertThat(kept(sent(form))).containsExactly("Meja bazar");
  }

  @Test
  void each_needs_a_description_and_stays_chosen() throws IOException {
    UUID second = photo();
    Form form = typed(photo(), second).with("furtherAlt-" + second, " ");

    Response refused = sent(form);

    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(form.errors()).extracting(FieldError::field).containsExactly("furtherAlt-" + second);
    Document page = Jsoup.parse(render((View) refused.getEntity()));
    assertThat(page.select("input[name=furtherIds][value=" + second + "]").hasAttr("checked"))
        .isTrue();
    assertThat(page.text()).contains("Tulis isi foto ini");
    assertThat(page.select("input[name=furtherIds]").eachAttr("value").get(0))
        .as("what was chosen stands first")
        .isEqualTo(second.toString());
  }

  /** Its creator sent words alone; the office chooses what is shown. */
  @Test
  void they_follow_in_content_without_a_photo_too() throws IOException {
    Form form = typed(photo(), photo()).with("deliverableId", approved().toString());

    assertThat(shown(preview(form))).hasSize(1);
  }

  @Test
  void without_a_first_one_nothing_follows() throws IOException {
    Form form = typed(photo(), photo()).with("photoId", "");

    assertThat(sent(form).getStatus()).isEqualTo(422);
    assertThat(form.errors())
        .extracting(FieldError::key)
        .containsExactly("publishing.photo.first-missing");
  }
}
