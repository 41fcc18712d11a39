package id.gaung.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.Failure;
import id.gaung.web.View;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said of posts when a network asks their account to wait. */
class ChannelPauseTest extends PostsWorld {

  private static final String MUST_MOVE = "waktunya harus diubah";

  private UUID at(LocalDateTime due, String text) {
    UUID id = own(new ComposedRendition(channel, text, due, List.of()));
    publishing.renditions().approve(world.approver, only(id).id(), new AdvanceRendition(0));
    return id;
  }

  private PostsPages pages() {
    return publishing.doors().pages();
  }

  private String page(UUID post) {
    return text(pages().show(viewer(world.staff), post, ""));
  }

  private static String text(View view) {
    return Jsoup.parse(render(view)).text();
  }

  private List<UUID> late() {
    return publishing.paused().tooLate(9).stream().map(PausedPosts.Late::postId).toList();
  }

  private Optional<RenditionsResource.RenditionResponse.Pause> pauseByApi(UUID post) {
    return new PostsResource(publishing.posts(), publishing.paused(), publishing.whole())
        .show(viewer(world.staff), post)
        .renditions()
        .get(0)
        .pause();
  }

  /** Asks for three hours at 19.30; a post may be an hour late. */
  @ParameterizedTest
  @EnumSource(
      value = Failure.Kind.class,
      names = {"RATE_LIMITED", "QUOTA"})
  void who_waits_says_why_and_who_cannot_go_out_any_more_says_that_it_must_be_moved(
      Failure.Kind kind) {
    UUID asked = at(EVENING, "Satu");
    UUID soon = at(EVENING.plusMinutes(30), "Dua");
    UUID inTime = at(EVENING.plusHours(2), "Tiga");
    UUID after = at(EVENING.plusHours(4), "Empat");
    network.thenFail(new Failure(kind, "429", "slow down", Optional.of(Duration.ofHours(3))));
    stepTo(EVENING);
    publishing.engine().runOnce();

    assertThat(only(asked).state()).isEqualTo(RenditionState.MISSED);
    assertThat(page(asked)).contains(MUST_MOVE, "22.30").doesNotContain("Dicoba lagi");
    assertThat(page(soon)).contains(MUST_MOVE, "22.30").doesNotContain("Terbit sendiri");
    assertThat(page(inTime))
        .contains("jadi unggahan ini terbit sesudahnya")
        .doesNotContain(MUST_MOVE);
    assertThat(page(after)).doesNotContain("22.30", MUST_MOVE);
    assertThat(late()).containsExactly(soon);
    assertThat(pauseByApi(soon))
        .map(RenditionsResource.RenditionResponse.Pause::tooLate)
        .contains(true);
    assertThat(pauseByApi(inTime))
        .map(RenditionsResource.RenditionResponse.Pause::tooLate)
        .contains(false);
    assertThat(pauseByApi(after)).isEmpty();
    String list = text(pages().list(viewer(world.staff), "SCHEDULED", 1));
    assertThat(list).contains("Waktunya harus diubah", "Menunggu: media sosial meminta jeda");

    publishing
        .renditions()
        .move(
            world.staff,
            only(soon).id(),
            new MoveRendition(EVENING.plusHours(3).plusMinutes(10), only(soon).version()));
    assertThat(late()).isEmpty();
    assertThat(page(soon)).doesNotContain(MUST_MOVE);
    stepTo(EVENING.plusHours(3));
    publishing.engine().runOnce();
    assertThat(only(inTime).state()).isEqualTo(RenditionState.PUBLISHED);
  }

  @Test
  void whatever_asks_to_wait_longer_than_a_post_may_be_late_misses_it_at_once() {
    UUID id = at(EVENING, "Satu");
    network.thenFail(
        new Failure(
            Failure.Kind.TRANSIENT, "HTTP 503", "maintenance", Optional.of(Duration.ofHours(2))));
    stepTo(EVENING);
    publishing.engine().runOnce();
    assertThat(only(id).state()).isEqualTo(RenditionState.MISSED);
    assertThat(only(id).nextAt()).isEmpty();
  }
}
