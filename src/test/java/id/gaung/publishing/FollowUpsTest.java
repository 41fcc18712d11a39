package id.gaung.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.gaung.followup.FollowUpFeature;
import id.gaung.followup.SettleFollowUp;
import id.gaung.followup.SettleFollowUp.Decision;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Evidence;
import id.gaung.platform.Failure;
import id.gaung.platform.LookUp;
import id.gaung.platform.PostOption;
import id.gaung.platform.RemotePost;
import id.gaung.platform.Reply;
import id.gaung.platform.Replying;
import id.gaung.publishing.PostFollowUps.FollowUp;
import id.gaung.publishing.PostFollowUps.State;
import id.gaung.publishing.PublishingSwitch.TurnSwitch;
import id.gaung.publishing.Settlements.SettleRendition.Settled;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The parts of a thread, after their post is out. */
class FollowUpsTest extends PostsWorld {

  private static final Failure BUSY = Failure.of(Failure.Kind.TRANSIENT, "HTTP 503", "unavailable");
  private static final String THREAD = "Bagian dua\n---\nBagian tiga\r\n---\r\nBagian empat";

  private FollowUpFeature followUp;
  private UUID post;

  @BeforeEach
  void out() {
    followUp = new FollowUpFeature(world.foundation, channels, publishing);
    post =
        own(
            new ComposedRendition(
                channel,
                "Kabar kantor. #umkm",
                EVENING,
                List.of(),
                Map.of(PostOption.THREAD, THREAD)));
    publishing
        .renditions()
        .approve(world.approver, row().id(), new AdvanceRendition(row().version()));
    stepTo(EVENING);
    publishing.engine().runOnce();
    assertThat(row().state()).isEqualTo(RenditionState.PUBLISHED);
  }

  private RenditionRow row() {
    return only(post);
  }

  private void run() {
    followUp.schedules().get(0).job().run();
  }

  private void later(Duration by) {
    world.clock.step(by);
    run();
  }

  private List<FollowUp> parts() {
    return followUp.followUps().of(List.of(row().id())).getOrDefault(row().id(), List.of());
  }

  private List<State> states() {
    return parts().stream().map(FollowUp::state).toList();
  }

  private Settled settle(FollowUp one, Decision decision, boolean confirmed) {
    return followUp
        .decisions()
        .settle(
            world.staff,
            one.id(),
            new SettleFollowUp(decision, Optional.empty(), confirmed, one.version()));
  }

  private Document page() {
    return Jsoup.parse(render(publishing.doors().views().show(viewer(world.staff), post, "")));
  }

  private long needing() {
    return followUp.followUps().troubled(5).total();
  }

  private static Replying lost(Reply reply) {
    return new Replying.Unknown(BUSY);
  }

  private Replying lostOnItsWayBack(Reply reply) {
    network.show(reply);
    return lost(reply);
  }

  @Test
  void they_come_out_in_order_each_under_the_one_before() {
    assertThat(states()).containsExactly(State.WAITING, State.WAITING, State.WAITING);
    assertThat(page().text()).contains("Utas 2/4", "Menunggu giliran", "Bagian empat");
    assertThat(page().select("#live").attr("hx-get")).as("asked again").isNotEmpty();

    run();

    assertThat(states()).hasSize(3).containsOnly(State.OUT);
    assertThat(network.replies)
        .extracting(Reply::text)
        .containsExactly("Bagian dua", "Bagian tiga", "Bagian empat");
    List<Reply> sent = List.copyOf(network.replies);
    RemotePost root = row().post().orElseThrow();
    assertThat(sent).allMatch(one -> one.root().equals(root));
    assertThat(sent.get(0).parent()).isEqualTo(root);
    assertThat(sent.get(1).parent().remoteId()).isEqualTo("at://" + sent.get(0).id());
    assertThat(sent.get(2).parent().remoteId()).isEqualTo("at://" + sent.get(1).id());
    assertThat(page().text()).doesNotContain("!publishing", "Menunggu giliran");
    assertThat(page().select("#live").attr("hx-get")).isEmpty();
    later(Duration.ofDays(2));
    assertThat(network.replies).hasSize(3);
  }

  @Test
  void a_process_killed_between_two_goes_on_with_the_next() {
    network.replyScript.add(network::show);
    network.replyScript.add(
        reply -> {
          network.show(reply);
          throw new AssertionError("killed");
        });

    assertThatThrownBy(this::run).hasMessage("killed");
    assertThat(states()).containsExactly(State.OUT, State.ASKING, State.WAITING);
    run();
    assertThat(network.replies).as("its lease stands").hasSize(2);
    later(Duration.ofMinutes(6));

    assertThat(states()).hasSize(3).containsOnly(State.OUT);
    assertThat(network.replies).hasSize(3);
    assertThat(network.shownReplies.values()).allMatch(times -> times.get() == 1);
  }

