package id.gaung.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.gaung.campaign.CampaignStep;
import id.gaung.collaboration.DeliverableState;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Wita;
import id.gaung.platform.Failure;
import id.gaung.platform.PublishStep;
import id.gaung.publishing.ComposePost.PictureChoice;
import id.gaung.publishing.PublishingSwitch.TurnSwitch;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Composing, and what people do to posts afterwards, with the neighbours as they are. */
class PostsTest extends PostsWorld {

  @Test
  void approved_content_is_scheduled_goes_out_at_its_time_and_the_deliverable_is_live() {
    UUID deliverable = approved();
    UUID other = channel("umkm");
    UUID id = publishing.posts().compose(world.staff, post(deliverable, on(channel), on(other)));
    assertThat(publishing.posts().renditions(id))
        .hasSize(2)
        .allSatisfy(r -> assertThat(r.state()).isEqualTo(RenditionState.SCHEDULED));
    assertThat(stateOf(deliverable)).isEqualTo(DeliverableState.SCHEDULED);
    assertThat(publishing.posts().productIds(id)).containsExactly(world.product);

    publishing.engine().runOnce();
    assertThat(network.calls).isEmpty();
    stepTo(EVENING);
    publishing.engine().runOnce();

    assertThat(publishing.posts().renditions(id))
        .hasSize(2)
        .allSatisfy(r -> assertThat(r.state()).isEqualTo(RenditionState.PUBLISHED));
    assertThat(stateOf(deliverable)).isEqualTo(DeliverableState.LIVE);
    assertThat(news).hasSize(2);
    assertThat(publishing.renditions().remote(news.stream().map(n -> n.renditionId()).toList()))
        .hasSize(2);
  }

  @Test
  void a_photo_is_sent_fit_for_the_network_with_its_description() throws IOException {
    UUID photo = photo();
    UUID id =
        own(
            new ComposedRendition(
                channel, "Teks", EVENING, List.of(new PictureChoice(photo, "Amplang"))));
    publishing.renditions().approve(world.approver, only(id).id(), new AdvanceRendition(0));
    stepTo(EVENING);
    publishing.engine().runOnce();
    assertThat(only(id).state()).isEqualTo(RenditionState.PUBLISHED);
    assertThat(network.calls)
        .singleElement()
        .satisfies(
            call -> {
              var picture = call.publication().pictures().get(0);
              assertThat(picture.altText()).isEqualTo("Amplang");
              assertThat(picture.width()).isBetween(320, 1440);
              assertThat(picture.publicUrl().toString()).startsWith("https://gaung.test/media/");
              try (var in = picture.content().open()) {
                assertThat(in.readAllBytes()).hasSize((int) picture.bytes());
              }
            });
  }

  @Test
  void what_a_network_does_not_take_is_refused_naming_the_channel() {
    ComposePost tooLong =
        post(approved(), new ComposedRendition(channel, "x".repeat(301), EVENING, List.of()));
    assertThatThrownBy(() -> publishing.posts().compose(world.staff, tooLong))
        .isInstanceOfSatisfying(
            Problem.class,
            p ->
                assertThat(p.errors())
                    .singleElement()
                    .satisfies(e -> assertThat(e.field()).isEqualTo("text-" + channel))
                    .satisfies(e -> assertThat(e.key()).isEqualTo("content.text-too-long")));
  }

  @Test
  void a_photo_without_a_description_is_refused_naming_the_field() throws IOException {
    UUID photo = photo();
    ComposedRendition bare =
        new ComposedRendition(channel, "Amplang", EVENING, List.of(new PictureChoice(photo, " ")));
    assertThatThrownBy(() -> own(bare))
        .isInstanceOfSatisfying(
            Problem.class,
            p ->
                assertThat(p.errors())
                    .singleElement()
                    .satisfies(e -> assertThat(e.field()).isEqualTo("altText-" + channel))
                    .satisfies(e -> assertThat(e.key()).isEqualTo("publishing.alt-required")));
  }

