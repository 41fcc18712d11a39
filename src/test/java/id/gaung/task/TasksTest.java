package id.gaung.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.gaung.kernel.Problem;
import id.gaung.publishing.AdvanceRendition;
import id.gaung.publishing.ComposePost;
import id.gaung.publishing.ComposedRendition;
import id.gaung.publishing.MoveRendition;
import id.gaung.publishing.RenditionRow;
import id.gaung.publishing.RenditionState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Posts that a person puts out, on three networks, without any login. */
@Tag("database")
class TasksTest extends TaskWorld {

  @Test
  void what_is_due_is_handed_to_its_person_and_is_out_by_its_address() {
    UUID post = post(bluesky, mastodon);
    assertThat(tasks.waitingFor(hand.id().orElseThrow(), 5)).isEmpty();
    at(DUE);
    assertThat(states(post)).containsOnly(RenditionState.HANDED_OVER);
    assertThat(tasks.waitingFor(hand.id().orElseThrow(), 5))
        .as("one task for the post, with a row for each account")
        .singleElement()
        .satisfies(task -> assertThat(task.accounts()).isEqualTo(2))
        .satisfies(task -> assertThat(task.dueAt()).isEqualTo(DUE));
    String token = token(hand);
    UUID first = rows(post).get(bluesky).id();
    UUID second = rows(post).get(mastodon).id();

    to(DUE.plus(Duration.ofMinutes(4)));
    out(token, Map.of(first, " bsky.app/profile/umkm.bsky.social/post/3lbx2?ref=share#top "));
    assertThat(rows(post).get(bluesky).state()).isEqualTo(RenditionState.PUBLISHED);
    assertThat(rows(post).get(bluesky).remoteUrl())
        .contains("https://bsky.app/profile/umkm.bsky.social/post/3lbx2");
    assertThat(rows(post).get(bluesky).publishedAt()).contains(DUE.plus(Duration.ofMinutes(4)));
    assertThat(rows(post).get(mastodon).state()).isEqualTo(RenditionState.HANDED_OVER);

    out(token, Map.of(second, "https://mastodon.social/@UMKM/1134567"));
    assertThat(states(post)).containsOnly(RenditionState.PUBLISHED);
    assertThat(rows(post).get(mastodon).remoteUrl())
        .contains("https://mastodon.social/@umkm/1134567");
    assertThat(tasks.waitingFor(hand.id().orElseThrow(), 5)).isEmpty();
    assertThat(audit("task.opened")).isEqualTo(1);
    assertThat(mails()).containsExactly("TASK SHOWN");
    assertThat(audit("rendition.published")).isEqualTo(2);
  }

