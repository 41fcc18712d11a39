package id.gaung.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.gaung.kernel.FieldError;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Wita;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Failure;
import id.gaung.platform.PublishStep;
import id.gaung.publishing.PublishingSwitch.TurnSwitch;
import id.gaung.publishing.WholePosts.ApprovePost;
import id.gaung.publishing.WholePosts.MovePost;
import id.gaung.publishing.WholePosts.PublishPost;
import id.gaung.publishing.WholePosts.Seen;
import id.gaung.publishing.WholePosts.WithdrawPost;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A post is one thing: what is done to it on all its accounts, or on some, in one step. */
class WholePostsTest extends PostsWorld {

  private static final LocalDateTime LATER = EVENING.plusDays(2);

  private List<UUID> three() {
    return List.of(channel, channel("umkm"), channel("pasar"));
  }

  private UUID scheduled() {
    return publishing
        .posts()
        .compose(
            world.staff,
            post(approved(), three().stream().map(this::on).toArray(ComposedRendition[]::new)));
  }

  private UUID ownOnThree() {
    return publishing
        .posts()
        .compose(
            world.staff,
            new ComposePost(
                Optional.empty(),
                Optional.of(world.activeCampaign()),
                List.of(world.product),
                three().stream()
                    .map(c -> new ComposedRendition(c, "Kabar kantor.", EVENING, List.of()))
                    .toList()));
  }

  private List<RenditionRow> rows(UUID post) {
    return publishing.posts().renditions(post);
  }

  private List<Seen> seen(UUID post) {
    return rows(post).stream().map(row -> new Seen(row.id(), row.version())).toList();
  }

  private List<String> audited(UUID post) {
    return world.jdbi.withHandle(
        h ->
            h.createQuery(
                    "select action from audit_event where subject_id = any(:ids) order by seq")
                .bind("ids", rows(post).stream().map(RenditionRow::id).toArray(UUID[]::new))
                .mapTo(String.class)
                .list());
  }

  @Test
  void one_new_time_moves_all_accounts_each_with_its_audit_row() {
    UUID post = scheduled();
    publishing.whole().move(world.staff, post, new MovePost(seen(post), LATER, false));
    assertThat(rows(post))
        .hasSize(3)
        .allSatisfy(row -> assertThat(row.dueAt()).isEqualTo(Wita.instant(LATER)))
        .allSatisfy(row -> assertThat(row.state()).isEqualTo(RenditionState.SCHEDULED));
    assertThat(audited(post)).filteredOn("rendition.moved"::equals).hasSize(3);
  }

  @Test
  void a_chosen_account_is_moved_alone() {
    UUID post = scheduled();
    Seen first = seen(post).get(0);
    publishing.whole().move(world.staff, post, new MovePost(List.of(first), LATER, false));
    assertThat(rows(post).stream().map(RenditionRow::dueAt).distinct()).hasSize(2);
    assertThat(publishing.renditions().get(first.id()).dueAt()).isEqualTo(Wita.instant(LATER));
  }

  @Test
  void an_account_whose_state_does_not_allow_it_is_named_and_nothing_changes() {
    UUID post = scheduled();
    Seen first = seen(post).get(0);
    publishing.whole().cancel(world.staff, post, new WithdrawPost(List.of(first), "Salah akun"));
    assertThatThrownBy(
            () ->
                publishing.whole().move(world.staff, post, new MovePost(seen(post), LATER, false)))
        .isInstanceOfSatisfying(
            Problem.class,
            p -> {
              assertThat(p.kind()).isEqualTo(Problem.Kind.CONFLICT);
              assertThat(p.key()).isEqualTo("publishing.refused.accounts");
              assertThat(p.errors())
                  .extracting(FieldError::key)
                  .containsExactly("publishing.refused.CANCELLED");
              assertThat(p.errors().get(0).subject().orElseThrow()).startsWith("Bluesky · @");
            });
    assertThat(rows(post))
        .filteredOn(row -> row.state() == RenditionState.SCHEDULED)
        .hasSize(2)
        .allSatisfy(row -> assertThat(row.dueAt()).isEqualTo(Wita.instant(EVENING)));
  }

  @Test
  void the_second_of_two_tabs_is_told_that_somebody_was_faster() {
    UUID post = scheduled();
    List<Seen> before = seen(post);
    publishing.whole().move(world.staff, post, new MovePost(before, LATER, false));
    refused(
        "problem.stale",
        () ->
            publishing
                .whole()
                .move(world.staff, post, new MovePost(before, LATER.plusDays(1), false)));
    assertThat(rows(post))
        .allSatisfy(row -> assertThat(row.dueAt()).isEqualTo(Wita.instant(LATER)));
  }

