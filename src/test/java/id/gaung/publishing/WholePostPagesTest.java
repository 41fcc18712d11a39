package id.gaung.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.FieldError;
import id.gaung.kernel.Week;
import id.gaung.kernel.Wita;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Failure;
import id.gaung.platform.PublishStep;
import id.gaung.publishing.PublishingSwitch.TurnSwitch;
import id.gaung.web.Form;
import id.gaung.web.View;
import id.gaung.web.Viewer;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The page of a post as one thing, the composer before it, and the lists that count it. */
class WholePostPagesTest extends PostsWorld {

  private PostsPages pages() {
    return publishing.doors().pages();
  }

  private Viewer staff() {
    return viewer(world.staff);
  }

  private UUID onTwo() {
    return publishing
        .posts()
        .compose(world.staff, post(approved(), on(channel), on(channel("umkm"))));
  }

  private Document page(UUID post) {
    return Jsoup.parse(render(pages().show(staff(), post, "")));
  }

  private List<String> seen(UUID post) {
    return publishing.posts().renditions(post).stream()
        .map(row -> row.id() + ":" + row.version())
        .toList();
  }

  private void outAt(UUID post) {
    stepTo(EVENING);
    publishing.engine().runOnce();
  }

  private void missed() {
    publishing.control().stop(world.staff, new TurnSwitch("Bencana"));
    stepTo(EVENING);
    publishing.engine().runOnce();
    world.clock.step(Duration.ofMinutes(61));
    publishing.engine().runOnce();
    publishing.control().start(world.staff, new TurnSwitch("Selesai"));
  }

  @Test
  void a_post_has_one_text_and_a_row_for_each_account() {
    Document page = page(onTwo());
    assertThat(page.select("table.accounts tbody tr:not(.why)")).hasSize(2);
    assertThat(page.select(".mock")).hasSize(1);
    assertThat(page.select("h1")).hasSize(1);
  }

  @Test
  void moving_asks_once_for_all_accounts_with_the_present_time_filled_in() {
    Document page = page(onTwo());
    var ask = page.selectFirst("#ask-move form");
    assertThat(ask.select("input[name=renditions][checked]")).hasSize(2);
    assertThat(ask.selectFirst("input[name=dueAt]").val()).isEqualTo("24/11/2026");
    assertThat(ask.selectFirst("input[name='dueAt.time']").val()).isEqualTo("19.30");
    assertThat(ask.select("input[data-chosen]").eachAttr("value")).contains("2026-11-25T19:30");
    assertThat(ask.text()).contains("+1 hari", "Besok 19.00", "Selasa, 24 November 2026");
  }

  @Test
  void calling_off_says_first_what_it_will_do_and_asks_for_a_reason() {
    UUID post = onTwo();
    assertThat(page(post).selectFirst("#ask-cancel").text())
        .contains("2 unggahan di akun dibatalkan", "Alasan");
    Form form = Form.empty().withAll("renditions", seen(post));
    Response refused = pages().cancel(staff(), post, form);
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(form.errors()).extracting(FieldError::field).containsExactly("reason");
    assertThat(pages().cancel(staff(), post, form.with("reason", "Salah foto")).getStatus())
        .isEqualTo(303);
    assertThat(publishing.posts().renditions(post))
        .allSatisfy(row -> assertThat(row.state()).isEqualTo(RenditionState.CANCELLED));
  }

  @Test
  void a_missing_account_and_a_missing_time_are_named_at_once() {
    UUID post = onTwo();
    Form form = Form.empty();
    assertThat(pages().move(staff(), post, form).getStatus()).isEqualTo(422);
    assertThat(form.errors())
        .extracting(FieldError::field)
        .containsExactlyInAnyOrder("renditions", "dueAt");
  }

  @Test
  void an_account_that_cannot_be_moved_is_named_on_the_page_and_nothing_changes() {
    UUID post = onTwo();
    List<String> both = seen(post);
    UUID first = publishing.posts().renditions(post).get(0).id();
    publishing.renditions().cancel(world.staff, first, new WithdrawRendition("Salah akun", 0));
    Form form =
        Form.empty().withAll("renditions", both).with("dueAt", EVENING.plusDays(1).toString());
    Response refused = pages().move(staff(), post, form);
    assertThat(refused.getStatus()).isEqualTo(409);
    assertThat(Jsoup.parse(render((View) refused.getEntity())).select("[role=alert]").text())
        .contains("Belum ada yang diubah", "Bluesky · @", "sudah dibatalkan");
  }

