package id.gaung.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Role;
import id.gaung.platform.RateBase;
import id.gaung.publishing.PostMeasures.Measured;
import id.gaung.publishing.PostMeasures.Point;
import id.gaung.publishing.PostMeasures.Range;
import id.gaung.publishing.PostMeasures.Usual;
import id.gaung.web.Form;
import id.gaung.web.Viewer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** A post's figures on its page, who may see its photo, and the brake. */
class PostFiguresTest extends PostsWorld {

  private static final List<RateBase> BASES =
      List.of(RateBase.REACH, RateBase.VIEWS, RateBase.FOLLOWERS);

  private UUID onTwo() {
    return publishing
        .posts()
        .compose(world.staff, post(approved(), on(channel), on(channel("umkm"))));
  }

  private Document page(UUID post) {
    return Jsoup.parse(render(publishing.doors().pages().show(viewer(world.staff), post, "")));
  }

  private Measured measured(UUID post) {
    List<RenditionRow> rows = publishing.posts().renditions(post);
    Instant since = world.clock.instant();
    Instant read = since.plus(Duration.ofHours(14));
    return new Measured(
        since,
        Map.of(
            rows.get(0).id(),
            new CountedPost(
                Optional.of(5820L),
                Optional.empty(),
                Optional.of(453L),
                Optional.empty(),
                BASES,
                read),
            rows.get(1).id(),
            new CountedPost(
                Optional.empty(),
                Optional.empty(),
                Optional.of(178L),
                Optional.of(8900L),
                BASES,
                read)),
        List.of(
            new Point(since.plus(Duration.ofHours(1)), 100),
            new Point(since.plus(Duration.ofHours(6)), 400),
            new Point(read, 631)),
        List.of(new Usual(Duration.ofHours(14), 22, new Range(392, 606), Optional.empty())),
        List.of());
  }

  @Test
  void figures_stand_with_the_post_its_accounts_and_what_is_usual() {
    UUID post = onTwo();
    assertThat(page(post).select(".trio, svg.chart")).as("nothing was read").isEmpty();
    assertThat(page(post).select("table.accounts thead th")).hasSize(4);
    publishing.measuredBy(of -> Optional.of(measured(of)));
    Document page = page(post);
    assertThat(page.selectFirst(".trio").text())
        .contains("Tayangan5.820", "dihitung di 1 dari 2 akun")
        .contains("Interaksi631", "di atas biasanya", "biasanya 392–606")
        .contains("7,78", "453 dibagi 5.820");
    assertThat(page.select("table.accounts thead th")).hasSize(7);
    assertThat(page.select("table.accounts tbody").text()).contains("2,00", "menurut pengikut");
    assertThat(page.select("table.accounts tfoot").text()).contains("Semua akun", "631");
    assertThat(page.select("svg.chart polyline")).hasSize(1);
    assertThat(page.select("svg.chart polygon.norm")).hasSize(1);
    assertThat(page.text())
        .contains("pita: biasanya, dari 22 unggahan")
        .contains("Separuh interaksi datang dalam 6 jam pertama.")
        .contains("Angka diperbarui: 631 interaksi, 5.820 tayangan.");
  }

  @Test
  void a_photo_is_for_everybody_once_its_post_is_out() throws IOException {
    UUID deliverable = approved();
    UUID photo = photo();
    PostDao posts = world.jdbi.onDemand(PostDao.class);
    UUID post = publishing.posts().compose(world.staff, post(deliverable, on(channel)));
    world.jdbi.useHandle(
        h ->
            h.execute(
                """
                insert into rendition_picture (rendition_id, position, photo_id, alt_text)
                values (?, 1, ?, 'Amplang')
                """,
                only(post).id(),
                photo));
    assertThat(posts.shown(Set.of(photo))).extracting(u -> u.mediaId()).containsExactly(photo);
    assertThat(posts.published(Set.of(photo))).as("still a plan").isEmpty();
    stepTo(EVENING);
    publishing.engine().runOnce();
    assertThat(only(post).state()).isEqualTo(RenditionState.PUBLISHED);
    assertThat(posts.published(Set.of(photo))).containsExactly(photo);
  }

  @Test
  void the_head_of_division_may_brake_with_a_reason_of_the_pages_own() {
    PublishingPages brake = publishing.doors().switchPages();
    Viewer head = viewer(world.approver);
    assertThat(Jsoup.parse(render(brake.show(head, 1))).select("input[name=cause]")).hasSize(4);
    assertThat(brake.stop(head, Form.empty().with("cause", "")).getStatus())
        .as("other needs words")
        .isEqualTo(422);
    assertThat(brake.stop(head, Form.empty().with("cause", "Bencana atau duka")).getStatus())
        .isEqualTo(303);
    assertThat(publishing.control().state().reason()).contains("Bencana atau duka");
    assertThat(brake.start(head, Form.empty().with("reason", "Selesai")).getStatus())
        .isEqualTo(303);
    Form both = Form.empty().with("cause", "Isi keliru").with("reason", "harga salah");
    brake.stop(head, both);
    assertThat(publishing.control().state().reason()).contains("Isi keliru: harga salah");
  }

  @Test
  void the_list_is_filtered_by_campaign_network_and_words() {
    UUID post = onTwo();
    String campaign = publishing.posts().get(post).campaignId().toString();
    Viewer staff = viewer(world.staff);
    PostsPages pages = publishing.doors().pages();
    for (String words : List.of("amplang RENYAH", "")) {
      assertThat(rows(render(pages.list(staff, "", campaign, "BLUESKY", words, 1)))).isOne();
    }
    String none = render(pages.list(staff, "", "", "", "100%", 1));
    assertThat(rows(none)).isZero();
    assertThat(none).contains("Hapus saringan", "value=\"100%\"");
    assertThat(rows(render(pages.list(staff, "", "", "INSTAGRAM", "", 1)))).isZero();
    assertThat(rows(render(pages.list(staff, "", world.ids.next().toString(), "", "", 1))))
        .isZero();
    assertThat(rows(render(pages.list(staff, "PUBLISHED", campaign, "", "", 1)))).isZero();
  }

  private static int rows(String page) {
    return Jsoup.parse(page).select(".rows .row").size();
  }

  @Test
  void who_may_not_open_posts_sees_what_is_wrong_without_a_link() {
    uncertain();
    Viewer admin = viewer(world.person("Ayu", Role.ADMIN));
    Document page = Jsoup.parse(render(publishing.doors().switchPages().show(admin, 1)));
    assertThat(page.select("#posts .row")).hasSize(1);
    assertThat(page.select("#posts a, #posts img")).isEmpty();
  }
}
