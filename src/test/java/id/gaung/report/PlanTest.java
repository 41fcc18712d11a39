package id.gaung.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Nets;
import id.gaung.kernel.Rupiah;
import id.gaung.kernel.Week;
import id.gaung.report.Plan.CameOut;
import id.gaung.report.ReportInputs.UmkmLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a week's report says of its plan, whatever people do to the posts later. */
@Tag("database")
class PlanTest {

  private static final Week W48 = Week.parse("2026-W48").orElseThrow();
  private static final String WEDNESDAY = "2026-11-25T10:00:00";

  private final ReportWorld world = new ReportWorld();
  private final UUID campaign = world.campaign("Pasar Inpres", 5_000_000);
  private final UUID bluesky = world.channel(Nets.BLUESKY);

  @AfterEach
  void close() {
    world.close();
  }

  private UUID scheduled(String due) {
    return world.rendition(world.post(campaign), bluesky, due, "SCHEDULED");
  }

  private void state(UUID rendition, String state) {
    world.run(
        "update rendition set state = :state where id = :id",
        Map.of("id", rendition, "state", state));
  }

  private Plan plan(Week week) {
    world.reports.makeDue();
    return world.reports.get(week, Optional.empty()).read().plan();
  }

  @Test
  void a_miss_stays_told_when_the_post_is_tried_again_after_the_week() {
    world.published(world.post(campaign), bluesky, "2026-11-24T10:00:00");
    UUID missed = scheduled(WEDNESDAY);
    world.event(missed, "MISSED", "2026-11-25T10:30:00");
    state(missed, "MISSED");
    world.at("2026-11-30T08:00:00");
    Plan provisional = plan(W48);
    world.event(missed, "RETRIED", "2026-12-01T09:00:00");
    world.out(missed, "2026-12-01T09:00:30");
    world.at("2026-12-10T08:00:00");
    Plan last = plan(W48);
    assertThat(List.of(provisional.planned(), provisional.published())).containsExactly(2, 1);
    assertThat(List.of(last.planned(), last.published())).containsExactly(2, 1);
    Unpublished told = last.unpublished().get(0);
    assertThat(told.reason()).isEqualTo(Unpublished.Reason.MISSED);
    assertThat(told.dueAt()).isEqualTo(ReportWorld.wita(WEDNESDAY));
    assertThat(told.events())
        .extracting(PlanEvent::kind)
        .containsExactly(PlanEvent.Kind.MISSED, PlanEvent.Kind.RETRIED);
    assertThat(told.publishedAt()).contains(ReportWorld.wita("2026-12-01T09:00:30"));
    // The week in which it came out had not planned it, and says so, with how late it is.
    Plan next = plan(W48.next());
    assertThat(next.planned()).isZero();
    assertThat(next.beyond()).extracting(CameOut::renditionId).containsExactly(missed);
    assertThat(next.beyond().get(0).minutesLate()).isEqualTo(6 * 1440 - 60);
  }

  @Test
  void a_retry_is_late_from_the_planned_time_and_a_move_is_told() {
    UUID failed = scheduled(WEDNESDAY);
    world.event(failed, "FAILED", "2026-11-25T10:00:05");
    world.event(failed, "RETRIED", "2026-11-25T15:00:00");
    world.out(failed, "2026-11-25T15:00:00");
    UUID postponed = scheduled(WEDNESDAY);
    world.moved(postponed, "2026-11-24T09:00:00", "2026-11-27T10:00:00");
    world.out(postponed, "2026-11-27T10:00:00");
    world.at("2026-12-03T08:00:00");
    Plan plan = plan(W48);
    assertThat(plan.cameOut())
        .extracting(CameOut::minutesLate)
        .containsExactlyInAnyOrder(300L, 2 * 1440L);
    assertThat(plan.late()).isEqualTo(2);
    assertThat(plan.cameOut().stream().filter(p -> p.renditionId().equals(postponed)).findFirst())
        .hasValueSatisfying(
            p ->
                assertThat(p.events())
                    .extracting(PlanEvent::kind)
                    .containsExactly(PlanEvent.Kind.MOVED));
  }

