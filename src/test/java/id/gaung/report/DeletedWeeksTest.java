package id.gaung.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.engagement.WeeklyMovement;
import id.gaung.kernel.Nets;
import id.gaung.kernel.Week;
import id.gaung.platform.Metric;
import id.gaung.report.WeeklyReports.ReviseReport;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reports over weeks of which a network's terms had the readings deleted. */
@Tag("database")
class DeletedWeeksTest {

  private final ReportWorld world = new ReportWorld();
  private final WeeklyReports reports = world.reports;
  private final UUID channel = world.channel(Nets.YOUTUBE);
  private final UUID post =
      world.published(
          world.post(world.campaign("Pasar Inpres", 0)), channel, "2026-11-03T10:00:00");

  @AfterEach
  void close() {
    world.close();
  }

  /** A reading on each Sunday evening. */
  private void read(String sunday, long views) {
    world.read(post, Metric.VIEWS, sunday + "T23:30:00", views);
    world.read(post, Metric.LIKES, sunday + "T23:30:00", views / 10);
    world.read(post, Metric.COMMENTS, sunday + "T23:30:00", 0);
  }

  /** As the job does it. */
  private void deleteUpTo(String time) {
    world.jdbi.useTransaction(
        h -> {
          h.execute("set local gaung.deletes_readings = on");
          h.execute(
              """
              insert into reading_deletion (subject_id, metric, until, deleted_at, readings)
              select rendition_id, metric, max(observed_at), now(), count(*) from snapshot
              where observed_at < ? and source = 'API' and value is not null group by rendition_id, metric
              """,
              ReportWorld.wita(time));
          h.execute(
              "delete from snapshot where observed_at < ? and value is not null",
              ReportWorld.wita(time));
        });
  }

  private Cell cell(String week, Optional<Integer> version, Measure measure) {
    return reports.get(Week.parse(week).orElseThrow(), version).read().rows().stream()
        .filter(row -> row.renditionId().equals(post))
        .findFirst()
        .orElseThrow()
        .cell(measure);
  }

  private void again(String week) {
    Week of = Week.parse(week).orElseThrow();
    reports.revise(
        ReportWorld.STAFF,
        of,
        new ReviseReport(reports.get(of, Optional.empty()).version(), "Dihitung lagi"));
  }

  @Test
  void a_report_made_afterwards_has_no_number_there_and_never_a_wrong_one() {
    read("2026-11-08", 100);
    read("2026-11-15", 300);
    read("2026-11-22", 700);
    read("2026-11-29", 1500);
    world.at("2026-12-03T09:00:00");
    reports.makeDue();
    assertThat(cell("2026-W46", Optional.empty(), Measure.VIEWS).growth()).contains(200L);

    deleteUpTo("2026-11-20T00:00:00");
    for (String week : List.of("2026-W46", "2026-W47")) {
      again(week);
    }
    for (Measure measure : List.of(Measure.VIEWS, Measure.INTERACTIONS)) {
      Cell gone = cell("2026-W46", Optional.empty(), measure);
      assertThat(gone.complete()).isFalse();
      assertThat(gone.why()).contains(Why.DELETED);
      Cell begun = cell("2026-W47", Optional.empty(), measure);
      assertThat(begun.complete()).as("its end is known, its beginning is not").isFalse();
      assertThat(begun.late()).isEmpty();
      assertThat(begun.why()).contains(Why.DELETED);
    }
    Cell whole = cell("2026-W48", Optional.empty(), Measure.VIEWS);
    assertThat(whole.growth()).contains(800L);
    assertThat(whole.late()).contains(0L);
    assertThat(cell("2026-W46", Optional.of(1), Measure.VIEWS).growth())
        .as("what was frozen stays")
        .contains(200L);
  }

  @Test
  void what_was_not_read_for_weeks_is_no_late_movement_from_zero() {
    read("2026-11-08", 100);
    read("2026-12-13", 2000);
    deleteUpTo("2026-11-20T00:00:00");
    world.at("2026-12-15T09:00:00");
    reports.makeDue();
    Cell cell = cell("2026-W50", Optional.empty(), Measure.VIEWS);
    assertThat(cell.complete()).isFalse();
    assertThat(cell.why()).contains(Why.DELETED);
    assertThat(cell("2026-W48", Optional.empty(), Measure.VIEWS).why()).contains(Why.NEVER_READ);
  }

  @Test
  void what_a_network_never_offers_is_not_called_deleted() {
    read("2026-11-08", 100);
    world.gap(post, Metric.SAVES, "2026-11-08T23:30:00", "NOT_OFFERED");
    deleteUpTo("2026-11-20T00:00:00");
    world.at("2026-11-24T09:00:00");
    reports.makeDue();
    assertThat(cell("2026-W45", Optional.empty(), Measure.VIEWS).why()).contains(Why.DELETED);
    assertThat(cell("2026-W45", Optional.empty(), Measure.of(Metric.SAVES)).why())
        .contains(Why.NOT_OFFERED);
  }

  @Test
  void a_post_that_was_taken_away_is_not_frozen_at_nothing() {
    read("2026-11-08", 100);
    world.gone(post, "2026-11-10T10:00:00");
    deleteUpTo("2026-11-20T00:00:00");
    world.at("2026-11-24T09:00:00");
    reports.makeDue();
    Cell cell = cell("2026-W46", Optional.empty(), Measure.VIEWS);
    assertThat(cell.complete()).isFalse();
    assertThat(cell.why()).contains(Why.DELETED);
  }

  /** A post that was found late began before what is left of it. */
  @Test
  void what_is_left_is_not_taken_for_an_opening_balance() {
    WeeklyMovement.Known known =
        new WeeklyMovement.Known(
            List.of(new WeeklyMovement.Observation(ReportWorld.wita("2026-12-06T23:30:00"), 900)),
            Optional.empty(),
            Optional.of(ReportWorld.wita("2026-11-08T23:30:00")));
    Week week = Week.parse("2026-W49").orElseThrow();
    assertThat(known.begins(week)).isFalse();
    assertThat(
            WeeklyMovement.afterOpening(week, Week.parse("2026-W45").orElseThrow(), known)
                .complete())
        .isFalse();
  }
}
