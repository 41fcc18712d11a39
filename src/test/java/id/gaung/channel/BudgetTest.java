package id.gaung.channel;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.channel.Budget.LimitStanding;
import id.gaung.channel.Budget.Load;
import id.gaung.platform.NetworkQuota.Of;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may still call when a limit nears its end. */
class BudgetTest {

  private static final Instant NOW = Instant.parse("2026-11-30T02:00:00Z");
  private static final Optional<Instant> END = Optional.of(NOW.plus(Duration.ofMinutes(5)));

  private static LimitStanding limit(
      Of of, long most, long used, boolean part, Optional<Instant> until) {
    return new LimitStanding(of, false, most, used, part, until, NOW);
  }

  private static Budget of(LimitStanding... limits) {
    return Budget.of(Optional.empty(), List.of(limits), NOW);
  }

  private static boolean goes(Work work, LimitStanding limit) {
    return of(limit).against(work).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "300,224,false,true,true,true",
    "300,225,false,false,true,true",
    "300,269,false,false,true,true",
    "300,270,false,false,false,true",
    "300,299,false,false,false,true",
    "300,300,false,false,false,false",
    "100,74,true,true,true,true",
    "100,75,true,false,true,true",
    "100,90,true,false,false,true",
    "100,94,true,false,false,true",
    "100,95,true,false,false,false",
    "100,140,true,false,false,false",
    "1,0,false,true,true,true",
    "1,1,false,false,false,false"
  })
  void reading_stops_first_then_who_presses_a_button_and_publishing_last(
      long most, long used, boolean part, boolean read, boolean pressed, boolean publish) {
    LimitStanding calls = limit(Of.CALLS, most, used, part, END);
    assertThat(goes(Work.READ, calls)).isEqualTo(read);
    assertThat(goes(Work.PRESSED, calls)).isEqualTo(pressed);
    assertThat(goes(Work.PUBLISH, calls)).isEqualTo(publish);
  }

  @Test
  void posts_and_uploads_that_are_used_up_stop_no_reading() {
    assertThat(goes(Work.READ, limit(Of.POSTS, 50, 50, false, END))).isTrue();
    assertThat(goes(Work.PUBLISH, limit(Of.POSTS, 50, 50, false, END))).isFalse();
    Budget uploads = of(limit(Of.UPLOADS, 30, 30, false, END));
    assertThat(uploads.against(Work.PUBLISH)).isEmpty();
    assertThat(uploads.against(Work.PUBLISH, Load.PICTURES)).isPresent();
    assertThat(uploads.against(Work.PUBLISH, Load.VIDEO)).isPresent();
  }

  @Test
  void videos_that_are_used_up_stop_nothing_but_videos() {
    Budget videos = of(limit(Of.VIDEOS, 25, 25, false, END));
    assertThat(videos.against(Work.PUBLISH)).isEmpty();
    assertThat(videos.against(Work.PUBLISH, Load.PICTURES)).isEmpty();
    assertThat(videos.against(Work.PUBLISH, Load.VIDEO)).isPresent();
  }

  @Test
  void nothing_is_stopped_for_good() {
    for (Optional<Instant> until : List.of(Optional.<Instant>empty(), END)) {
      for (boolean part : List.of(true, false)) {
        for (Of of : Of.values()) {
          LimitStanding used = limit(of, 100, 100, part, until);
          Budget later = Budget.of(Optional.empty(), List.of(used), NOW.plus(Duration.ofHours(2)));
          for (Work work : Work.values()) {
            assertThat(later.against(work, Load.VIDEO)).as("%s %s", of, work).isEmpty();
          }
        }
      }
    }
  }

  @Test
  void an_end_that_is_over_stops_nothing() {
    Optional<Instant> over = Optional.of(NOW.minusSeconds(1));
    assertThat(goes(Work.READ, limit(Of.CALLS, 300, 300, false, over))).isTrue();
    assertThat(of(limit(Of.CALLS, 300, 300, false, over)).limits()).isEmpty();
  }

  @Test
  void the_longest_wait_counts_and_a_pause_says_which_limit_too() {
    Instant late = NOW.plus(Duration.ofHours(3));
    LimitStanding calls = limit(Of.CALLS, 300, 300, false, END);
    LimitStanding posts = limit(Of.POSTS, 50, 50, false, Optional.of(late));
    assertThat(of(calls, posts).posts()).map(Budget.Wait::until).contains(late);
    assertThat(of(calls, posts).readings()).map(Budget.Wait::limit).contains(Optional.of(calls));
    Budget paused = Budget.of(Optional.of(late.plusSeconds(1)), List.of(calls), NOW);
    assertThat(paused.posts()).contains(new Budget.Wait(late.plusSeconds(1), Optional.of(calls)));
  }
}