  @Test
  void after_a_command_the_page_says_what_where_and_when() {
    UUID post = onTwo();
    Form form =
        Form.empty()
            .withAll("renditions", seen(post))
            .with("dueAt", EVENING.plusDays(1).toString());
    Response moved = pages().move(staff(), post, form);
    assertThat(moved.getLocation()).hasToString("/posts/" + post + "?done=move.2");
    Document page = Jsoup.parse(render(pages().show(staff(), post, "move")));
    assertThat(page.select("[data-done]").text())
        .contains("Dipindahkan ke Rab 25 Nov · 19.30 WITA di 2 akun");
    assertThat(render(pages().show(staff(), post, "<b>"))).doesNotContain("data-done");
  }

  @Test
  void a_missed_post_is_told_as_missed_and_asks_for_one_new_time() {
    UUID post = onTwo();
    missed();
    Document page = page(post);
    assertThat(page.select("#standing").text())
        .contains("Terlewat", "seharusnya")
        .doesNotContain("Ditahan");
    assertThat(page.text())
        .contains("Tidak terbit karena penerbitan dihentikan", "Jadwalkan di 2 akun");
    assertThat(page.select("main .btn.main-act:not(.ask *)")).hasSize(1);
    assertThat(Jsoup.parse(render(pages().list(staff(), "MISSED", 1))).select(".rows .row"))
        .hasSize(1)
        .first()
        .extracting(row -> row.text())
        .asString()
        .contains("Terlewat")
        .doesNotContain("Ditahan");
  }

  @Test
  void the_page_asks_again_until_nothing_more_happens_and_hears_nothing_while_nothing_did() {
    UUID post = onTwo();
    Document page = page(post);
    assertThat(page.selectFirst("#live").attr("hx-trigger")).isEqualTo("every 3s");
    String seen = page.selectFirst("#live").attr("data-live");
    assertThat(pages().live(staff(), post, seen).getStatus()).isEqualTo(204);
    outAt(post);
    Response changed = pages().live(staff(), post, seen);
    Document part = Jsoup.parse(render((View) changed.getEntity()));
    assertThat(part.selectFirst("#live").hasAttr("hx-trigger")).isFalse();
    assertThat(part.selectFirst("#standing").attr("hx-swap-oob")).isEqualTo("true");
    assertThat(part.selectFirst("#said").text()).contains("Tayang");
  }

  @Test
  void a_post_is_out_when_one_account_shows_it_and_lists_count_it_once() {
    UUID post = onTwo();
    network.then(
        call ->
            new PublishStep.Failed(
                Failure.of(Failure.Kind.TEXT_REJECTED, "HTTP 400", "no"), Checkpoint.START));
    outAt(post);
    assertThat(page(post).select("#standing").text())
        .contains("Tayang di 1 dari 2 akun", "Gagal di 1 akun");
    Document list = Jsoup.parse(render(pages().list(staff(), "", 1)));
    assertThat(list.select(".rows .row")).hasSize(1);
    assertThat(list.text()).contains("1 unggahan", "Tayang di 1 dari 2 akun");
    assertThat(
            Jsoup.parse(render(publishing.doors().calendarPages().week(staff(), "")))
                .select(".head")
                .text())
        .contains("1 unggahan di 2 akun, 1 sudah tayang");
    PostCounts.PostWork work =
        new PostCounts(world.jdbi).of(world.staff.id().orElseThrow(), world.clock.instant());
    assertThat(work.today()).isOne();
    assertThat(work.publishedToday()).isOne();
    assertThat(work.failed()).isOne();
  }

  @Test
  void the_calendar_has_a_post_in_the_week_of_its_first_account_and_its_filter() {
    UUID other = channel("umkm");
    UUID post =
        publishing
            .posts()
            .compose(
                world.staff,
                post(
                    approved(),
                    on(channel),
                    new ComposedRendition(other, CAPTION, EVENING.plusDays(7), List.of())));
    CalendarPages calendar = publishing.doors().calendarPages();
    Week week = Week.of(Wita.instant(EVENING));
    assertThat(render(calendar.week(staff(), week.label()))).contains("/posts/" + post);
    assertThat(render(calendar.week(staff(), week.next().label())))
        .doesNotContain("/posts/" + post);
    assertThat(render(calendar.week(staff(), week.label(), "", "BLUESKY", "SCHEDULED")))
        .contains("/posts/" + post);
    assertThat(render(calendar.week(staff(), week.label(), "", "INSTAGRAM", "")))
        .doesNotContain("/posts/" + post)
        .contains("Hapus saringan");
  }