  /** "Publish now" is looked at first; whoever looks needs more than a second. */
  @Test
  void what_is_approved_late_goes_out_at_once_within_its_grace_and_not_later() {
    UUID soon = own(new ComposedRendition(channel, "Kabar pagi", now(), List.of()));
    UUID forgotten = own(new ComposedRendition(channel, "Kabar siang", now(), List.of()));
    world.clock.step(Duration.ofMinutes(59));
    publishing.renditions().approve(world.approver, only(soon).id(), new AdvanceRendition(0));
    publishing.engine().runOnce();
    assertThat(only(soon).state()).isEqualTo(RenditionState.PUBLISHED);
    world.clock.step(Duration.ofMinutes(2));
    refused(
        "publishing.refused.due-past",
        () ->
            publishing
                .renditions()
                .approve(world.approver, only(forgotten).id(), new AdvanceRendition(0)));
  }

  private LocalDateTime now() {
    return Wita.dateTime(world.clock.instant());
  }

  @Test
  void content_is_posted_once_until_its_post_is_called_off() {
    UUID deliverable = approved();
    UUID id = publishing.posts().compose(world.staff, post(deliverable, on(channel)));
    refused(
        "publishing.refused.posted",
        () -> publishing.posts().compose(world.staff, post(deliverable, on(channel))));
    publishing
        .renditions()
        .cancel(world.staff, only(id).id(), new WithdrawRendition("Salah foto", 0));
    assertThat(stateOf(deliverable)).isEqualTo(DeliverableState.APPROVED);
    publishing.posts().compose(world.staff, post(deliverable, on(channel)));
    assertThat(stateOf(deliverable)).isEqualTo(DeliverableState.SCHEDULED);
  }

  @Test
  void a_time_that_has_passed_is_refused() {
    ComposePost late =
        post(approved(), new ComposedRendition(channel, "x", EVENING.minusDays(1), List.of()));
    assertThatThrownBy(() -> publishing.posts().compose(world.staff, late))
        .isInstanceOfSatisfying(
            Problem.class,
            p ->
                assertThat(p.errors())
                    .singleElement()
                    .satisfies(e -> assertThat(e.key()).isEqualTo("publishing.due-past")));
  }

  @Test
  void a_post_of_the_offices_own_is_reviewed_by_somebody_else() {
    UUID id = own();
    RenditionRow row = only(id);
    assertThat(row.state()).isEqualTo(RenditionState.IN_REVIEW);
    refused(
        "problem.own-work",
        () -> publishing.renditions().approve(world.staff, row.id(), new AdvanceRendition(0)));
    publishing
        .renditions()
        .sendBack(world.approver, row.id(), new WithdrawRendition("Sebut harganya", 0));
    assertThat(only(id).state()).isEqualTo(RenditionState.DRAFT);
    publishing
        .renditions()
        .revise(world.staff, row.id(), new ReviseRendition("Amplang Rp25.000", only(id).version()));
    publishing
        .renditions()
        .approve(world.approver, row.id(), new AdvanceRendition(only(id).version()));
    stepTo(EVENING);
    publishing.engine().runOnce();
    assertThat(only(id).state()).isEqualTo(RenditionState.PUBLISHED);
    assertThat(only(id).text()).isEqualTo("Amplang Rp25.000");
  }

  @Test
  void what_differs_from_what_was_approved_is_reviewed_by_somebody_else_first() throws IOException {
    UUID shortened = channel("pendek");
    UUID pictured = channel("foto");
    UUID photo = photo();
    UUID id =
        publishing
            .posts()
            .compose(
                world.staff,
                post(
                    approved(),
                    new ComposedRendition(channel, CAPTION + "\r\n ", EVENING, List.of()),
                    new ComposedRendition(shortened, "Amplang!", EVENING, List.of()),
                    new ComposedRendition(
                        pictured,
                        CAPTION,
                        EVENING,
                        List.of(new PictureChoice(photo, "Sepiring amplang")))));
    Map<UUID, RenditionState> states = new HashMap<>();
    publishing.posts().renditions(id).forEach(r -> states.put(r.channelId(), r.state()));
    assertThat(states)
        .containsEntry(channel, RenditionState.SCHEDULED)
        .containsEntry(shortened, RenditionState.IN_REVIEW)
        .containsEntry(pictured, RenditionState.IN_REVIEW);
    RenditionRow changed =
        publishing.posts().renditions(id).stream()
            .filter(r -> r.channelId().equals(shortened))
            .findFirst()
            .orElseThrow();
    refused(
        "problem.own-work",
        () -> publishing.renditions().approve(world.staff, changed.id(), new AdvanceRendition(0)));
    publishing.renditions().approve(world.approver, changed.id(), new AdvanceRendition(0));
    stepTo(EVENING);
    publishing.engine().runOnce();
    assertThat(network.calls).hasSize(2);
  }

