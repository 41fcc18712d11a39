package id.gaung.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.gaung.followup.FollowUpFeature;
import id.gaung.kernel.FieldError;
import id.gaung.kernel.Problem;
import id.gaung.platform.PostOption;
import id.gaung.publishing.PostFollowUps.FollowUp;
import id.gaung.publishing.PostFollowUps.State;
import id.gaung.web.Form;
import id.gaung.web.View;
import jakarta.ws.rs.core.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** A thread in the composer: asked for, shown beforehand, checked part by part, and kept. */
class FollowingComposedTest extends PostsWorld {

  private static final String FIELD = "option-THREAD-";

  private Form typed(String thread) {
    return Form.empty()
        .with("campaignId", world.activeCampaign().toString())
        .withAll("productIds", List.of(world.product.toString()))
        .withAll("channelIds", List.of(channel.toString()))
        .with("text", "Kabar kantor. #umkm")
        .with("dueAt", EVENING.toString())
        .with(FIELD + channel, thread);
  }

  private PostsPages composer() {
    return publishing.doors().pages();
  }

  private Response sent(Form form) {
    return composer().compose(viewer(world.staff), form);
  }

  @Test
  void each_part_that_does_not_fit_is_named_at_its_field() {
    Form form = typed("Bagian dua\n---\n" + "x".repeat(305) + "\n---\nBagian empat");

    Response refused = sent(form);

    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(form.errors()).extracting(FieldError::field).containsExactly(FIELD + channel);
    Document page = Jsoup.parse(render((View) refused.getEntity()));
    assertThat(page.text())
        .contains("Bluesky · @kota, 3/4: Teks terlalu panjang: 305 dari paling banyak 300")
        .contains("Pisahkan tiap bagian")
        .doesNotContain("!publishing", "!content");
    assertThat(page.select("textarea[name=" + FIELD + channel + "]").attr("aria-invalid"))
        .isEqualTo("true");
    assertThat(page.select("textarea[name=" + FIELD + channel + "]").text()).contains("empat");
  }

  @Test
  void a_thread_may_not_be_endless() {
    Form form = typed(String.join("\n---\n", Collections.nCopies(25, "Bagian")));
    assertThat(sent(form).getStatus()).isEqualTo(422);
    assertThat(form.errors())
        .extracting(FieldError::key)
        .containsExactly("publishing.thread.too-many");
  }

  @Test
  void the_preview_shows_what_follows_and_how_long_it_is() {
    Document page =
        Jsoup.parse(
            render(
                composer()
                    .preview(viewer(world.staff), typed("Bagian dua\n---\n" + "x".repeat(301)))));
    assertThat(page.text()).contains("Utas 2/3", "Bagian dua", "Utas 3/3");
    assertThat(page.select(".err").text()).contains("1");
  }

  @Test
  void it_is_kept_with_the_post_and_comes_out_after_it() {
    FollowUpFeature followUp = new FollowUpFeature(world.foundation, channels, publishing);
    Response sent = sent(typed(" Bagian dua \r\n---\r\nBagian tiga"));
    assertThat(sent.getStatus()).isEqualTo(303);
    UUID post = UUID.fromString(sent.getLocation().getPath().replaceFirst(".*/", ""));
    assertThat(
            Jsoup.parse(render(publishing.doors().views().show(viewer(world.staff), post, "")))
                .text())
        .contains("Lanjutan di utas: Bagian dua");
    RenditionRow row = only(post);
    publishing.renditions().approve(world.approver, row.id(), new AdvanceRendition(row.version()));
    stepTo(EVENING);
    publishing.engine().runOnce();
    followUp.schedules().get(0).job().run();
    List<FollowUp> parts = followUp.followUps().of(List.of(row.id())).get(row.id());
    assertThat(parts).extracting(FollowUp::text).containsExactly("Bagian dua", "Bagian tiga");
    assertThat(parts).extracting(FollowUp::state).containsOnly(State.OUT);
  }

  /** Approved was the creator's content alone. */
  @Test
  void approved_content_with_a_thread_is_looked_at_first() {
    UUID plain = publishing.posts().compose(world.staff, post(approved(), on(channel)));
    assertThat(only(plain).state()).isEqualTo(RenditionState.SCHEDULED);
    UUID said =
        publishing
            .posts()
            .compose(
                world.staff,
                post(
                    approved(),
                    new ComposedRendition(
                        channel("lain"),
                        CAPTION,
                        EVENING,
                        List.of(),
                        Map.of(PostOption.THREAD, "Harga Rp1"))));
    assertThat(only(said).state()).isEqualTo(RenditionState.IN_REVIEW);
  }

  @Test
  void what_a_client_cannot_send_is_not_taken() {
    assertThatThrownBy(
            () ->
                own(
                    new ComposedRendition(
                        channel,
                        "Kabar kantor. #umkm",
                        EVENING,
                        List.of(),
                        Map.of(PostOption.FIRST_COMMENT, "Pesan di sini"))))
        .isInstanceOfSatisfying(
            Problem.class,
            problem ->
                assertThat(problem.errors())
                    .extracting(FieldError::key)
                    .containsExactly("publishing.option.unknown"));
  }
}
