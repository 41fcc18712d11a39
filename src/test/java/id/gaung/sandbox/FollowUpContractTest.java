package id.gaung.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.Ability;
import id.gaung.platform.Access;
import id.gaung.platform.Attachment;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Failure;
import id.gaung.platform.Listing;
import id.gaung.platform.LookUp;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.PostOption;
import id.gaung.platform.RemotePost;
import id.gaung.platform.Reply;
import id.gaung.platform.Replying;
import id.gaung.platform.SocialPlatform;
import id.gaung.sandbox.ContractWorld.Tried;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every module keeps whose client puts threads or comments under posts, against its practice
 * server.
 */
@Tag("database")
class FollowUpContractTest {

  private static final ContractWorld WORLD = new ContractWorld();

  private static final int MOST_STEPS = 20;

  /** Each way to connect with each kind that its accounts declare. */
  static Stream<Arguments> kinds() {
    return NetworkModule.connected().stream()
        .filter(module -> !ContractWorld.isHanded(module))
        .flatMap(module -> WORLD.ways(module).stream())
        .flatMap(
            tried ->
                Stream.of(PostOption.THREAD, PostOption.FIRST_COMMENT)
                    .filter(tried.module().options(WORLD.connected(tried).account())::contains)
                    .map(kind -> Arguments.of(tried, kind)));
  }

  @AfterEach
  void switchOff() {
    NetworkModule.connected().forEach(WORLD.practice.faults::switchOffAll);
  }

  @AfterAll
  static void close() {
    WORLD.close();
  }

  /** A post of an account, with what is to follow it. */
  private final class Posted {
    final NetworkModule module;
    final Access access;
    final SocialPlatform client;
    final PostOption kind;
    final RemotePost root;
    final Instant since = WORLD.practice.clock.instant();
    private final Map<UUID, Checkpoint> stored = new HashMap<>();

    Posted(Tried tried, PostOption kind) {
      this.kind = kind;
      module = tried.module();
      access = WORLD.connected(tried);
      client = WORLD.client(module);
      Attachment attachment =
          client.rules(access.account()).textAlone()
              ? Attachment.NONE
              : WORLD.attachment(
                  module.traits().attachments().contains(Attachment.Kind.PICTURES)
                      ? Optional.of(Attachment.Kind.PICTURES)
                      : Optional.of(Attachment.Kind.VIDEO));
      root =
          WORLD
              .drive(client, access, WORLD.publication(attachment, Map.of()), Checkpoint.START)
              .published()
              .post();
      WORLD.practice.clock.move(Duration.ofMinutes(1));
    }

    Reply under(RemotePost parent) {
      Instant now = WORLD.practice.clock.instant();
      UUID id = UUID.randomUUID();
      return new Reply(
          id,
          now,
          now,
          kind,
          root,
          parent,
          "Lanjutan " + id + " & lebih dari <b>itu</b>\nPesan: https://toko.example/a #UMKM",
          "id",
          Map.of(),
          Checkpoint.START);
    }

    RemotePost out(Reply reply) {
      Replying answer = sent(reply);
      assertThat(answer).isInstanceOf(Replying.Out.class);
      WORLD.practice.clock.move(Duration.ofSeconds(5));
      return ((Replying.Out) answer).post();
    }

    /** Step after step, each from what was stored before it. */
    Replying sent(Reply reply) {
      for (int step = 0; step < MOST_STEPS; step++) {
        Replying answer = client.reply(access, stored(reply));
        if (!(answer instanceof Replying.Continue next)) {
          return answer;
        }
        stored.put(reply.id(), next.checkpoint());
        WORLD.practice.clock.move(next.pause());
      }
      throw new AssertionError("no end after " + MOST_STEPS + " steps");
    }

    private Reply stored(Reply reply) {
      return reply.from(stored.getOrDefault(reply.id(), Checkpoint.START));
    }

    LookUp lookUp(Reply reply, RemotePost... held) {
      return client.lookUp(
          access,
          stored(reply),
          Stream.of(held).map(RemotePost::remoteId).collect(Collectors.toSet()));
    }