  @Test
  void what_is_moved_out_of_the_week_stays_in_its_plan_and_is_planned_anew_in_the_other() {
    world.published(world.post(campaign), bluesky, "2026-11-24T10:00:00");
    UUID moved = scheduled(WEDNESDAY);
    world.moved(moved, "2026-11-25T09:00:00", "2026-12-02T10:00:00");
    world.out(moved, "2026-12-02T10:00:00");
    UUID before = scheduled(WEDNESDAY);
    world.moved(before, "2026-11-20T09:00:00", "2026-12-02T11:00:00");
    UUID broughtIn = scheduled("2026-12-02T12:00:00");
    world.moved(broughtIn, "2026-11-26T09:00:00", "2026-11-27T10:00:00");
    world.out(broughtIn, "2026-11-27T10:00:00");
    world.at("2026-12-10T08:00:00");
    Plan plan = plan(W48);
    assertThat(plan.planned()).isEqualTo(3);
    assertThat(plan.published()).isEqualTo(2);
    assertThat(plan.unpublished())
        .extracting(Unpublished::renditionId, Unpublished::reason, Unpublished::at)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                moved,
                Unpublished.Reason.MOVED,
                Optional.of(ReportWorld.wita("2026-12-02T10:00:00"))));
    Plan next = plan(W48.next());
    assertThat(next.planned()).isEqualTo(2);
    assertThat(next.cameOut()).extracting(CameOut::minutesLate).containsExactly(0L);
  }

  @Test
  void a_fee_is_counted_once_however_often_its_post_is_made_anew() {
    UUID first = world.post(campaign);
    UUID second = world.post(campaign);
    UUID third = world.post(campaign);
    world.offer(campaign, 1_000_000, 1, List.of(first));
    for (UUID post : List.of(second, third)) {
      world.run(
          """
          update post set deliverable_id = (select deliverable_id from post where id = :first)
          where id = :id
          """,
          Map.of("id", post, "first", first));
    }
    world.rendition(first, bluesky, WEDNESDAY, "CANCELLED");
    world.rendition(second, bluesky, WEDNESDAY, "CANCELLED");
    UUID out = world.published(third, bluesky, WEDNESDAY);
    UUID later = world.published(third, world.channel(Nets.MASTODON), "2026-12-02T10:00:00");
    world.at("2026-12-10T08:00:00");
    world.reports.makeDue();
    ReportDocument report = world.reports.get(W48, Optional.empty()).read();
    assertThat(report.costs().fees()).isEqualTo(new Rupiah(1_000_000));
    assertThat(report.row(out).orElseThrow().cost()).contains(new Rupiah(1_000_000));
    // Nor does the next week pay for it again.
    ReportDocument next = world.reports.get(W48.next(), Optional.empty()).read();
    assertThat(next.row(later).orElseThrow().cost()).isEmpty();
    assertThat(next.costs().fees()).isEqualTo(Rupiah.ZERO);
  }

  @Test
  void a_post_without_the_networks_number_is_shown_once_as_not_measurable() {
    UUID settled = world.rendition(world.post(campaign), bluesky, WEDNESDAY, "PUBLISHED");
    world.run("update rendition set published_at = due_at where id = :id", Map.of("id", settled));
    world.at("2026-12-10T08:00:00");
    world.reports.makeDue();
    ReportDocument report = world.reports.get(W48, Optional.empty()).read();
    assertThat(report.row(settled).orElseThrow().cell(Measure.LIKES).why())
        .contains(Why.UNMEASURABLE);
    ReportDocument next = world.reports.get(W48.next(), Optional.empty()).read();
    assertThat(next.row(settled)).isEmpty();
    assertThat(next.coverage()).isEqualTo(new Coverage(0, 0, 0));
  }

  @Test
  void a_channel_connected_again_keeps_its_followers_of_the_week_before() {
    world.published(world.post(campaign), bluesky, WEDNESDAY);
    world.followers(bluesky, "2026-11-22T23:00:00", 100);
    world.followers(bluesky, "2026-11-29T23:00:00", 130);
    world.run(
        """
        update channel set first_connected_at = connected_at, connected_at = :at,
          connection = connection + 1 where id = :id
        """,
        Map.of("id", bluesky, "at", ReportWorld.wita("2026-12-01T10:00:00")));
    world.at("2026-12-03T08:00:00");
    world.reports.makeDue();
    assertThat(world.reports.get(W48, Optional.empty()).read().followers())
        .extracting(FollowerLine::difference)
        .containsExactly(Optional.of(30L));
  }

  @Test
  void the_umkm_of_a_kecamatan_are_those_of_the_weeks_end() {
    world.published(world.post(campaign), bluesky, WEDNESDAY);
    world.product("Amplang", "64.71.01");
    world.at("2026-12-03T08:00:00");
    world.reports.makeDue();
    world.product("Kopi", "64.71.01");
    ReportDocument report = world.reports.get(W48, Optional.empty()).read();
    assertThat(report.kecamatan().get(0).umkm()).isEqualTo(1);
    assertThat(report.umkm()).extracting(UmkmLine::umkm).containsExactly("UMKM Amplang");
  }

  @Test
  void one_report_that_cannot_be_made_does_not_keep_the_others_from_being_made() {
    world.published(world.post(campaign), bluesky, "2026-11-17T10:00:00");
    world.jdbi.useHandle(
        h ->
            h.execute(
                """
                create function no_report() returns trigger language plpgsql as $$
                begin
                  if new.week = '2026-W47' then raise exception 'no'; end if;
                  return new;
                end
                $$;
                create trigger no_report before insert on weekly_report
                  for each row execute function no_report();
                """));
    world.at("2026-12-03T08:00:00");
    id.gaung.jobs.Job job = world.reports.job();
    job.run();
    assertThat(world.reports.versions(W48)).hasSize(1);
    assertThat(world.reports.versions(W48.previous())).isEmpty();
    assertThat(job.failing()).isEqualTo(1);
    world.jdbi.useHandle(h -> h.execute("drop trigger no_report on weekly_report"));
    world.clock.move(java.time.Duration.ofMinutes(1));
    job.run();
    assertThat(world.reports.versions(W48.previous())).hasSize(1);
  }
}