  @Test
  void the_composer_has_accounts_time_and_ad_line_ready_and_schedules_as_it_stands() {
    UUID deliverable = approved();
    Document page =
        Jsoup.parse(render(pages().compose(staff(), deliverable.toString(), "", "", "")));
    assertThat(page.select("#f-channelIds input[checked]")).hasSize(1);
    assertThat(page.select(".fixed-line").first().text())
        .isEqualTo("Iklan – kerja sama dengan Dinas UMKM");
    assertThat(page.selectFirst("#f-text").val()).isEqualTo("Amplang renyah! #umkm");
    assertThat(page.selectFirst("#f-dueAt").val()).isEqualTo("24/11/2026");
    assertThat(page.select("form.compose > .two > .bar .btn.main-act")).hasSize(1);
    Form form =
        Form.empty()
            .with("deliverableId", deliverable.toString())
            .with("channelIds", channel.toString())
            .with("text", "Amplang renyah! #umkm")
            .with("dueAt", EVENING.toString());
    Response done = pages().compose(staff(), form);
    assertThat(done.getLocation().toString()).endsWith("?done=scheduled");
    UUID post = UUID.fromString(done.getLocation().getPath().replace("/posts/", ""));
    assertThat(only(post).state()).isEqualTo(RenditionState.SCHEDULED);
    assertThat(only(post).text()).isEqualTo(CAPTION);
  }

  @Test
  void everything_wrong_with_a_composed_post_is_said_at_once() {
    Form form =
        Form.empty()
            .with("deliverableId", approved().toString())
            .with("channelIds", channel.toString())
            .with("text", "x".repeat(400))
            .with("dueAt", "");
    assertThat(pages().compose(staff(), form).getStatus()).isEqualTo(422);
    assertThat(form.errors())
        .extracting(FieldError::field)
        .containsExactlyInAnyOrder("dueAt", "text-" + channel);
  }

  @Test
  void approved_content_without_a_photo_may_get_one() throws IOException {
    UUID deliverable = approved();
    UUID photo = photo();
    assertThat(render(pages().compose(staff(), deliverable.toString(), "", "", "")))
        .contains("name=\"photo\"");
    Form form =
        Form.empty()
            .with("deliverableId", deliverable.toString())
            .with("channelIds", channel.toString())
            .with("text", "Amplang renyah! #umkm")
            .with("photoId", photo.toString())
            .with("altText", "Sepiring amplang")
            .with("dueAt", EVENING.toString());
    Response done = pages().compose(staff(), form);
    assertThat(done.getStatus()).isEqualTo(303);
    UUID post = UUID.fromString(done.getLocation().getPath().replace("/posts/", ""));
    assertThat(publishing.posts().pictures(List.of(only(post).id())))
        .extracting(RenditionPicture::photoId)
        .containsExactly(photo);
    assertThat(only(post).state())
        .as("a colleague looks at what the creator did not send")
        .isEqualTo(RenditionState.IN_REVIEW);
  }

  @Test
  void all_photos_that_were_approved_go_out_as_far_as_the_network_takes_them() throws IOException {
    UUID deliverable = approved();
    UUID first = photo();
    UUID second = photo();
    world.jdbi.useHandle(
        handle ->
            handle.execute(
                """
                insert into submission_photo (submission_id, position, photo_id, alt_text)
                select s.id, p.position, p.photo_id, p.alt_text
                from submission s, (values (1, cast(? as uuid), 'Sepiring amplang'),
                  (2, cast(? as uuid), 'Amplang dari dekat')) p (position, photo_id, alt_text)
                where s.deliverable_id = ?
                """,
                first,
                second,
                deliverable));
    assertThat(render(pages().compose(staff(), deliverable.toString(), "", "", "")))
        .contains("/photos/" + second + "/screen", "1 foto berikutnya ikut terbit");
    Form form =
        Form.empty()
            .with("deliverableId", deliverable.toString())
            .with("channelIds", channel.toString())
            .with("text", "Amplang renyah! #umkm")
            .with("altText", "Sepiring amplang")
            .with("dueAt", EVENING.toString());
    UUID post =
        UUID.fromString(
            pages().compose(staff(), form).getLocation().getPath().replace("/posts/", ""));
    assertThat(publishing.posts().pictures(List.of(only(post).id())))
        .extracting(RenditionPicture::photoId, RenditionPicture::altText)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(first, "Sepiring amplang"),
            org.assertj.core.groups.Tuple.tuple(second, "Amplang dari dekat"));
    assertThat(only(post).state()).as("as it was approved").isEqualTo(RenditionState.SCHEDULED);
  }

  @Test
  void accounts_are_chosen_beforehand_on_the_networks_that_the_content_is_for() {
    UUID deliverable = approved();
    world.jdbi.useHandle(
        handle ->
            handle.execute(
                "update deliverable set networks = array['INSTAGRAM'] where id = ?", deliverable));
    Document page =
        Jsoup.parse(render(pages().compose(staff(), deliverable.toString(), "", "", "")));
    assertThat(page.select("#f-channelIds input")).hasSize(1);
    assertThat(page.select("#f-channelIds input[checked]")).isEmpty();
  }
}
