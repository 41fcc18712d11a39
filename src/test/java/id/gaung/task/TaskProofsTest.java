package id.gaung.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.gaung.engagement.EngagementFeature;
import id.gaung.engagement.Watches;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Problem;
import id.gaung.publishing.HandMarks.GiveAddress;
import id.gaung.publishing.HandMarks.MarkGone;
import id.gaung.publishing.HandMarks.MarkStanding;
import id.gaung.publishing.HandPosts.Given;
import id.gaung.publishing.HandViews.HandTasks.HandTask;
import id.gaung.publishing.RenditionRow;
import id.gaung.publishing.RenditionState;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What shows that a post by hand is out or gone, and whose its task is. */
@Tag("database")
class TaskProofsTest extends TaskWorld {

  private final Watches watches = EngagementFeature.watches(world.foundation);

  TaskProofsTest() {
    publishing.listen(watches);
  }

  private UUID picture() {
    return media.photos().storeBeforehand(hand, new ByteArrayInputStream(png()), "layar.png").id();
  }

  private static byte[] png() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  private RenditionRow row(UUID post) {
    return publishing.posts().renditions(post).get(0);
  }

  private void proved(UUID post) {
    String token =
        tasks.waitingFor(hand.id().orElseThrow(), 9).stream()
            .filter(task -> task.postId().equals(post))
            .map(task -> tasks.path(task.id(), task.personId()).replace("/tasks/", ""))
            .findFirst()
            .orElseThrow();
    tasks.published(token, Map.of(row(post).id(), new Given(" ", Optional.of(picture()))));
  }

  private List<String> watched(UUID post) {
    return world.jdbi.withHandle(
        h ->
            h.createQuery(
                    "select typed || ' ' || coalesce(end_reason, '-') || ' ' || remote_id"
                        + " from watch where rendition_id = :id")
                .bind("id", row(post).id())
                .mapTo(String.class)
                .list());
  }

  @Test
  void without_an_address_a_screenshot_shows_that_it_is_out_and_two_such_do_not_collide() {
    UUID first = post(bluesky);
    UUID second = post(bluesky);
    at(DUE);
    proved(first);
    proved(second);
    for (UUID post : List.of(first, second)) {
      assertThat(states(post)).containsOnly(RenditionState.PUBLISHED);
      assertThat(row(post).remoteUrl()).isEmpty();
      assertThat(watched(post)).containsExactly("true LADDER_DONE by-hand:" + row(post).id());
    }
    assertThat(audit("rendition.published")).isEqualTo(2);
    UUID photo =
        world.jdbi.withHandle(
            h ->
                h.createQuery("select proof_photo_id from rendition where id = :id")
                    .bind("id", row(first).id())
                    .mapTo(UUID.class)
                    .one());
    assertThat(media.photos().find(List.of(photo))).hasSize(1);
    assertThat(tasks.waitingFor(hand.id().orElseThrow(), 9)).isEmpty();
  }

