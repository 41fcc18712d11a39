package id.gaung.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.gaung.kernel.Actor;
import id.gaung.kernel.Nets;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.platform.PostAddress;
import id.gaung.publishing.RenditionRow;
import id.gaung.publishing.RenditionState;
import id.gaung.publishing.WithdrawRendition;
import id.gaung.web.Form;
import id.gaung.web.Rendering;
import id.gaung.web.View;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What users of other tools reported of reminders to publish by hand, tried here. */
@Tag("database")
class TaskReportsTest extends TaskWorld {

  private static final String POST = "https://bsky.app/profile/umkm.bsky.social/post/";

  private RenditionRow row(UUID post) {
    return publishing.posts().renditions(post).get(0);
  }

  /** Reported: a reminder whose slot passed while the server was down never comes. */
  @Test
  void what_came_due_while_nothing_ran_is_told_when_it_runs_again_once() {
    UUID post = post(bluesky);
    at(DUE.plus(Duration.ofMinutes(40)));
    tasks.remind();
    publishing.engine().runOnce();
    tasks.remind();
    assertThat(states(post)).containsOnly(RenditionState.HANDED_OVER);
    assertThat(audit("task.opened")).isEqualTo(1);
    assertThat(audit("task.reminded")).as("exactly once").isEqualTo(1);
  }

  /** Reported: the alert stays after the post was called off, or is out. */
  @Test
  void nothing_reminds_of_what_was_called_off_or_is_out() {
    UUID post = post(bluesky);
    UUID kept = post(bluesky);
    at(DUE);
    world.jdbi.useHandle(
        h -> h.execute("update mail set state = 'QUEUED', next_at = now(), ended_at = null"));
    RenditionRow row = row(post);
    publishing
        .renditions()
        .cancel(world.staff, row.id(), new WithdrawRendition("Stok habis", row.version()));
    assertThat(tasks.waitingFor(hand.id().orElseThrow(), 5))
        .extracting(WaitingTask::postId)
        .containsExactly(kept);
    assertThat(mails()).containsExactlyInAnyOrder("TASK DROPPED", "TASK QUEUED");
    out(token(hand), Map.of(row(kept).id(), POST + "3kept"));
    assertThat(mails()).containsOnly("TASK DROPPED");
    to(DUE.plus(Duration.ofMinutes(31)));
    tasks.remind();
    assertThat(audit("task.reminded")).isZero();
  }

  /** Reported: reminders go on to the phone of somebody who left the team, and nobody notices. */
  @Test
  void a_task_of_somebody_who_left_is_shown_to_staff_who_give_it_on() {
    UUID post = post(bluesky);
    world.jdbi.useHandle(
        h -> h.execute("update person set active = false where id = ?", hand.id().orElseThrow()));
    at(DUE);
    assertThat(tasks.refused(5)).extracting(WaitingTask::postId).containsExactly(post);
    UUID task = tasks.refused(5).get(0).id();
    tasks.giving().give(world.staff, task, new GiveTask(other.id().orElseThrow().toString()));
    assertThat(tasks.refused(5)).isEmpty();
    out(token(other), Map.of(row(post).id(), POST + "3given"));
    assertThat(states(post)).containsOnly(RenditionState.PUBLISHED);
  }

  /** Reported: a second tap counts the post twice, or ends in a puzzling error. */
  @Test
  void a_second_tap_says_that_nothing_waits_any_more() {
    UUID post = post(bluesky);
    at(DUE);
    String token = token(hand);
    Map<UUID, String> address = Map.of(row(post).id(), POST + "3once");
    out(token, address);
    assertThatThrownBy(() -> out(token, address))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.key()).isEqualTo("task.refused.over"));
    assertThat(audit("rendition.published")).isEqualTo(1);
  }

  /** Reported: links that the apps share are not taken, for what they add. */
  @Test
  void what_the_apps_share_is_taken_in_one_form() {
    UUID instagram = enter(Nets.INSTAGRAM, "umkm.balikpapan", hand);
    for (String shared :
        List.of(
            "https://www.instagram.com/reel/Cabcdefgh01/?igsh=MTc4MmM1YmI2Ng==",
            "https://www.instagram.com/p/Cabcdefgh02/?img_index=2",
            "https://www.instagram.com/umkm.balikpapan/p/Cabcdefgh03/",
            "instagram.com/p/Cabcdefgh04",
            "https://m.instagram.com/p/Cabcdefgh05/",
            "https://instagr.am/p/Cabcdefgh06/")) {
      PostAddress address =
          channels
              .platforms()
              .of(Nets.INSTAGRAM)
              .postAt(channels.channels().get(instagram).account(), shared);
      assertThat(address).as(shared).isInstanceOf(PostAddress.Named.class);
      assertThat(((PostAddress.Named) address).post().url().orElseThrow().toString())
          .matches("https://www\\.instagram\\.com/p/Cabcdefgh0\\d/");
    }
  }

  /** Reported: the caption loses its line breaks on the way to the phone. */
  @Test
  void the_caption_keeps_its_lines_and_signs() {
    UUID post = post(bluesky);
    String caption = "Kopi & <roti>\n\n\u2615 \"enak\"\n\n#umkm #balikpapan";
    world.jdbi.useHandle(
        h -> h.execute("update rendition set text = ? where post_id = ?", caption, post));
    at(DUE);
    String token = token(hand);
    Document page =
        Jsoup.parse(
            new Rendering("web", "phone", "task", "task-steps", "publishing", "platform")
                .of(
                    new View(
                        "task/show.jte",
                        feature.sheets().of(token, tasks.read(token), Form.empty()))));
    assertThat(page.select("textarea").get(0).wholeText()).isEqualTo(caption);
  }

  /** Reported: whoever gets the link may be somebody without any right in the office. */
  @Test
  void a_task_goes_to_nobody_who_may_not_publish() {
    UUID post = post(bluesky);
    at(DUE);
    Actor observer = world.entered(world.person("Pengamat", Role.OBSERVER));
    UUID task = tasks.waitingFor(hand.id().orElseThrow(), 5).get(0).id();
    assertThatThrownBy(
            () ->
                tasks
                    .giving()
                    .give(world.staff, task, new GiveTask(observer.id().orElseThrow().toString())))
        .isInstanceOf(Problem.class);
  }
}