    void isThere(Reply reply, int times) {
      assertThat(WORLD.arrived(module, access, reply.text())).hasSize(times);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void they_come_out_in_order_are_found_and_stand_in_no_list(Tried tried, PostOption kind) {
    Posted posted = new Posted(tried, kind);
    Reply first = posted.under(posted.root);
    RemotePost one = posted.out(first);
    Reply second = posted.under(kind == PostOption.THREAD ? one : posted.root);
    RemotePost two = posted.out(second);

    posted.isThere(first, 1);
    posted.isThere(second, 1);
    assertThat(List.of(one.remoteId(), two.remoteId(), posted.root.remoteId()))
        .doesNotHaveDuplicates();
    String parent = kind == PostOption.THREAD ? one.remoteId() : posted.root.remoteId();
    assertThat(WORLD.arrived(posted.module, posted.access, second.text()).get(0).recordJson())
        .contains(parent);
    WORLD.practice.clock.move(Duration.ofMinutes(5));
    assertThat(posted.lookUp(first, two)).isEqualTo(new LookUp.Found(one));
    assertThat(posted.lookUp(second, one)).isEqualTo(new LookUp.Found(two));
    if (WORLD.isAble(tried, Ability.LIST)) {
      assertThat(ContractWorld.listed(posted.client, posted.access, posted.since))
          .extracting(Listing.Post::post)
          .extracting(RemotePost::remoteId)
          .containsExactly(posted.root.remoteId());
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void an_answer_that_was_lost_is_found(Tried tried, PostOption kind) {
    Posted posted = new Posted(tried, kind);
    Reply reply = posted.under(posted.root);
    WORLD.practice.faults.switchOn(NewFault.of(posted.module, FaultKind.LOST_ANSWER).times(1));

    assertThat(posted.sent(reply)).isInstanceOf(Replying.Unknown.class);

    posted.isThere(reply, 1);
    WORLD.practice.clock.move(Duration.ofMinutes(5));
    assertThat(posted.lookUp(reply)).isInstanceOf(LookUp.Found.class);
    posted.isThere(reply, 1);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void what_never_arrived_is_known_not_to_be_there(Tried tried, PostOption kind) {
    Posted posted = new Posted(tried, kind);
    Reply before = posted.under(posted.root);
    RemotePost known = posted.out(before);
    Reply reply = posted.under(posted.root);
    WORLD.practice.faults.switchOn(
        NewFault.of(posted.module, FaultKind.HTTP_500).on(FaultScope.PUBLISHING).times(1));
    posted.sent(reply);
    posted.isThere(reply, 0);
    WORLD.practice.clock.move(Duration.ofMinutes(6));
    assertThat(posted.lookUp(reply, known)).isInstanceOf(LookUp.NotPublished.class);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void under_a_post_that_is_gone_nothing_comes_out(Tried tried, PostOption kind) {
    Posted posted = new Posted(tried, kind);
    WORLD.practice.faults.deletePost(posted.module, posted.root.remoteId());
    Reply early = posted.under(posted.root);
    assertThat(refusal(posted, early).passes()).as("a network may not know it yet").isTrue();
    Reply late =
        new Reply(
            early.id(),
            early.firstAttemptAt().minus(Duration.ofMinutes(6)),
            early.attemptAt(),
            kind,
            early.root(),
            early.parent(),
            early.text(),
            early.language(),
            early.options(),
            early.checkpoint());
    assertThat(refusal(posted, late).kind()).isEqualTo(Failure.Kind.REJECTED);
    assertThat(refusal(posted, late).code()).isEqualTo("content.parent-gone");
    posted.isThere(early, 0);
  }

  private static Failure refusal(Posted posted, Reply reply) {
    Replying answer = posted.sent(reply);
    assertThat(answer).isInstanceOf(Replying.Failed.class);
    return answer.refusal().orElseThrow();
  }

  /** What a network's app shows under the post is no reason to send again, nor to stay silent. */
  @ParameterizedTest
  @MethodSource("kinds")
  void what_somebody_wrote_there_in_the_app_is_for_a_person(Tried tried, PostOption kind) {
    Posted posted = new Posted(tried, kind);
    Reply typed = posted.under(posted.root);
    RemotePost theirs = posted.out(typed);
    Reply ours = posted.under(posted.root);
    WORLD.practice.faults.switchOn(
        NewFault.of(posted.module, FaultKind.HTTP_500).on(FaultScope.PUBLISHING).times(1));
    posted.sent(ours);
    WORLD.practice.clock.move(Duration.ofMinutes(6));
    LookUp answer = posted.lookUp(ours);
    assertThat(answer).isNotInstanceOf(LookUp.Found.class);
    if (answer instanceof LookUp.Undecided undecided) {
      assertThat(undecided.candidates())
          .extracting(candidate -> candidate.post().remoteId())
          .containsExactly(theirs.remoteId());
    }
  }
}