  @Test
  void a_post_is_called_off_on_all_accounts_with_a_reason_and_once() {
    UUID post = scheduled();
    List<Seen> before = seen(post);
    publishing.whole().cancel(world.staff, post, new WithdrawPost(before, "Harga berubah"));
    assertThat(rows(post))
        .allSatisfy(row -> assertThat(row.state()).isEqualTo(RenditionState.CANCELLED))
        .allSatisfy(row -> assertThat(row.reason()).contains("Harga berubah"));
    assertThat(audited(post)).filteredOn("rendition.cancelled"::equals).hasSize(3);
    refused(
        "publishing.refused.accounts",
        () -> publishing.whole().cancel(world.staff, post, new WithdrawPost(before, "Lagi")));
    assertThat(audited(post)).filteredOn("rendition.cancelled"::equals).hasSize(3);
  }

  @Test
  void a_colleague_approves_all_accounts_at_once_but_nobody_their_own() {
    UUID post = ownOnThree();
    refused(
        "problem.own-work",
        () -> publishing.whole().approve(world.staff, post, new ApprovePost(seen(post))));
    publishing.whole().approve(world.approver, post, new ApprovePost(seen(post)));
    assertThat(rows(post))
        .allSatisfy(row -> assertThat(row.state()).isEqualTo(RenditionState.SCHEDULED));
    assertThat(audited(post)).filteredOn("rendition.scheduled"::equals).hasSize(3);
  }

  @Test
  void all_accounts_are_sent_back_with_one_reason() {
    UUID post = ownOnThree();
    publishing
        .whole()
        .sendBack(world.approver, post, new WithdrawPost(seen(post), "Harganya belum benar"));
    assertThat(rows(post))
        .allSatisfy(row -> assertThat(row.state()).isEqualTo(RenditionState.DRAFT));
  }

  @Test
  void all_accounts_are_published_now() {
    UUID post = scheduled();
    publishing.whole().publishNow(world.staff, post, new PublishPost(seen(post), false));
    publishing.engine().runOnce();
    assertThat(rows(post))
        .allSatisfy(row -> assertThat(row.state()).isEqualTo(RenditionState.PUBLISHED));
  }

  @Test
  void a_missed_post_gets_one_new_time_for_all_accounts() {
    UUID post = scheduled();
    publishing.control().stop(world.staff, new TurnSwitch("Bencana"));
    stepTo(EVENING);
    publishing.engine().runOnce();
    world.clock.step(Duration.ofMinutes(61));
    publishing.engine().runOnce();
    assertThat(rows(post))
        .allSatisfy(row -> assertThat(row.state()).isEqualTo(RenditionState.MISSED));
    publishing.whole().move(world.staff, post, new MovePost(seen(post), LATER, false));
    assertThat(rows(post))
        .allSatisfy(row -> assertThat(row.state()).isEqualTo(RenditionState.SCHEDULED))
        .allSatisfy(row -> assertThat(row.dueAt()).isEqualTo(Wita.instant(LATER)));
  }

  @Test
  void what_failed_and_what_is_scheduled_go_out_together_now() {
    UUID post = scheduled();
    network.then(
        call ->
            new PublishStep.Failed(
                Failure.of(Failure.Kind.REJECTED, "HTTP 400", "no"), Checkpoint.START));
    Seen first = seen(post).get(0);
    publishing.whole().publishNow(world.staff, post, new PublishPost(List.of(first), false));
    publishing.engine().runOnce();
    assertThat(publishing.renditions().get(first.id()).state()).isEqualTo(RenditionState.FAILED);
    Instant due = publishing.renditions().get(first.id()).dueAt();
    publishing.whole().publishNow(world.staff, post, new PublishPost(seen(post), false));
    publishing.engine().runOnce();
    assertThat(rows(post))
        .allSatisfy(row -> assertThat(row.state()).isEqualTo(RenditionState.PUBLISHED));
    assertThat(publishing.renditions().get(first.id()).dueAt()).isEqualTo(due);
  }

  @Test
  void an_account_of_another_post_is_not_found() {
    UUID post = scheduled();
    UUID other = own();
    assertThatThrownBy(
            () ->
                publishing
                    .whole()
                    .cancel(world.staff, post, new WithdrawPost(seen(other), "Salah")))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
  }

  @Test
  void a_time_that_has_passed_is_refused_before_anything_changes() {
    UUID post = scheduled();
    assertThatThrownBy(
            () ->
                publishing
                    .whole()
                    .move(world.staff, post, new MovePost(seen(post), EVENING.minusDays(9), false)))
        .isInstanceOfSatisfying(
            Problem.class,
            p -> assertThat(p.errors()).extracting(FieldError::field).containsExactly("dueAt"));
  }
}