  @Test
  void a_post_is_moved_published_at_once_and_missed_ones_are_scheduled_again() {
    UUID deliverable = approved();
    UUID id = publishing.posts().compose(world.staff, post(deliverable, on(channel)));
    publishing
        .renditions()
        .move(world.staff, only(id).id(), new MoveRendition(EVENING.plusDays(1), 0));
    stepTo(EVENING);
    publishing.engine().runOnce();
    assertThat(only(id).state()).isEqualTo(RenditionState.SCHEDULED);
    stepTo(EVENING.plusDays(1).plusMinutes(61));
    publishing.engine().runOnce();
    assertThat(only(id).state()).isEqualTo(RenditionState.MISSED);
    assertThat(stateOf(deliverable)).isEqualTo(DeliverableState.MISSED);
    assertThatThrownBy(
            () ->
                publishing.renditions().retry(world.staff, only(id).id(), new AdvanceRendition(0)))
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.isStale()).isTrue());
    publishing
        .renditions()
        .move(
            world.staff, only(id).id(), new MoveRendition(EVENING.plusDays(3), only(id).version()));
    assertThat(stateOf(deliverable)).isEqualTo(DeliverableState.SCHEDULED);
    publishing
        .renditions()
        .publishNow(world.staff, only(id).id(), new AdvanceRendition(only(id).version()));
    publishing.engine().runOnce();
    assertThat(only(id).state()).isEqualTo(RenditionState.PUBLISHED);
  }

  @Test
  void a_cancelled_campaign_takes_its_posts_with_it_and_a_paused_one_holds_them() {
    UUID deliverable = approved();
    UUID id = publishing.posts().compose(world.staff, post(deliverable, on(channel)));
    UUID campaign = publishing.posts().get(id).campaignId();
    world.take(world.staff, campaign, CampaignStep.PAUSE);
    stepTo(EVENING);
    publishing.engine().runOnce();
    assertThat(only(id).heldReason()).contains(HeldReason.CAMPAIGN);
    world.take(world.approver, campaign, CampaignStep.CANCEL);
    assertThat(only(id).state()).isEqualTo(RenditionState.CANCELLED);
    assertThat(stateOf(deliverable)).isNotEqualTo(DeliverableState.SCHEDULED);
  }

  @Test
  void a_post_that_is_gone_is_removed_with_its_deliverable() {
    UUID deliverable = approved();
    UUID id = publishing.posts().compose(world.staff, post(deliverable, on(channel)));
    stepTo(EVENING);
    publishing.engine().runOnce();
    publishing.renditions().markRemoved(List.of(only(id).id()), Actor.system("engagement"));
    assertThat(only(id).state()).isEqualTo(RenditionState.REMOVED);
    assertThat(stateOf(deliverable)).isEqualTo(DeliverableState.REMOVED);
  }

  @Test
  void nobody_lets_a_post_out_that_they_wrote_a_word_of() {
    UUID id = own();
    publishing
        .renditions()
        .sendBack(world.approver, only(id).id(), new WithdrawRendition("Sebut harganya", 0));
    publishing
        .renditions()
        .revise(world.both, only(id).id(), new ReviseRendition("Rp25.000", only(id).version()));
    AdvanceRendition order = new AdvanceRendition(only(id).version());
    refused(
        "problem.own-work",
        () -> publishing.renditions().approve(world.both, only(id).id(), order));
    refused(
        "problem.own-work",
        () -> publishing.renditions().approve(world.staff, only(id).id(), order));
    publishing.renditions().approve(world.approver, only(id).id(), order);
  }

  @Test
  void nobody_lets_a_post_out_whose_time_they_chose() {
    UUID id = own();
    publishing
        .renditions()
        .move(world.both, only(id).id(), new MoveRendition(EVENING.plusHours(1), 0));
    AdvanceRendition order = new AdvanceRendition(only(id).version());
    refused(
        "problem.own-work",
        () -> publishing.renditions().approve(world.both, only(id).id(), order));
    refused(
        "problem.own-work",
        () ->
            publishing
                .renditions()
                .sendBack(
                    world.both, only(id).id(), new WithdrawRendition("Tidak", order.version())));
    publishing.renditions().approve(world.approver, only(id).id(), order);
  }

  @Test
  void the_last_failure_is_told_like_a_miss_and_a_retry_stays_due_when_it_was() {
    UUID deliverable = approved();
    UUID other = channel("lain");
    UUID id = publishing.posts().compose(world.staff, post(deliverable, on(channel), on(other)));
    stepTo(EVENING);
    network.always =
        Optional.of(
            call ->
                new PublishStep.Failed(
                    Failure.of(Failure.Kind.TEXT_REJECTED, "400", "no"), call.checkpoint()));
    publishing.engine().runOnce();
    publishing.engine().runOnce();
    assertThat(publishing.posts().renditions(id))
        .extracting(RenditionRow::state)
        .containsOnly(RenditionState.FAILED);
    assertThat(stateOf(deliverable)).isEqualTo(DeliverableState.MISSED);
    assertThat(world.collaboration.deliverables().find(deliverable).orElseThrow().state())
        .matches(state -> !state.isUnfinished());

    network.always = Optional.empty();
    world.clock.step(Duration.ofHours(5));
    RenditionRow failed = publishing.posts().renditions(id).get(0);
    publishing.renditions().retry(world.staff, failed.id(), new AdvanceRendition(failed.version()));
    publishing.engine().runOnce();
    RenditionRow out = publishing.renditions().get(failed.id());
    assertThat(out.state()).isEqualTo(RenditionState.PUBLISHED);
    assertThat(out.dueAt()).isEqualTo(Wita.instant(EVENING));
    assertThat(stateOf(deliverable)).isEqualTo(DeliverableState.LIVE);
    assertThat(history(failed.id())).containsExactly("PLANNED", "FAILED", "RETRIED");
    assertThat(planned(Wita.instant(EVENING))).isEqualTo(2);
  }

  @Test
  void every_change_of_time_and_every_end_is_kept_and_the_weeks_plan_stands() {
    UUID id = publishing.posts().compose(world.staff, post(approved(), on(channel)));
    UUID rendition = only(id).id();
    publishing.renditions().move(world.staff, rendition, new MoveRendition(EVENING.plusDays(9), 0));
    publishing
        .renditions()
        .cancel(world.staff, rendition, new WithdrawRendition("Hujan", only(id).version()));
    assertThat(history(rendition)).containsExactly("PLANNED", "MOVED", "CANCELLED");
    // Composed in this week for this week, and moved to another: in the plan of both.
    assertThat(planned(Wita.instant(EVENING))).isEqualTo(1);
    // Called off before the other week began: not in its plan.
    assertThat(planned(Wita.instant(EVENING.plusDays(9)))).isZero();
    assertThatThrownBy(
            () -> world.jdbi.useHandle(h -> h.execute("update rendition_plan set at = now()")))
        .hasMessageContaining("append-only");
  }

  private List<String> history(UUID rendition) {
    return world.jdbi.withHandle(
        h ->
            h.createQuery("select kind from rendition_plan where rendition_id = ? order by id")
                .bind(0, rendition)
                .mapTo(String.class)
                .list());
  }

  private long planned(java.time.Instant in) {
    return world.jdbi.withHandle(
        h ->
            h.createQuery("select count(*) from publishing_plan_line where week_start = ?")
                .bind(0, id.gaung.kernel.Week.of(in).start())
                .mapTo(Long.class)
                .one());
  }

  @Test
  void everything_stops_at_once_and_goes_on_at_once() {
    UUID id = publishing.posts().compose(world.staff, post(approved(), on(channel)));
    publishing.control().stop(world.staff, new TurnSwitch("Bencana"));
    refused(
        "publishing.refused.stopped",
        () -> publishing.control().stop(world.staff, new TurnSwitch("Lagi")));
    stepTo(EVENING);
    publishing.engine().runOnce();
    assertThat(only(id).heldReason()).contains(HeldReason.STOPPED);
    publishing.control().start(world.staff, new TurnSwitch("Selesai"));
    publishing.engine().runOnce();
    assertThat(only(id).state()).isEqualTo(RenditionState.PUBLISHED);
  }
}
