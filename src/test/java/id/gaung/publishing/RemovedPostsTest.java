package id.gaung.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.gaung.channel.Channels;
import id.gaung.engagement.EngagementFeature;
import id.gaung.followup.FollowUpFeature;
import id.gaung.identity.IdentityFeature;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Tone;
import id.gaung.platform.Deleting;
import id.gaung.platform.Failure;
import id.gaung.platform.PostOption;
import id.gaung.platform.Replying;
import id.gaung.publishing.PostRemovals.Removal;
import id.gaung.publishing.PostRemovals.State;
import id.gaung.removal.RemovalFeature;
import id.gaung.removal.Removals.OrderRemoval;
import id.gaung.web.Form;
import id.gaung.web.View;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Posts that the office takes away from their network. */
class RemovedPostsTest extends PostsWorld {

  private static final Failure BUSY = Failure.of(Failure.Kind.TRANSIENT, "HTTP 503", "unavailable");

  private RemovalFeature removal;
  private FollowUpFeature followUp;
  private UUID post;

  @BeforeEach
  void out() {
    followUp = new FollowUpFeature(world.foundation, channels, publishing);
    removal =
        new RemovalFeature(
            world.foundation,
            channels,
            publishing,
            followUp.followUps(),
            new IdentityFeature(world.foundation, true, URI.create("http://localhost")).people());
    publishing.listen(EngagementFeature.watches(world.foundation));
    post = own(rendition());
    publishing
        .renditions()
        .approve(world.approver, row().id(), new AdvanceRendition(row().version()));
    stepTo(EVENING);
    publishing.engine().runOnce();
    assertThat(row().state()).isEqualTo(RenditionState.PUBLISHED);
  }

  private ComposedRendition rendition() {
    return new ComposedRendition(
        channel,
        "Kabar kantor. #umkm",
        EVENING,
        List.of(),
        Map.of(PostOption.THREAD, "Bagian dua\n---\nBagian tiga\n---\nBagian empat"));
  }

  private List<PostFollowUps.State> parts() {
    return followUp.followUps().of(List.of(row().id())).get(row().id()).stream()
        .map(PostFollowUps.FollowUp::state)
        .toList();
  }

  private void sendParts() {
    followUp.schedules().get(0).job().run();
  }

  private RenditionRow row() {
    return only(post);
  }

  private Removal order() {
    return removal
        .removals()
        .order(world.staff, row().id(), new OrderRemoval(" Harga salah ", row().version()));
  }

  private void later(Duration by) {
    world.clock.step(by);
    removal.schedules().get(0).job().run();
  }

  private Optional<Removal> stored() {
    return Optional.ofNullable(removal.removals().of(List.of(row().id())).get(row().id()));
  }

  private Document page() {
    return Jsoup.parse(render(publishing.doors().views().show(viewer(world.staff), post, "")));
  }

  private List<String> audited() {
    return world.jdbi.withHandle(
        h ->
            h.createQuery(
                    "select action || ' ' || actor_name from audit_event"
                        + " where subject_id = :id and action ~ 'removal|removed|taken-away' order by seq")
                .bind("id", row().id())
                .mapTo(String.class)
                .list());
  }

  private String watch() {
    return world.jdbi.withHandle(
        h ->
            h.createQuery(
                    "select coalesce(end_reason, 'watched') from watch where rendition_id = :id")
                .bind("id", row().id())
                .mapTo(String.class)
                .one());
  }

  @Test
  void a_post_is_taken_away_at_once_with_its_reason_and_whoever_wanted_it() {
    assertThat(page().select(".menu button[popovertarget=ask-removal-" + row().id() + "]"))
        .hasSize(1);

    Removal done = order();

    assertThat(done.state()).isEqualTo(State.DONE);
    assertThat(network.deleted).extracting(p -> p.remoteId()).hasSize(1);
    assertThat(row().state()).isEqualTo(RenditionState.REMOVED);
    assertThat(row().reason()).contains("Harga salah");
    assertThat(watch()).isNotEqualTo("watched");
    assertThat(page().text())
        .contains("Dihapus oleh kita dari Bluesky", "Harga salah")
        .doesNotContain("!publishing");
    assertThat(page().select(".menu button[popovertarget=ask-removal-" + row().id() + "]"))
        .isEmpty();
    assertThat(audited())
        .hasSize(2)
        .anyMatch(line -> line.startsWith("rendition.taken-away"))
        .allMatch(line -> line.endsWith(world.staff.name()));
    later(Duration.ofHours(3));
    assertThat(network.deleted).hasSize(1);
  }