  @Test
  void its_address_may_be_given_later_and_is_judged_as_any_other() {
    UUID first = post(bluesky);
    UUID second = post(bluesky);
    at(DUE);
    proved(first);
    proved(second);
    String address = "https://bsky.app/profile/umkm.bsky.social/post/3later";
    refused(first, "https://bsky.app/profile/lain.bsky.social/post/3later", "OTHER_ACCOUNT");
    address(first, address);
    assertThat(row(first).remoteUrl()).contains(address);
    assertThat(watched(first))
        .as("anybody may read what it counts, so nobody types it any more")
        .containsExactly("false - at://umkm.bsky.social/app.bsky.feed.post/3later");
    refused(second, address, "used");
    assertThatThrownBy(() -> address(first, address + "2"))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.key()).isEqualTo("publishing.hand.address.known"));
    assertThat(audit("rendition.addressed")).isEqualTo(1);
  }

  private void address(UUID post, String url) {
    publishing
        .hand()
        .marks()
        .addressed(world.staff, row(post).id(), new GiveAddress(url, row(post).version()));
  }

  private void refused(UUID post, String url, String why) {
    assertThatThrownBy(() -> address(post, url))
        .isInstanceOfSatisfying(
            Problem.class,
            p -> assertThat(p.errors().get(0).key()).isEqualTo("publishing.hand.address." + why));
  }

  @Test
  void what_vanished_is_marked_gone_and_comes_back_if_that_was_a_mistake() {
    UUID typed = post(bluesky);
    UUID read = post(mastodon);
    at(DUE);
    proved(typed);
    out(token(hand), Map.of(row(read).id(), "https://mastodon.social/@umkm/1134567"));
    assertThat(watched(read)).containsExactly("false - 1134567");
    to(DUE.plus(Duration.ofHours(3)));
    for (UUID post : List.of(typed, read)) {
      assertThatThrownBy(() -> gone(world.approver, post)).isInstanceOf(Problem.class);
      gone(world.staff, post);
      assertThat(states(post)).containsOnly(RenditionState.REMOVED);
      assertThat(row(post).reason()).contains("Dihapus pengelola");
      assertThat(watched(post).get(0)).contains("POST_GONE");
    }
    for (UUID post : List.of(typed, read)) {
      publishing
          .hand()
          .marks()
          .stands(world.staff, row(post).id(), new MarkStanding("Salah akun", row(post).version()));
      assertThat(states(post)).containsOnly(RenditionState.PUBLISHED);
      assertThat(row(post).publishedAt()).contains(DUE);
      assertThat(row(post).reason()).isEmpty();
    }
    assertThat(watched(typed).get(0)).startsWith("true LADDER_DONE");
    assertThat(watched(read).get(0)).startsWith("false -");
    assertThat(watches.nextDue()).contains(world.clock.instant());
    assertThat(audit("rendition.removed")).isEqualTo(2);
  }

  private void gone(Actor by, UUID post) {
    publishing
        .hand()
        .marks()
        .gone(by, row(post).id(), new MarkGone("Dihapus pengelola", row(post).version()));
  }

  private HandTask held(UUID post) {
    return tasks.giving().of(List.of(row(post).id())).get(row(post).id());
  }

  @Test
  void staff_see_who_has_a_task_and_give_it_to_somebody_else() {
    UUID post = post(bluesky);
    assertThat(tasks.giving().of(List.of(row(post).id()))).isEmpty();
    at(DUE);
    assertThat(held(post).person()).isEqualTo("Stafina");
    assertThat(held(post).since()).isEqualTo(DUE);
    assertThat(held(post).givenBy()).isEmpty();
    String before = token(hand);
    to(DUE.plus(Duration.ofMinutes(5)));
    GiveTask toBudi = new GiveTask(other.id().orElseThrow().toString());
    UUID task = held(post).taskId();
    assertThatThrownBy(() -> tasks.giving().give(world.approver, task, toBudi))
        .isInstanceOf(Problem.class);
    tasks.giving().give(world.staff, task, toBudi);
    assertThat(held(post).person()).isEqualTo("Budi");
    assertThat(held(post).since()).isEqualTo(DUE.plus(Duration.ofMinutes(5)));
    assertThat(held(post).givenBy()).contains(world.staff.name());
    assertThatThrownBy(() -> tasks.read(before)).isInstanceOf(Problem.class);
    assertThat(audit("task.given")).isEqualTo(1);
    assertThat(mails()).as("Budi is told").contains("TASK SHOWN").hasSize(2);
    // Back and forth: each one is told each time.
    tasks
        .giving()
        .give(world.staff, held(post).taskId(), new GiveTask(hand.id().orElseThrow().toString()));
    world.clock.step(Duration.ofMinutes(1));
    tasks.giving().give(world.staff, held(post).taskId(), toBudi);
    assertThat(mails()).hasSize(4);
    out(
        token(other),
        Map.of(row(post).id(), "https://bsky.app/profile/umkm.bsky.social/post/3given"));
    UUID done = held(post).taskId();
    assertThatThrownBy(
            () ->
                tasks
                    .giving()
                    .give(world.staff, done, new GiveTask(hand.id().orElseThrow().toString())))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.key()).isEqualTo("task.refused.over"));
  }

  @Test
  void lists_and_calendars_say_that_a_person_publishes_it_and_who() {
    UUID post = post(bluesky, mastodon);
    assertThat(publishing.slots().search("Kopi", 5))
        .singleElement()
        .satisfies(slot -> assertThat(slot.hands()).containsExactly("Stafina"));
    at(DUE);
    tasks
        .giving()
        .give(world.staff, held(post).taskId(), new GiveTask(other.id().orElseThrow().toString()));
    assertThat(publishing.slots().search("Kopi", 5))
        .as("whoever has it now")
        .singleElement()
        .satisfies(slot -> assertThat(slot.hands()).containsExactly("Budi"));
    out(
        token(other),
        Map.of(
            rows(post).get(bluesky).id(),
            "https://bsky.app/profile/umkm.bsky.social/post/3one",
            rows(post).get(mastodon).id(),
            "https://mastodon.social/@umkm/1134567"));
    assertThat(publishing.slots().search("Kopi", 5))
        .as("nobody has to do anything more")
        .singleElement()
        .satisfies(slot -> assertThat(slot.hands()).isEmpty());
  }
}