  @Test
  void an_answer_that_was_lost_is_looked_up_and_nothing_comes_out_twice() {
    network.replyScript.add(this::lostOnItsWayBack);
    run();
    assertThat(states()).containsExactly(State.UNCERTAIN, State.WAITING, State.WAITING);
    assertThat(page().text()).contains("Belum pasti tayang, sedang diperiksa");
    later(Duration.ofSeconds(10));
    assertThat(states()).hasSize(3).containsOnly(State.OUT);
    assertThat(network.replies).hasSize(3);
  }

  @Test
  void what_certainly_did_not_arrive_is_sent_again() {
    network.replyScript.add(FollowUpsTest::lost);
    run();
    later(Duration.ofSeconds(10));
    assertThat(states()).hasSize(3).containsOnly(State.WAITING);
    later(Duration.ofMinutes(1));
    assertThat(states()).hasSize(3).containsOnly(State.OUT);
    assertThat(network.replies).hasSize(4);
    List<Reply> sent = List.copyOf(network.replies);
    assertThat(sent.get(1).id()).isEqualTo(sent.get(0).id()).isEqualTo(parts().get(0).id());
    assertThat(sent.get(1).firstAttemptAt()).isEqualTo(sent.get(0).firstAttemptAt());
    assertThat(sent.get(1).attemptAt()).isAfter(sent.get(0).attemptAt());
  }