  @Test
  void what_we_deleted_is_told_as_that_and_calmly_with_its_whole_history() {
    order();

    Document page = page();
    assertThat(row().tone()).isEqualTo(Tone.PLAIN);
    assertThat(page.select("#standing .state, table.accounts .state").eachText())
        .isNotEmpty()
        .allMatch("Dihapus oleh kita"::equals);
    assertThat(page.select("#standing .state.bad, table.accounts .state.bad")).isEmpty();
    assertThat(page.select("ol.trail li span:last-child").eachText())
        .containsExactly(
            "Dihapus oleh kita di 1 akun, atas permintaan Rina. “Harga salah”",
            "Tayang di 1 akun.",
            "Pak Hadi menyetujui di 1 akun.",
            "Rina menjadwalkan untuk Sel 24 Nov · 19.30 WITA di 1 akun.",
            "Rina menyusun unggahan ini.");
    assertThat(page.text()).doesNotContain("Hilang dari medsos", "tidak ada di medsosnya");
    List<Boolean> told =
        world.jdbi.withHandle(
            h ->
                h.createQuery("select taken_away from publishing_outcome_line where post_id = :id")
                    .bind("id", post)
                    .mapTo(Boolean.class)
                    .list());
    assertThat(told).containsExactly(true);
  }

  @Test
  void one_that_a_reading_missed_before_the_network_answered_us_is_ours_too() {
    network.deletions.add(new Deleting.Unknown(BUSY));
    order();
    publishing.renditions().markRemoved(List.of(row().id()), Actor.system("Gaung"));
    assertThat(row().stateKey()).isEqualTo("publishing.state.REMOVED");

    later(Duration.ofMinutes(2));

    assertThat(row().stateKey()).isEqualTo("publishing.taken-away");
  }

  @Test
  void a_network_that_does_not_answer_is_asked_until_it_does() {
    network.deletions.add(new Deleting.Unknown(BUSY));
    network.deletions.add(new Deleting.Failed(BUSY));

    assertThat(order().state()).isEqualTo(State.ORDERED);
    assertThat(row().state()).isEqualTo(RenditionState.PUBLISHED);
    assertThat(page().text()).contains("Gaung terus mencoba");
    assertThatThrownBy(this::order).isInstanceOf(Problem.class);
    later(Duration.ofSeconds(30));
    assertThat(network.deleted).as("not before its time").hasSize(1);
    later(Duration.ofMinutes(1));
    assertThat(stored().orElseThrow().failureKind()).contains("TRANSIENT");
    later(Duration.ofMinutes(3));

    assertThat(stored().orElseThrow().state()).isEqualTo(State.DONE);
    assertThat(row().state()).isEqualTo(RenditionState.REMOVED);
    assertThat(network.deleted).hasSize(3);
  }

  @Test
  void without_a_reason_the_question_comes_back_with_the_field_marked() {
    Form sent = Form.empty().with("version", String.valueOf(row().version())).with("reason", "  ");
    Response refused = removal.pages().order(viewer(world.staff), row().id(), sent);

    assertThat(refused.getStatus()).isEqualTo(422);
    Document page = Jsoup.parse(render((View) refused.getEntity()));
    assertThat(page.select("#f-reason[aria-invalid=true]")).hasSize(1);
    assertThat(page.select("[role=alert] li").eachText())
        .allMatch(line -> line.matches("(Alasan|Reason): Mohon diisi."));
    assertThat(page.select("#ask-removal-" + row().id() + "[popover]")).isEmpty();
    assertThat(page.text()).doesNotContain("reason:");
  }

  @Test
  void a_process_killed_while_it_asked_asks_again() {
    world.jdbi.useHandle(
        h ->
            h.execute(
                "insert into removal (rendition_id, ordered_by, ordered_at, reason, state,"
                    + " attempts, next_at) values (?, ?, ?, 'x', 'ORDERED', 1, ?)",
                row().id(),
                world.staff.id().orElseThrow(),
                world.clock.instant(),
                world.clock.instant().plusSeconds(300)));
    later(Duration.ofMinutes(4));
    assertThat(network.deleted).isEmpty();
    later(Duration.ofMinutes(1));
    assertThat(row().state()).isEqualTo(RenditionState.REMOVED);
  }

