package id.gaung.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.FieldError;
import id.gaung.kernel.Week;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Failure;
import id.gaung.platform.LookUp;
import id.gaung.platform.PublishStep;
import id.gaung.publishing.PublishingSwitch.TurnSwitch;
import id.gaung.publishing.Settlements.SettleRendition.Settlement;
import id.gaung.web.Form;
import id.gaung.web.Formats;
import id.gaung.web.Language;
import id.gaung.web.Upload;
import id.gaung.web.View;
import id.gaung.web.Viewer;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** The pages of posts. */
class PostsPagesTest extends PostsWorld {

  private PostsPages pages() {
    return publishing.doors().pages();
  }

  private String preview(Form typed) {
    return render(pages().preview(viewer(world.staff), typed));
  }

  @Test
  void a_preview_needs_neither_a_time_nor_a_text_nor_a_channel() {
    String chosen = channel.toString();
    assertThat(preview(Form.empty().with("text", "Amplang"))).contains("Pilih akun");
    assertThat(preview(Form.empty().with("text", "Amplang").with("channelIds", chosen)))
        .contains("7 dari 300", "sisa 293", "Amplang")
        .doesNotContain("class=\"err\"", "Pilih akun");
    assertThat(preview(Form.empty().with("text", " ").with("channelIds", chosen)))
        .contains("0 dari 300", "Teks masih kosong");
  }

  @Test
  void a_preview_counts_the_picture_and_shows_it_where_it_is_stored() throws IOException {
    UUID photo = photo();
    assertThat(preview(toChannel().with("photoId", photo.toString())))
        .contains("/photos/" + photo + "/screen")
        .doesNotContain("class=\"err\"");
    assertThat(preview(toChannel().with("newPhoto", "yes")))
        .contains("foto yang baru dipilih", "data-new-photo")
        .doesNotContain("class=\"err\"");
    assertThat(preview(toChannel().with("newPhoto", "yes").with("noPhoto-" + channel, "yes")))
        .contains("class=\"err\"")
        .doesNotContain("foto yang baru dipilih");

    byte[] bytes = picture();
    UUID deliverable =
        approved(
            Optional.of(
                new Upload("foto.jpg", bytes.length, () -> new ByteArrayInputStream(bytes))));
    UUID approvedPhoto =
        world
            .collaboration
            .deliverables()
            .approvedContent(deliverable)
            .flatMap(content -> content.photoId())
            .orElseThrow();
    assertThat(preview(toChannel().with("deliverableId", deliverable.toString())))
        .contains("/photos/" + approvedPhoto + "/screen")
        .doesNotContain("class=\"err\"");
  }

  private Form toChannel() {
    return Form.empty().with("channelIds", channel.toString());
  }

  @Test
  void what_a_channel_does_not_take_is_said_with_its_name_in_its_open_section() {
    String page = refused(toTwoChannels().with("text-" + channel, "x".repeat(305)));
    assertThat(page).contains("Bluesky · @kota: Teks terlalu panjang: 342");
    assertThat(page.split("<details class=\"fold\" open>", -1)).hasSize(2);
    assertThat(page.split("<details class=\"fold\">", -1)).hasSize(2);
  }

  @Test
  void a_time_for_all_channels_that_has_passed_is_said_once_at_its_field() {
    Form typed = toTwoChannels().with("dueAt", EVENING.minusDays(1).toString());
    refused(typed);
    assertThat(typed.errors()).extracting(FieldError::field).containsExactly("dueAt");
  }

  @Test
  void a_photo_without_a_description_is_said_once_at_its_field() throws IOException {
    Form typed = toTwoChannels().with("deliverableId", "").with("photoId", photo().toString());
    typed.with("campaignId", world.activeCampaign().toString());
    assertThat(refused(typed)).contains("Isi deskripsinya");
    assertThat(typed.errors()).extracting(FieldError::field).containsExactly("altText");
  }

  /** A post of approved content, as it was typed. */
  private Form toTwoChannels() {
    return Form.empty()
        .with("deliverableId", approved().toString())
        .withAll("channelIds", List.of(channel.toString(), channel("lain").toString()))
        .with("text", CAPTION)
        .with("dueAt", EVENING.toString());
  }

  /** The composer, as it comes back. */
  private String refused(Form typed) {
    Response refused = pages().compose(viewer(world.staff), typed);
    assertThat(refused.getStatus()).isEqualTo(422);
    return render((View) refused.getEntity());
  }

  @Test
  void a_post_that_is_tried_again_says_why_and_when_wherever_it_is_shown() {
    UUID id = publishing.posts().compose(world.staff, post(approved(), on(channel)));
    network.then(
        call ->
            new PublishStep.Failed(
                Failure.of(Failure.Kind.TRANSIENT, "HTTP 503", "Maintenance"), Checkpoint.START));
    stepTo(EVENING);
    publishing.engine().runOnce();
    assertThat(only(id).state()).isEqualTo(RenditionState.RETRYING);
    Viewer staff = viewer(world.staff);
    String again =
        "Dicoba lagi " + new Formats(Language.ID).dateTime(only(id).nextAt().orElseThrow());
    assertThat(text(pages().show(staff, id, "")))
        .contains(
            "Media sosial sedang terganggu", again, "Media sosial menjawab: HTTP 503 Maintenance");
    assertThat(text(pages().list(staff, "", 1))).contains("Gangguan sementara. " + again);
    CalendarPages calendar = publishing.doors().calendarPages();
    assertThat(text(calendar.week(staff, ""))).contains("Gangguan sementara. " + again);
  }

