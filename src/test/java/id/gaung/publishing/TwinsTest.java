package id.gaung.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.gaung.kernel.Problem;
import id.gaung.web.Form;
import id.gaung.web.View;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One text twice on one channel at one time is asked about, and done when it is meant. */
class TwinsTest extends PostsWorld {

  private static final String TWIN = "publishing.twin";

  private UUID first() {
    return publishing.posts().compose(world.staff, post(approved(), on(channel)));
  }

  private ComposedRendition saying(String text, LocalDateTime at) {
    return new ComposedRendition(channel, text, at, List.of());
  }

  private ComposePost ofTheOffice(boolean meant, ComposedRendition... renditions) {
    return new ComposePost(
        Optional.empty(),
        Optional.of(world.activeCampaign()),
        List.of(),
        List.of(renditions),
        meant);
  }

  private UUID compose(boolean meant, ComposedRendition... renditions) {
    return publishing.posts().compose(world.staff, ofTheOffice(meant, renditions));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        CAPTION,
        " IKLAN – kerja  sama dengan Dinas UMKM\n AMPLANG   renyah!\n#umkm ",
        "Iklan – kerja sama dengan Dinas UMKM *Amplang* renyah! > #umkm",
      })
  void the_same_text_at_the_same_time_is_asked_about_and_names_the_other(String text) {
    UUID first = first();
    assertThatThrownBy(() -> compose(false, saying(text, EVENING)))
        .isInstanceOfSatisfying(
            Problem.class,
            p -> {
              assertThat(p.key()).isEqualTo(TWIN);
              assertThat(p.kind()).isEqualTo(Problem.Kind.CONFLICT);
              assertThat(p.args()).contains("Bluesky · @kota", "/posts/" + first);
            });
    assertThat(only(compose(true, saying(text, EVENING))).text()).isEqualTo(text.strip());
  }

  @Test
  void another_text_time_or_channel_is_nobodys_twin() {
    first();
    compose(false, saying("Amplang pedas! #umkm", EVENING));
    compose(false, saying(CAPTION, EVENING.plusMinutes(5)));
    compose(false, saying(CAPTION, EVENING.minusMinutes(5)));
    compose(false, on(channel("lain")));
    refused(TWIN, () -> compose(false, saying(CAPTION, EVENING.plusMinutes(4))));
  }

  @Test
  void what_was_called_off_or_missed_is_no_twin_and_what_is_out_is_one() {
    UUID first = first();
    publishing
        .renditions()
        .cancel(world.staff, only(first).id(), new WithdrawRendition("Salah foto", 0));
    UUID second = compose(false, on(channel));
    publishing.renditions().approve(world.approver, only(second).id(), new AdvanceRendition(0));
    stepTo(EVENING);
    publishing.engine().runOnce();
    assertThat(only(second).state()).isEqualTo(RenditionState.PUBLISHED);
    world.clock.step(Duration.ofSeconds(50));
    refused(TWIN, () -> compose(false, saying(CAPTION, EVENING.plusMinutes(2))));
    world.clock.step(Duration.ofMinutes(5));
    compose(false, saying(CAPTION, EVENING.plusMinutes(6)));
  }

  @Test
  void a_post_moved_tried_again_or_published_now_beside_its_twin_is_asked_about() {
    first();
    UUID later = compose(false, saying(CAPTION, EVENING.plusDays(1)));
    RenditionRow row = only(later);
    refused(
        TWIN,
        () -> publishing.renditions().move(world.staff, row.id(), new MoveRendition(EVENING, 0)));
    publishing.renditions().approve(world.approver, row.id(), new AdvanceRendition(0));
    stepTo(EVENING.minusMinutes(3));
    int version = only(later).version();
    refused(
        TWIN,
        () ->
            publishing
                .renditions()
                .publishNow(world.staff, row.id(), new AdvanceRendition(version)));
    publishing.renditions().publishNow(world.staff, row.id(), new AdvanceRendition(true, version));
    publishing.engine().runOnce();
    assertThat(only(later).state()).isEqualTo(RenditionState.PUBLISHED);
  }

  @Test
  void two_that_were_missed_are_not_tried_again_together_unasked() {
    UUID one = first();
    UUID two = publishing.posts().compose(world.staff, confirmed(approved()));
    stepTo(EVENING.plusHours(3));
    publishing.engine().runOnce();
    assertThat(only(one).state()).isEqualTo(RenditionState.MISSED);
    publishing
        .renditions()
        .retry(world.staff, only(one).id(), new AdvanceRendition(only(one).version()));
    refused(
        TWIN,
        () ->
            publishing
                .renditions()
                .retry(world.staff, only(two).id(), new AdvanceRendition(only(two).version())));
    publishing
        .renditions()
        .retry(world.staff, only(two).id(), new AdvanceRendition(true, only(two).version()));
  }

  private ComposePost confirmed(UUID deliverable) {
    return new ComposePost(
        Optional.of(deliverable), Optional.empty(), List.of(), List.of(on(channel)), true);
  }

  @Test
  void a_text_written_again_as_its_neighbours_is_asked_about() {
    first();
    UUID other = compose(false, saying("Lain sama sekali", EVENING));
    publishing
        .renditions()
        .sendBack(world.approver, only(other).id(), new WithdrawRendition("Sebut amplang", 0));
    int version = only(other).version();
    refused(
        TWIN,
        () ->
            publishing
                .renditions()
                .revise(world.staff, only(other).id(), new ReviseRendition(CAPTION, version)));
    publishing
        .renditions()
        .revise(world.staff, only(other).id(), new ReviseRendition(CAPTION, true, version));
  }

  @Test
  void of_two_at_once_one_is_asked() {
    // Made before, so that the two race for nothing else.
    List<ComposePost> both =
        List.of(ofTheOffice(false, on(channel)), ofTheOffice(false, on(channel)));
    for (int round = 0; round < 5; round++) {
      CyclicBarrier start = new CyclicBarrier(2);
      List<CompletableFuture<UUID>> running =
          both.stream()
              .map(
                  command ->
                      CompletableFuture.supplyAsync(
                          () -> {
                            try {
                              start.await(10, TimeUnit.SECONDS);
                            } catch (Exception broken) {
                              throw new IllegalStateException(broken);
                            }
                            return publishing.posts().compose(world.staff, command);
                          }))
              .toList();
      List<UUID> made = new ArrayList<>();
      List<String> asked = new ArrayList<>();
      for (CompletableFuture<UUID> one : running) {
        try {
          made.add(one.join());
        } catch (CompletionException refused) {
          asked.add(((Problem) refused.getCause()).key());
        }
      }
      assertThat(made).hasSize(1);
      assertThat(asked).containsExactly(TWIN);
      publishing
          .renditions()
          .cancel(world.staff, only(made.get(0)).id(), new WithdrawRendition("Lagi", 0));
    }
  }

  private PostsPages pages() {
    return publishing.doors().pages();
  }

  @Test
  void the_form_comes_back_with_the_other_posts_address_and_a_choice_and_is_taken_with_it() {
    UUID first = first();
    Form form =
        Form.empty()
            .with("action", "compose")
            .with("campaignId", world.activeCampaign().toString())
            .with("text", "iklan – kerja sama dengan Dinas UMKM amplang RENYAH! #umkm")
            .with("dueAt", EVENING.toString())
            .with("channelIds", channel.toString());
    Response again = pages().compose(viewer(world.staff), form);
    assertThat(again.getStatus()).isEqualTo(409);
    assertThat(render((View) again.getEntity()))
        .contains(
            "href=\"/posts/" + first + "\"",
            "name=\"confirmTwin\"",
            "iklan – kerja sama dengan Dinas UMKM amplang RENYAH! #umkm",
            "Ya, keduanya memang dimaksudkan");
    Response taken = pages().compose(viewer(world.staff), form.with("confirmTwin", "true"));
    assertThat(taken.getStatus()).isEqualTo(303);
  }

  @Test
  void on_a_posts_page_each_button_that_sends_it_asks_the_same() {
    UUID first = first();
    UUID later = compose(false, saying(CAPTION, EVENING.plusDays(1)));
    RenditionPages buttons =
        new RenditionPages(
            publishing.renditions(), publishing.settlements(), publishing.doors().views());
    Form form = Form.empty().with("version", "0").with("dueAt", EVENING.toString());
    Response again = buttons.move(viewer(world.staff), later, only(later).id(), form);
    assertThat(again.getStatus()).isEqualTo(409);
    assertThat(render((View) again.getEntity()))
        .contains("href=\"/posts/" + first + "\"", "name=\"confirmTwin\"");
    Response taken =
        buttons.move(
            viewer(world.staff), later, only(later).id(), form.with("confirmTwin", "true"));
    assertThat(taken.getStatus()).isEqualTo(303);
  }
}