  @Test
  void what_the_network_refuses_for_good_is_said_and_may_be_ordered_again() {
    network.deletions.add(
        new Deleting.Failed(Failure.of(Failure.Kind.PERMISSION, "HTTP 403", "no scope")));

    assertThat(order().state()).isEqualTo(State.REFUSED);

    assertThat(row().state()).isEqualTo(RenditionState.PUBLISHED);
    assertThat(watch()).isEqualTo("watched");
    assertThat(page().text()).contains("masih terlihat", "Harga salah");
    assertThat(audited()).hasSize(2);
    assertThat(order().state()).isEqualTo(State.DONE);
  }

  @Test
  void a_network_that_is_down_for_days_is_given_up() {
    network.deletions.add(new Deleting.Failed(BUSY));
    network.deletions.add(new Deleting.Failed(BUSY));
    order();
    later(Duration.ofDays(2));
    assertThat(stored().orElseThrow().state()).isEqualTo(State.REFUSED);
  }

  @Test
  void it_takes_staff_what_was_seen_and_a_post_that_is_out() {
    UUID id = row().id();
    int version = row().version();
    assertThatThrownBy(
            () ->
                removal
                    .removals()
                    .order(world.person("Tamu", Role.OBSERVER), id, new OrderRemoval("x", version)))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(
            () -> removal.removals().order(world.staff, id, new OrderRemoval("x", version + 1)))
        .isInstanceOf(Problem.class);
    order();
    assertThatThrownBy(this::order).isInstanceOf(Problem.class);
    assertThat(network.deleted).hasSize(1);
  }

  @Test
  void by_hand_and_without_a_login_nobody_is_asked() {
    channels
        .channels()
        .disconnect(
            world.person("Ayu", Role.ADMIN), channel, new Channels.DisconnectChannel(version()));
    assertThat(page().select(".menu button[popovertarget=ask-removal-" + row().id() + "]"))
        .isEmpty();
    assertThatThrownBy(this::order)
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.key()).isEqualTo("publishing.removal.not-offered"));
    assertThat(network.deleted).isEmpty();
  }

  @Test
  void its_thread_goes_before_it_from_the_end_and_goes_on_where_it_was_refused() {
    network.replyScript.add(network::show);
    network.replyScript.add(network::show);
    network.replyScript.add(reply -> new Replying.Failed(BUSY));
    sendParts();
    assertThat(parts())
        .containsExactly(
            PostFollowUps.State.OUT, PostFollowUps.State.OUT, PostFollowUps.State.WAITING);
    List<String> stood =
        network.replies.stream().map(reply -> "at://" + reply.id()).limit(2).toList();
    network.deletions.add(new Deleting.Gone());
    network.deletions.add(new Deleting.Unknown(BUSY));

    assertThat(order().state()).isEqualTo(State.ORDERED);
    assertThat(row().state()).isEqualTo(RenditionState.PUBLISHED);
    assertThat(parts())
        .containsExactly(
            PostFollowUps.State.OUT, PostFollowUps.State.REMOVED, PostFollowUps.State.LEFT_OUT);
    later(Duration.ofMinutes(2));

    assertThat(row().state()).isEqualTo(RenditionState.REMOVED);
    assertThat(network.deleted)
        .extracting(p -> p.remoteId())
        .containsExactly(stood.get(1), stood.get(0), stood.get(0), row().remoteId().orElseThrow());
    sendParts();
    assertThat(network.replies).hasSize(3);
  }

  @Test
  void it_waits_until_nothing_more_can_come_out_under_it() {
    network.replyScript.add(
        reply -> {
          network.show(reply);
          return new Replying.Unknown(BUSY);
        });
    sendParts();
    assertThat(order().state()).isEqualTo(State.ORDERED);
    assertThat(network.deleted).isEmpty();
    world.clock.step(Duration.ofSeconds(10));
    sendParts();
    assertThat(parts()).first().isEqualTo(PostFollowUps.State.OUT);
    later(Duration.ofMinutes(1));
    assertThat(row().state()).isEqualTo(RenditionState.REMOVED);
    assertThat(network.deleted).hasSize(2);
    assertThat(network.replies).hasSize(1);
  }

  @Test
  void what_did_not_come_out_is_not_tried_again_under_a_post_that_is_to_go() {
    network.replyScript.add(reply -> new Replying.Unknown(BUSY));
    sendParts();
    order();
    world.clock.step(Duration.ofSeconds(10));
    sendParts();
    assertThat(parts()).hasSize(3).containsOnly(PostFollowUps.State.LEFT_OUT);
    later(Duration.ofMinutes(5));
    sendParts();
    assertThat(network.replies).hasSize(1);
    assertThat(row().state()).isEqualTo(RenditionState.REMOVED);
  }

  private int version() {
    return channels.channels().get(channel).version();
  }
}