  @Test
  void what_a_look_up_did_not_find_is_sent_again_and_says_why() {
    UUID id = publishing.posts().compose(world.staff, post(approved(), on(channel)));
    for (int attempt = 0; attempt < 2; attempt++) {
      network.then(
          call -> new PublishStep.Unknown(Failure.of(Failure.Kind.TRANSIENT, "reset", "")));
      network.lookUpScript.add(new LookUp.NotPublished(Checkpoint.START));
    }
    stepTo(EVENING);
    // The first time it is sent again at once, the second time after a while.
    for (int round = 0; round < 8 && only(id).state() != RenditionState.RETRYING; round++) {
      publishing.engine().runOnce();
      world.clock.step(Duration.ofSeconds(5));
    }
    assertThat(only(id).state()).isEqualTo(RenditionState.RETRYING);
    assertThat(text(pages().show(viewer(world.staff), id, "")))
        .contains("Media sosial sedang terganggu", "Dicoba lagi");
  }

  private static String text(View page) {
    return Jsoup.parse(render(page)).text();
  }

  @Test
  void a_published_post_leads_to_its_engagement() {
    UUID id = publishing.posts().compose(world.staff, post(approved(), on(channel)));
    String link = "href=\"/engagement/posts/" + only(id).id() + "\"";
    assertThat(render(pages().show(viewer(world.staff), id, ""))).doesNotContain(link);
    stepTo(EVENING);
    publishing.engine().runOnce();
    assertThat(render(pages().show(viewer(world.staff), id, ""))).contains(link);
  }

  @Test
  void every_page_renders_in_both_languages() {
    UUID deliverable = approved();
    PostViews views = publishing.doors().views();
    PostsPages pages = pages();
    CalendarPages calendar = publishing.doors().calendarPages();
    PublishingPages control = publishing.doors().switchPages();
    Viewer staff = viewer(world.staff);
    assertThat(render(pages.list(staff, "", 1))).contains("card empty");
    assertThat(render(calendar.week(staff, ""))).contains("card empty", "Pekan 48");
    assertThat(render(pages.compose(staff, "", "", "", ""))).contains("deliverable=" + deliverable);
    String composer = render(pages.compose(staff, deliverable.toString(), "", "", ""));
    assertThat(composer)
        .contains("Amplang renyah!", "hx-post=\"/posts/preview\"", "text-" + channel);
    assertThat(composer)
        .as("htmx sends nothing of a form of its own that is not complete")
        .doesNotContainPattern("<form [^>]*hx-post");
    Form typed = Form.empty().with("text", "x".repeat(305)).with("channelIds", channel.toString());
    assertThat(render(pages.preview(staff, typed))).contains("305", "300", "class=\"err\"");

    UUID id = publishing.posts().compose(world.staff, post(deliverable, on(channel)));
    UUID uncertain = uncertain();
    UUID own = own();
    assertThat(render(pages.show(staff, id, "")))
        .contains("publish-now", "Dewi Kuliner", "Amplang");
    assertThat(render(pages.show(staff, uncertain, ""))).contains("settle", "tidak menjangkau");
    assertThat(render(pages.show(viewer(world.approver), own, ""))).contains("/approve");
    assertThat(render(pages.show(staff, own, ""))).doesNotContain("/approve");
    assertThat(render(pages.list(staff, "SCHEDULED", 1))).contains("/posts/" + id);
    assertThat(render(calendar.week(staff, Week.of(world.clock.instant()).label())))
        .contains("/posts/" + id, "class=\"week\"");
    assertThat(render(control.show(staff, 1))).contains("/publishing/stop", "/posts/" + uncertain);
    publishing.control().stop(world.staff, new TurnSwitch("Bencana"));
    assertThat(render(control.show(staff, 1))).contains("/publishing/start", "Bencana");
  }

  @Test
  void every_word_for_a_state_exists_in_both_languages() {
    for (Language language : Language.values()) {
      Map<String, String> all = TEXTS.all(language);
      for (RenditionState state : RenditionState.values()) {
        assertThat(all)
            .containsKeys(
                "publishing.state." + state,
                "publishing.turn." + state,
                "publishing.refused." + state);
      }
      for (HeldReason reason : HeldReason.values()) {
        assertThat(all).containsKey("publishing.held." + reason);
      }
      for (Failure.Kind kind : Failure.Kind.values()) {
        assertThat(all).containsKeys("platform.failure." + kind, "publishing.outcome." + kind);
      }
      for (Settlement settlement : Settlement.values()) {
        assertThat(all).containsKey("publishing.outcome." + settlement);
      }
    }
    assertThat(TEXTS.all(Language.ID).keySet()).isEqualTo(TEXTS.all(Language.EN).keySet());
  }
}