  @Test
  void what_no_look_up_can_tell_is_for_a_person() {
    network.replyScript.add(FollowUpsTest::lost);
    RemotePost there = new RemotePost("at://lain", Optional.empty());
    LookUp unclear =
        LookUp.Undecided.among(
            List.of(new LookUp.Candidate(there, Optional.empty(), "Bagian dua, kira-kira")),
            List.of());
    for (int i = 0; i < 6; i++) {
      network.lookUpScript.add(unclear);
    }
    run();
    later(Duration.ofSeconds(10));
    later(Duration.ofMinutes(1));
    later(Duration.ofMinutes(5));
    assertThat(needing()).isZero();
    later(Duration.ofMinutes(15));
    assertThat(needing()).isOne();
    assertThat(page().text()).contains("perlu Anda periksa", "Bagian dua, kira-kira");
    FollowUp one = parts().get(0);
    assertThat(one.candidates()).hasSize(1);
    assertThatThrownBy(() -> settle(one, Decision.RETRY, false))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.key()).isEqualTo("publishing.follow-up.candidates"));

    FollowUp seen = parts().get(0);
    Settled settled =
        followUp
            .decisions()
            .settle(
                world.staff,
                seen.id(),
                new SettleFollowUp(Decision.OUT, Optional.of("at://lain"), false, seen.version()));

    assertThat(settled).isEqualTo(Settled.AS_DECIDED);
    run();
    assertThat(states()).hasSize(3).containsOnly(State.OUT);
    assertThat(network.replies).hasSize(3);
    assertThat(List.copyOf(network.replies).get(1).parent()).isEqualTo(there);
    assertThat(needing()).isZero();
  }

  @Test
  void the_network_is_asked_before_a_person_is_believed() {
    network.replyScript.add(this::lostOnItsWayBack);
    network.lookUpScript.add(LookUp.Undecided.unreadable());
    run();
    later(Duration.ofSeconds(10));
    assertThat(needing()).isOne();
    assertThat(settle(parts().get(0), Decision.RETRY, false)).isEqualTo(Settled.FOUND_OUT);
    run();
    assertThat(states()).hasSize(3).containsOnly(State.OUT);
    assertThat(network.shownReplies.values()).allMatch(times -> times.get() == 1);
  }

  private static Replying step(Reply reply, String container, Duration pause) {
    return new Replying.Continue(
        new Checkpoint(Map.of("before", reply.checkpoint().toString(), "container", container)),
        pause);
  }

  @Test
  void what_is_prepared_is_stored_before_each_step_and_is_no_attempt_of_its_own() {
    network.replyScript.add(reply -> step(reply, "c1", Duration.ofSeconds(3)));
    network.replyScript.add(reply -> step(reply, "c2", Duration.ofSeconds(2)));
    run();
    assertThat(network.replies).hasSize(1);
    assertThat(states()).containsExactly(State.WAITING, State.WAITING, State.WAITING);
    later(Duration.ofSeconds(2));
    assertThat(network.replies).as("the pause is kept").hasSize(1);
    later(Duration.ofSeconds(1));
    later(Duration.ofSeconds(2));

    assertThat(states()).hasSize(3).containsOnly(State.OUT);
    List<Reply> sent = List.copyOf(network.replies);
    assertThat(sent).hasSize(5);
    assertThat(sent.get(0).checkpoint()).isEqualTo(Checkpoint.START);
    assertThat(sent.get(1).checkpoint().values()).containsEntry("container", "c1");
    assertThat(sent.get(2).checkpoint().values()).containsEntry("container", "c2");
    assertThat(sent.get(3).checkpoint()).as("another part").isEqualTo(Checkpoint.START);
    assertThat(audited()).hasSize(3).allMatch(line -> line.startsWith("OUT "));
    List<Integer> attempts =
        world.jdbi.withHandle(
            h -> h.createQuery("select attempts from follow_up").mapTo(Integer.class).list());
    assertThat(attempts).containsOnly(1);
  }

  @Test
  void a_process_killed_in_a_step_goes_on_from_what_was_stored() {
    Checkpoint found = new Checkpoint(Map.of("container", "c1"));
    network.replyScript.add(reply -> step(reply, "c1", Duration.ZERO));
    network.replyScript.add(
        reply -> {
          throw new AssertionError("killed");
        });
    network.lookUpScript.add(new LookUp.NotPublished(found));
    assertThatThrownBy(this::run).hasMessage("killed");
    later(Duration.ofMinutes(6));
    assertThat(network.lookUps.get()).isOne();
    later(Duration.ofMinutes(1));

    assertThat(states()).hasSize(3).containsOnly(State.OUT);
    assertThat(List.copyOf(network.replies).get(2).checkpoint()).isEqualTo(found);
  }

  @Test
  void what_is_not_known_keeps_what_was_stored_and_a_person_begins_anew() {
    network.replyScript.add(reply -> step(reply, "c1", Duration.ZERO));
    network.replyScript.add(FollowUpsTest::lost);
    network.lookUpScript.add(LookUp.Undecided.unreadable());
    network.lookUpScript.add(LookUp.Undecided.unreadable());
    run();
    later(Duration.ofSeconds(10));
    assertThat(needing()).isOne();

    settle(parts().get(0), Decision.RETRY, true);
    run();

    assertThat(states()).hasSize(3).containsOnly(State.OUT);
    assertThat(List.copyOf(network.replies).get(2).checkpoint()).isEqualTo(Checkpoint.START);
  }

  @Test
  void the_stop_and_a_post_that_is_gone_hold_what_is_only_prepared() {
    network.replyScript.add(reply -> step(reply, "c1", Duration.ZERO));
    network.replyScript.add(reply -> step(reply, "c2", Duration.ofSeconds(5)));
    run();
    publishing.control().stop(world.staff, new TurnSwitch("Berkabung"));
    later(Duration.ofMinutes(1));
    assertThat(network.replies).hasSize(2);
    world.foundation.transactions().run(() -> publishing.gone(world.staff, row().id(), "Salah"));
    publishing.control().start(world.staff, new TurnSwitch("Selesai"));
    later(Duration.ofMinutes(1));
    assertThat(states()).hasSize(3).containsOnly(State.LEFT_OUT);
    assertThat(network.replies).hasSize(2);
  }

  @Test
  void a_part_that_is_not_there_cannot_be_called_out() {
    network.replyScript.add(FollowUpsTest::lost);
    network.lookUpScript.add(LookUp.Undecided.unreadable());
    run();
    later(Duration.ofSeconds(10));
    assertThatThrownBy(() -> settle(parts().get(0), Decision.OUT, false))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.key()).isEqualTo("publishing.follow-up.not-there"));
    // Where nobody can tell, the person is believed, and the thread goes on under its beginning.
    network.lookUpScript.add(LookUp.Undecided.because(Evidence.Kind.RECORD_NOT_READ));
    settle(parts().get(0), Decision.OUT, false);
    run();
    assertThat(states()).hasSize(3).containsOnly(State.OUT);
    assertThat(List.copyOf(network.replies).get(1).parent()).isEqualTo(row().post().orElseThrow());
  }

  @Test
  void a_part_that_is_refused_says_why_and_the_post_stays_out() {
    network.replyScript.add(network::show);
    network.replyScript.add(
        reply ->
            new Replying.Failed(
                Failure.of(Failure.Kind.TEXT_REJECTED, "InvalidRequest", "too rude <b>")));
    run();

    assertThat(states()).containsExactly(State.OUT, State.FAILED, State.WAITING);
    assertThat(row().state()).isEqualTo(RenditionState.PUBLISHED);
    assertThat(needing()).isOne();
    assertThat(page().text()).contains("Gagal terbit", "too rude <b>").doesNotContain("!p");
    FollowUp refused = parts().get(1);
    assertThat(page().select("form[action=/follow-ups/" + refused.id() + "]")).hasSize(2);
    assertThat(page().text()).contains("begitu juga bagian setelahnya");

    settle(refused, Decision.LEAVE_OUT, false);

    assertThat(states()).containsExactly(State.OUT, State.LEFT_OUT, State.LEFT_OUT);
    assertThat(needing()).isZero();
    later(Duration.ofHours(3));
    assertThat(network.replies).hasSize(2);
  }

  @Test
  void a_trouble_that_passes_is_tried_again_less_and_less_often_for_a_day() {
    for (int i = 0; i < 40; i++) {
      network.replyScript.add(reply -> new Replying.Failed(BUSY));
    }
    run();
    assertThat(states()).first().isEqualTo(State.WAITING);
    later(Duration.ofSeconds(14));
    assertThat(network.replies).hasSize(1);
    later(Duration.ofSeconds(1));
    assertThat(network.replies).hasSize(2);
    for (int hour = 0; hour < 26; hour++) {
      later(Duration.ofHours(1));
    }
    assertThat(states()).first().isEqualTo(State.FAILED);
    assertThat(network.replies).hasSizeBetween(10, 34);
    network.replyScript.clear();
    settle(parts().get(0), Decision.RETRY, false);
    run();
    assertThat(states()).hasSize(3).containsOnly(State.OUT);
  }

  @Test
  void the_stop_holds_what_was_not_sent_and_a_paused_campaign_does_not() {
    publishing.control().stop(world.staff, new TurnSwitch("Berkabung"));
    later(Duration.ofMinutes(1));
    assertThat(network.replies).isEmpty();
    publishing.control().start(world.staff, new TurnSwitch("Selesai"));
    world.jdbi.useHandle(h -> h.execute("update campaign set state = 'PAUSED'"));
    run();
    assertThat(states()).hasSize(3).containsOnly(State.OUT);
  }

  @Test
  void nothing_more_comes_under_a_post_that_is_gone() {
    world.foundation.transactions().run(() -> publishing.gone(world.staff, row().id(), "Salah"));
    assertThat(states()).hasSize(3).containsOnly(State.LEFT_OUT);
    run();
    assertThat(network.replies).isEmpty();
  }

  @Test
  void deciding_takes_staff_and_what_was_seen() {
    FollowUp one = parts().get(0);
    SettleFollowUp order =
        new SettleFollowUp(Decision.LEAVE_OUT, Optional.empty(), false, one.version());
    assertThatThrownBy(
            () -> followUp.decisions().settle(world.person("Tamu", Role.OBSERVER), one.id(), order))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() -> settle(one, Decision.RETRY, false)).isInstanceOf(Problem.class);
    followUp.decisions().settle(world.staff, one.id(), order);
    assertThat(states()).hasSize(3).containsOnly(State.LEFT_OUT);
    assertThatThrownBy(() -> followUp.decisions().settle(world.staff, one.id(), order))
        .isInstanceOf(Problem.class);
    assertThat(audited()).containsExactly("LEFT_OUT " + world.staff.name());
  }

  private List<String> audited() {
    return world.jdbi.withHandle(
        h ->
            h.createQuery(
                    "select (details::jsonb ->> 'to') || ' ' || actor_name from audit_event"
                        + " where subject_id = :id and action = 'rendition.follow-up' order by seq")
                .bind("id", row().id())
                .mapTo(String.class)
                .list());
  }

  @Test
  void each_change_is_in_the_log() {
    run();
    assertThat(audited()).hasSize(3).allMatch(line -> line.startsWith("OUT "));
  }

  @Test
  void two_processes_at_once_send_nothing_twice() throws InterruptedException {
    List<Thread> nodes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      nodes.add(new Thread(this::run));
    }
    nodes.forEach(Thread::start);
    for (Thread node : nodes) {
      node.join(10_000);
    }
    run();
    assertThat(states()).hasSize(3).containsOnly(State.OUT);
    assertThat(network.replies).hasSize(3);
  }
}