  @Test
  void a_wrong_address_is_told_field_by_field_and_nothing_is_taken() {
    UUID post = post(bluesky, mastodon);
    at(DUE);
    String token = token(hand);
    UUID first = rows(post).get(bluesky).id();
    UUID second = rows(post).get(mastodon).id();
    assertThat(
            wrong(
                token,
                Map.of(
                    first, "https://bsky.app/profile/umkm.bsky.social",
                    second, "https://mastodon.social/@umkm/1134567")))
        .containsExactly("url-" + first + " publishing.hand.address.PROFILE");
    assertThat(states(post)).as("not even the right one").containsOnly(RenditionState.HANDED_OVER);
    assertThat(wrong(token, Map.of(first, "https://bsky.app/profile/lain.bsky.social/post/3l")))
        .containsExactly("url-" + first + " publishing.hand.address.OTHER_ACCOUNT");
    assertThat(wrong(token, Map.of(first, "https://www.instagram.com/p/Cabcdefgh/")))
        .containsExactly("url-" + first + " publishing.hand.address.OTHER_NETWORK");
    assertThat(wrong(token, Map.of(first, "https://bsky.app/search?q=kopi")))
        .containsExactly("url-" + first + " publishing.hand.address.NO_POST");
    assertThat(wrong(token, Map.of(first, "sudah saya unggah ya")))
        .containsExactly("url-" + first + " publishing.hand.address.NO_ADDRESS");
    assertThat(wrong(token, Map.of(second, "https://mastodon.social/@umkm@lain.example/77")))
        .containsExactly("url-" + second + " publishing.hand.address.OTHER_ACCOUNT");
    assertThatThrownBy(() -> out(token, Map.of()))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.key()).isEqualTo("task.refused.no-address"));
    assertThat(states(post)).containsOnly(RenditionState.HANDED_OVER);
  }

  @Test
  void one_address_is_one_post_s() {
    UUID post = post(bluesky);
    UUID again = post(bluesky);
    at(DUE);
    String address = "https://bsky.app/profile/umkm.bsky.social/post/3same";
    for (WaitingTask task : tasks.waitingFor(hand.id().orElseThrow(), 5)) {
      String token = tasks.path(task.id(), task.personId()).replace("/tasks/", "");
      UUID rendition = publishing.posts().renditions(task.postId()).get(0).id();
      if (task.postId().equals(post)) {
        out(token, Map.of(rendition, address));
      } else {
        assertThat(rows(post).get(bluesky).state()).isEqualTo(RenditionState.PUBLISHED);
        assertThat(wrong(token, Map.of(rendition, address + "/")))
            .containsExactly("url-" + rendition + " publishing.hand.address.used");
      }
    }
    assertThat(states(again)).containsOnly(RenditionState.HANDED_OVER);
  }

  @Test
  void whoever_is_late_is_reminded_then_it_is_missed_and_its_address_makes_it_late() {
    UUID post = post(bluesky);
    at(DUE);
    String token = token(hand);
    to(DUE.plus(Duration.ofMinutes(29)));
    tasks.remind();
    assertThat(audit("task.reminded")).isZero();
    to(DUE.plus(Duration.ofMinutes(30)));
    tasks.remind();
    tasks.remind();
    assertThat(audit("task.reminded")).as("once").isEqualTo(1);
    assertThat(mails()).containsExactly("TASK SHOWN", "TASK SHOWN");
    at(DUE.plus(Duration.ofMinutes(60)));
    assertThat(states(post)).containsOnly(RenditionState.HANDED_OVER);
    at(DUE.plus(Duration.ofMinutes(61)));
    assertThat(states(post)).containsOnly(RenditionState.MISSED);
    out(
        token,
        Map.of(
            rows(post).get(bluesky).id(), "https://bsky.app/profile/umkm.bsky.social/post/3late"));
    assertThat(states(post)).containsOnly(RenditionState.PUBLISHED);
    assertThat(rows(post).get(bluesky).publishedAt()).contains(DUE.plus(Duration.ofMinutes(61)));
  }

  @Test
  void who_wants_to_knows_half_an_hour_before_and_may_be_early() {
    UUID first = post(bluesky);
    at(DUE);
    tasks.tellEarly(token(hand), true);
    out(
        token(hand),
        Map.of(
            rows(first).get(bluesky).id(), "https://bsky.app/profile/umkm.bsky.social/post/3one"));
    UUID second =
        publishing
            .posts()
            .compose(
                world.staff,
                new ComposePost(
                    Optional.empty(),
                    Optional.of(world.activeCampaign()),
                    List.of(world.product),
                    List.of(
                        new ComposedRendition(
                            bluesky, "Besok lagi", EVENING.plusDays(1), List.of()))));
    RenditionRow row = publishing.posts().renditions(second).get(0);
    publishing.renditions().approve(world.approver, row.id(), new AdvanceRendition(row.version()));
    Instant due = DUE.plus(Duration.ofDays(1));
    to(due.minus(Duration.ofMinutes(31)));
    tasks.openEarly();
    assertThat(tasks.waitingFor(hand.id().orElseThrow(), 5)).isEmpty();
    to(due.minus(Duration.ofMinutes(30)));
    tasks.openEarly();
    out(token(hand), Map.of(row.id(), "https://bsky.app/profile/umkm.bsky.social/post/3two"));
    at(due);
    assertThat(states(second)).containsOnly(RenditionState.PUBLISHED);
    assertThat(publishing.posts().renditions(second).get(0).attempts())
        .as("nothing was handed over once more")
        .isEqualTo(1);
  }

  @Test
  void a_task_is_given_to_somebody_else_whose_link_is_another() {
    UUID post = post(bluesky);
    at(DUE);
    String before = token(hand);
    assertThatThrownBy(
            () -> give(before, new GiveTask(world.approver.id().orElseThrow().toString())))
        .as("somebody who may not")
        .isInstanceOf(Problem.class);
    give(before, new GiveTask(other.id().orElseThrow().toString()));
    assertThatThrownBy(() -> tasks.read(before))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.key()).isEqualTo("task.gone.given"));
    assertThat(tasks.waitingFor(hand.id().orElseThrow(), 5)).isEmpty();
    out(
        token(other),
        Map.of(
            rows(post).get(bluesky).id(), "https://bsky.app/profile/umkm.bsky.social/post/3given"));
    assertThat(states(post)).containsOnly(RenditionState.PUBLISHED);
  }

  @Test
  void who_cannot_says_so_and_staff_see_it() {
    post(bluesky);
    at(DUE);
    tasks.refuse(token(hand), new RefuseTask(" Sedang di jalan "));
    assertThat(tasks.refused(5))
        .singleElement()
        .satisfies(task -> assertThat(task.reason()).contains("Sedang di jalan"));
    assertThat(mails()).contains("TASK_REFUSED SHOWN");
  }

  @Test
  void a_post_that_gets_another_time_is_a_task_once_more_however_long_after() {
    UUID post = post(bluesky);
    at(DUE);
    tasks.refuse(token(hand), new RefuseTask("Sedang di jalan"));
    RenditionRow row = rows(post).get(bluesky);
    publishing
        .renditions()
        .move(world.staff, row.id(), new MoveRendition(EVENING.plusDays(4), row.version()));
    assertThat(states(post)).containsOnly(RenditionState.SCHEDULED);
    assertThat(tasks.refused(5)).isEmpty();
    Instant due = DUE.plus(Duration.ofDays(4));
    at(due);
    assertThat(states(post)).containsOnly(RenditionState.HANDED_OVER);
    String token = token(hand);
    assertThat(tasks.refused(5)).as("nobody refused this time").isEmpty();
    assertThat(mails().stream().filter("TASK SHOWN"::equals)).as("told again").hasSize(2);
    to(due.plus(Duration.ofMinutes(31)));
    tasks.remind();
    assertThat(audit("task.reminded")).isEqualTo(1);
    to(due.plus(Duration.ofDays(13)));
    assertThat(tasks.read(token).posts()).hasSize(1);
  }

  @Test
  void a_link_that_is_not_ours_or_too_old_opens_nothing() {
    post(bluesky);
    at(DUE);
    String token = token(hand);
    for (String forged : List.of("", "x", "a.b", token.substring(1), token + "x")) {
      assertThatThrownBy(() -> tasks.read(forged))
          .isInstanceOfSatisfying(
              Problem.class, p -> assertThat(p.key()).isEqualTo("task.unknown"));
    }
    to(DUE.plus(Duration.ofDays(15)));
    assertThatThrownBy(() -> tasks.read(token))
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.key()).isEqualTo("task.gone.old"));
  }
}
