package id.gaung.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.gaung.kernel.Problem;
import id.gaung.kernel.Week;
import id.gaung.web.View;
import id.gaung.web.Viewer;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An account that cannot be used is told with what its network said of it. */
class BlockedAccountTest extends PostsWorld {

  private void lost(String trouble) {
    world.jdbi.useHandle(
        h -> h.execute("update channel set state = 'RECONNECT', trouble = ?", trouble));
  }

  private static String text(View view) {
    return Jsoup.parse(render(view)).text();
  }

  @ParameterizedTest
  @CsvSource({
    "ACCOUNT_BLOCKED, 'buka akun tersebut di media sosialnya', 'Akun dibatasi'",
    "RECONNECT, 'hubungkan akun kembali', 'Izin tidak berlaku'"
  })
  void a_post_held_by_it_says_what_helps_on_its_page_and_in_lists(
      String trouble, String sentence, String word) {
    UUID id = publishing.posts().compose(world.staff, post(approved(), on(channel)));
    lost(trouble);
    stepTo(EVENING);
    publishing.engine().runOnce();
    assertThat(only(id).heldReason()).contains(HeldReason.CHANNEL);
    PostViews views = publishing.doors().views();
    PostsPages pages = publishing.doors().pages();
    Viewer staff = viewer(world.staff);
    assertThat(text(pages.show(staff, id, "")))
        .containsIgnoringCase(sentence)
        .doesNotContain("akun sedang tidak terhubung");
    assertThat(text(pages.list(staff, "", 1))).contains(word);
    CalendarPages calendar = publishing.doors().calendarPages();
    assertThat(text(calendar.week(staff, Week.of(world.clock.instant()).label()))).contains(word);
  }

  @Test
  void composing_for_it_is_refused_with_what_helps() {
    lost("ACCOUNT_BLOCKED");
    ComposePost command = post(approved(), on(channel));
    assertThatThrownBy(() -> publishing.posts().compose(world.staff, command))
        .isInstanceOfSatisfying(
            Problem.class,
            p ->
                assertThat(p.errors())
                    .extracting(e -> e.key(), e -> e.args())
                    .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                            "publishing.channel-blocked", List.of("Bluesky · @kota"))));
  }
}
