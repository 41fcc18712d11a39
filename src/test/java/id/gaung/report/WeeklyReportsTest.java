package id.gaung.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Nets;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Rupiah;
import id.gaung.kernel.Week;
import id.gaung.platform.Metric;
import id.gaung.platform.RateBase;
import id.gaung.report.WeeklyReports.ReviseReport;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The reports from rows in PostgreSQL to the stored document. */
@Tag("database")
class WeeklyReportsTest {

  private static final Week W47 = week("2026-W47");
  private static final Week W48 = week("2026-W48");
  private static final String IN_W48 = "2026-11-24T10:00:00";
  private static final String CUT_W48 = "2026-11-29T23:30:00";

  private final ReportWorld world = new ReportWorld();
  private final WeeklyReports reports = world.reports;
  private final UUID campaign = world.campaign("Pasar Inpres", 5_000_000);
  private final UUID bluesky = world.channel(Nets.BLUESKY);

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void golden_deltas_from_the_database() throws IOException {
    JsonNode cases =
        new ObjectMapper()
            .readTree(WeeklyReportsTest.class.getResourceAsStream("/vectors/weekly_deltas.json"))
            .get("cases");
    List<UUID> posts = new ArrayList<>();
    for (JsonNode given : cases) {
      String monday = week(given.get("published_week").asText()).monday().toString();
      UUID post = world.published(world.post(campaign), bluesky, monday + "T00:00:00");
      given
          .get("snapshots")
          .forEach(
              s ->
                  world.likes(
                      post,
                      OffsetDateTime.parse(s.get(0).asText()).toLocalDateTime().toString(),
                      s.get(1).asLong()));
      posts.add(post);
    }
    world.at("2026-12-03T09:00:00");
    reports.makeDue();
    int asserted = 0;
    for (int i = 0; i < posts.size(); i++) {
      for (JsonNode expected : cases.get(i).path("expect")) {
        for (Measure measure : List.of(Measure.LIKES, Measure.INTERACTIONS)) {
          Cell cell = cell(week(expected.get(0).asText()), posts.get(i), measure);
          assertThat(cell.complete()).isTrue();
          assertThat(
                  Stream.of(cell.growth(), cell.correction(), cell.late())
                      .map(Optional::orElseThrow)
                      .toList())
              .as(expected + " " + measure)
              .containsExactly(expected.get(1).asLong(), expected.get(2).asLong(), 0L);
          asserted++;
        }
      }
      for (JsonNode expected : cases.get(i).path("expect_incomplete")) {
        Cell cell = cell(week(expected.asText()), posts.get(i), Measure.LIKES);
        assertThat(cell.complete()).isFalse();
        assertThat(cell.why()).contains(Why.STALE);
        asserted++;
      }
    }
    assertThat(asserted).isEqualTo(9);
  }

  @Test
  void golden_weeks_cut_at_monday_midnight_wita() throws IOException {
    JsonNode cases =
        new ObjectMapper()
            .readTree(WeeklyReportsTest.class.getResourceAsStream("/vectors/iso_weeks.json"))
            .get("cases");
    UUID first = world.published(world.post(campaign), bluesky, "2026-12-28T00:00:00");
    UUID last = world.published(world.post(campaign), bluesky, "2027-01-03T23:59:59");
    UUID next = world.published(world.post(campaign), bluesky, "2027-01-04T00:00:00");
    world.at("2027-01-14T09:00:00");
    reports.makeDue();
    assertThat(thisWeek(week("2026-W53"))).containsExactlyInAnyOrder(first, last);
    assertThat(thisWeek(week("2027-W01"))).containsExactly(next);
    JsonNode w53 = cases.get(4);
    ReportDocument report = reports.get(week("2026-W53"), Optional.empty()).read();
    assertThat(report.week()).isEqualTo(w53.get("week").asText());
    assertThat(report.cutAt().minusSeconds(7 * 86_400))
        .isEqualTo(java.time.Instant.parse(w53.get("starts_at_utc").asText()));
  }

  @Test
  void a_post_of_several_products_is_shared_so_that_the_tables_add_up() {
    UUID instagram = world.channel(Nets.INSTAGRAM);
    UUID one = world.product("Amplang", "64.71.01");
    UUID two = world.product("Kopi", "64.71.01");
    UUID three = world.product("Batik", "64.71.06");
    UUID shared = world.published(world.post(campaign, one, two, three), instagram, IN_W48);
    UUID alone = world.published(world.post(campaign, three), bluesky, IN_W48);
    UUID without = world.published(world.post(campaign), bluesky, IN_W48);
    world.likes(shared, CUT_W48, 100);
    world.read(shared, Metric.SAVES, CUT_W48, 1);
    world.read(shared, Metric.VIEWS, CUT_W48, 1000);
    world.likes(alone, CUT_W48, 7);
    world.likes(without, CUT_W48, 5);
    ReportDocument report = finalOf(W48);
    assertThat(report.metric(Measure.INTERACTIONS).totals().growth()).contains(113L);
    assertThat(sum(report.products().stream().map(ProductLine::interactions).toList()))
        .isEqualTo(113);
    assertThat(sum(report.products().stream().map(ProductLine::views).toList())).isEqualTo(1000);
    assertThat(sum(report.kecamatan().stream().map(KecamatanLine::interactions).toList()))
        .isEqualTo(113);
    assertThat(report.kecamatan()).extracting(KecamatanLine::code).hasSize(7).contains("");
    KecamatanLine barat = report.kecamatan().get(1);
    assertThat(barat.name()).isEqualTo("Balikpapan Barat");
    assertThat(barat.published()).isZero();
    assertThat(barat.views()).contains(0L);
    assertThat(report.fairness().base()).isEqualTo(Measure.VIEWS);
    assertThat(report.kecamatan().get(0).ratio()).isPresent();
  }

  @Test
  void a_number_that_nobody_gives_is_not_zero() {
    UUID post = world.published(world.post(campaign), bluesky, IN_W48);
    world.likes(post, CUT_W48, 3);
    world.gap(post, Metric.VIEWS, CUT_W48, "NOT_OFFERED");
    ReportDocument report = finalOf(W48);
    Totals views = report.metric(Measure.VIEWS).totals();
    assertThat(views.growth()).isEmpty();
    assertThat(views.without()).isEqualTo(1);
    assertThat(views.why()).isEqualTo(Map.of(Why.NOT_OFFERED, 1));
    assertThat(report.metric(Measure.REACH).totals().why()).isEqualTo(Map.of(Why.NEVER_READ, 1));
    assertThat(report.metric(Measure.COMMENTS).totals().growth()).contains(0L);
    assertThat(report.coverage()).isEqualTo(new Coverage(1, 1, 0));
  }

  @Test
  void engagements_without_one_of_their_parts_are_unknown_and_come_late() {
    UUID post = world.published(world.post(campaign), bluesky, "2026-11-17T10:00:00");
    world.read(post, Metric.LIKES, "2026-11-22T23:00:00", 10);
    world.read(post, Metric.SHARES, "2026-11-22T23:00:00", 2);
    world.gap(post, Metric.COMMENTS, "2026-11-22T23:00:00", "HIDDEN");
    world.likes(post, CUT_W48, 30);
    world.at("2026-12-03T09:00:00");
    reports.makeDue();
    Cell before = cell(W47, post, Measure.INTERACTIONS);
    assertThat(before.complete()).isFalse();
    assertThat(before.why()).contains(Why.HIDDEN);
    assertThat(cell(W47, post, Measure.LIKES).growth()).contains(10L);
    Cell after = cell(W48, post, Measure.INTERACTIONS);
    assertThat(List.of(after.growth(), after.correction(), after.late()))
        .containsExactly(Optional.of(0L), Optional.of(0L), Optional.of(30L));
    assertThat(reports.get(W47, Optional.empty()).read().coverage())
        .isEqualTo(new Coverage(0, 1, 0));
  }

  @Test
  void superseded_readings_do_not_count() {
    UUID post = world.published(world.post(campaign), bluesky, IN_W48);
    world.likes(post, CUT_W48, 9_999);
    world.run(
        """
        insert into snapshot (rendition_id, metric, value, observed_at, source, supersedes)
        select rendition_id, metric, 99, observed_at - interval '1 minute', 'STAFF_TYPED', id
        from snapshot where rendition_id = :id and metric = 'LIKES'
        """,
        Map.of("id", post));
    assertThat(finalOf(W48).metric(Measure.LIKES).totals().growth()).contains(99L);
  }

  @Test
  void planned_leaves_out_what_was_cancelled_before_the_week_began() {
    world.at("2026-11-20T10:00:00");
    UUID post = world.post(campaign);
    UUID early = world.rendition(post, bluesky, IN_W48, "SCHEDULED");
    world.cancel(early);
    world.at("2026-11-23T10:00:00");
    UUID during = world.rendition(world.post(campaign), bluesky, IN_W48, "SCHEDULED");
    world.cancel(during);
    UUID missed = world.rendition(world.post(campaign), bluesky, IN_W48, "MISSED");
    world.run("update rendition set held_reason = 'CAMPAIGN' where id = :id", Map.of("id", missed));
    UUID failed = world.rendition(world.post(campaign), bluesky, IN_W48, "FAILED");
    world.run(
        "update rendition set failure_kind = 'TEXT_REJECTED' where id = :id", Map.of("id", failed));
    UUID late = world.published(world.post(campaign), bluesky, "2026-11-29T23:59:00");
    world.run(
        "update rendition set published_at = due_at + interval '20 minutes' where id = :id",
        Map.of("id", late));
    world.published(world.post(campaign), bluesky, IN_W48);
    Plan plan = finalOf(W48).plan();
    assertThat(plan.planned()).isEqualTo(5);
    assertThat(plan.published()).isEqualTo(1);
    assertThat(plan.unpublished())
        .extracting(Unpublished::renditionId, Unpublished::reason, Unpublished::detail)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(
                during, Unpublished.Reason.CANCELLED, Optional.empty()),
            org.assertj.core.groups.Tuple.tuple(
                missed, Unpublished.Reason.MISSED, Optional.of("CAMPAIGN")),
            org.assertj.core.groups.Tuple.tuple(
                failed, Unpublished.Reason.FAILED, Optional.of("TEXT_REJECTED")),
            org.assertj.core.groups.Tuple.tuple(late, Unpublished.Reason.LATE, Optional.empty()));
  }

  @Test
  void a_stored_report_does_not_change_and_a_revision_lists_what_did() {
    UUID post = world.published(world.post(campaign), bluesky, IN_W48);
    world.likes(post, CUT_W48, 40);
    StoredReport stored = reportOf(W48);
    assertThat(stored.state()).isEqualTo(ReportState.FINAL);
    // A reading from within the week that arrives only now.
    world.read(post, Metric.LIKES, "2026-11-29T23:45:00", 55);
    assertThat(reports.makeDue()).isEmpty();
    StoredReport again = reports.get(W48, Optional.empty());
    assertThat(again).isEqualTo(stored);
    assertThat(again.actualSha256()).isEqualTo(stored.sha256());
    assertThat(reports.holds(again)).isTrue();

    StoredReport revised =
        reports.revise(ReportWorld.STAFF, W48, new ReviseReport(1, "Angka susulan dari kreator"));
    ReportDocument report = revised.read();
    assertThat(revised.version()).isEqualTo(2);
    assertThat(revised.state()).isEqualTo(ReportState.REVISED);
    assertThat(report.reason()).contains("Angka susulan dari kreator");
    assertThat(report.differences())
        .contains(
            new Difference(
                Optional.empty(),
                Optional.of(Measure.LIKES),
                "growth",
                Optional.of("40"),
                Optional.of("55")),
            new Difference(
                Optional.of(post),
                Optional.of(Measure.INTERACTIONS),
                "growth",
                Optional.of("40"),
                Optional.of("55")));
    assertThat(reports.get(W48, Optional.of(1))).isEqualTo(stored);
    assertThatThrownBy(
            () -> reports.revise(ReportWorld.STAFF, W48, new ReviseReport(2, "Sekali lagi")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("report.revise.nothing");
    assertThatThrownBy(
            () -> reports.revise(ReportWorld.STAFF, W48, new ReviseReport(1, "Terlambat")))
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.isStale()).isTrue());
  }

  @Test
  void the_database_refuses_to_change_a_stored_report() {
    world.published(world.post(campaign), bluesky, IN_W48);
    reportOf(W48);
    assertThatThrownBy(() -> world.run("update weekly_report set document = '{}'", Map.of()))
        .hasMessageContaining("append-only");
    for (String table :
        List.of(
            "weekly_report",
            "snapshot",
            "follower_snapshot",
            "rendition_plan",
            "contribution",
            "audit_event")) {
      assertThatThrownBy(() -> world.run("truncate " + table, Map.of()))
          .as(table)
          .hasMessageContaining("append-only");
    }
  }

  @Test
  void only_staff_revise_and_only_what_is_final() {
    world.published(world.post(campaign), bluesky, IN_W48);
    world.at("2026-11-30T08:00:00");
    reports.makeDue();
    Actor observer = Actor.person(UUID.randomUUID(), "Budi", Set.of(Role.OBSERVER));
    assertThatThrownBy(() -> reports.revise(observer, W48, new ReviseReport(1, "x")))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.FORBIDDEN));
    assertThatThrownBy(() -> reports.revise(ReportWorld.STAFF, W48, new ReviseReport(1, "x")))
        .hasMessageContaining("report.revise.not-final");
  }

  @Test
  void the_job_makes_what_is_due_once_and_catches_up() {
    id.gaung.jobs.Job job = reports.job();
    job.run();
    assertThat(reports.page(1).rows()).isEmpty();
    assertThat(reports.nextDue()).isEmpty();
    world.published(world.post(campaign), bluesky, "2026-11-10T10:00:00");
    world.at("2026-11-30T07:59:59");
    job.run();
    assertThat(versions()).containsExactly("2026-W46 v1 FINAL", "2026-W47 v1 FINAL");
    world.at("2026-11-30T08:00:00");
    job.run();
    job.run();
    assertThat(versions())
        .containsExactly("2026-W46 v1 FINAL", "2026-W47 v1 FINAL", "2026-W48 v1 PROVISIONAL");
    assertThat(reports.nextDue()).contains(ReportWorld.wita("2026-12-03T08:00:00"));
    world.at("2026-12-03T08:00:00");
    job.run();
    job.run();
    assertThat(versions()).endsWith("2026-W48 v1 PROVISIONAL", "2026-W48 v2 FINAL");
    assertThat(reports.newestPath()).contains("/reports/2026-W48");
    assertThat(world.foundation.audit().newest(1).rows())
        .filteredOn(event -> event.action().equals("report.stored"))
        .hasSize(4);
  }

  @Test
  void this_week_stands_beside_the_stored_week_before() {
    UUID post = world.published(world.post(campaign), bluesky, "2026-11-17T10:00:00");
    world.likes(post, "2026-11-22T23:30:00", 100);
    world.likes(post, CUT_W48, 250);
    world.at("2026-12-03T09:00:00");
    reports.makeDue();
    ReportDocument report = reports.get(W48, Optional.empty()).read();
    assertThat(report.comparedWith()).containsExactly("2026-W47 v1");
    Comparison likes = report.metric(Measure.LIKES).comparison();
    assertThat(likes.previous()).contains(100L);
    assertThat(likes.change().orElseThrow().percent()).contains(new BigDecimal("50.0"));
    assertThat(likes.median()).contains(100L);
  }

  @Test
  void rates_are_by_followers_at_publication_or_by_reach_and_never_mixed() {
    UUID instagram = world.channel(Nets.INSTAGRAM);
    UUID a = world.published(world.post(campaign), bluesky, IN_W48);
    UUID b = world.published(world.post(campaign), instagram, IN_W48);
    UUID c = world.published(world.post(campaign), instagram, IN_W48);
    world.followers(bluesky, "2026-11-24T10:01:00", 200);
    world.followers(bluesky, "2026-11-29T10:00:00", 900);
    world.likes(a, CUT_W48, 20);
    for (UUID post : List.of(b, c)) {
      world.likes(post, CUT_W48, 30);
      world.read(post, Metric.SAVES, CUT_W48, 10);
    }
    world.read(b, Metric.REACH, CUT_W48, 400);
    world.read(c, Metric.VIEWS, CUT_W48, 1000);
    assertThat(finalOf(W48).rates())
        .containsExactly(
            rate(RateBase.REACH, "10.00"),
            rate(RateBase.VIEWS, "4.00"),
            rate(RateBase.FOLLOWERS, "10.00"));
  }

  @Test
  void a_fee_is_shared_among_deliverables_and_channels() {
    UUID mastodon = world.channel(Nets.MASTODON);
    UUID post = world.post(campaign);
    UUID a = world.published(post, bluesky, IN_W48);
    UUID b = world.published(post, mastodon, IN_W48);
    world.published(world.post(campaign), bluesky, IN_W48);
    world.offer(campaign, 1_000_001, 2, List.of(post));
    world.likes(a, CUT_W48, 100);
    world.likes(b, CUT_W48, 25);
    ReportDocument report = finalOf(W48);
    // 1,000,001 / 2 = 500,001 + 500,000; the first again by two channels.
    assertThat(
            List.of(
                report.row(a).orElseThrow().cost().orElseThrow().amount(),
                report.row(b).orElseThrow().cost().orElseThrow().amount()))
        .containsExactlyInAnyOrder(250_001L, 250_000L);
    assertThat(report.costs().fees()).isEqualTo(new Rupiah(500_001));
    assertThat(report.costs().known()).isEqualTo(2);
    assertThat(report.costs().unknown()).isEqualTo(1);
    assertThat(report.costs().perInteraction()).contains(new BigDecimal("4000.01"));
    assertThat(report.costs().perMille()).isEmpty();
    assertThat(report.costs().budget()).isEqualTo(new Rupiah(5_000_000));
    assertThat(report.row(a).orElseThrow().creator()).contains("Dewi");
  }

  @Test
  void a_deleted_post_is_frozen_marked_and_not_among_the_best() {
    UUID gone = world.published(world.post(campaign), bluesky, IN_W48);
    UUID there = world.published(world.post(campaign), bluesky, IN_W48);
    world.likes(gone, "2026-11-25T10:00:00", 500);
    world.likes(there, CUT_W48, 5);
    world.gone(gone, "2026-11-26T10:00:00");
    world.at("2026-12-10T09:00:00");
    reports.makeDue();
    ReportDocument report = reports.get(W48, Optional.empty()).read();
    assertThat(report.row(gone).orElseThrow().removedAt())
        .contains(ReportWorld.wita("2026-11-26T10:00:00"));
    assertThat(report.row(gone).orElseThrow().cell(Measure.LIKES).growth()).contains(500L);
    assertThat(report.top()).containsExactly(there);
    assertThat(report.bottom()).isEmpty();
    assertThat(reports.get(W48.next(), Optional.empty()).read().row(gone)).isEmpty();
  }

  @Test
  void followers_stand_at_both_ends_of_the_week() {
    world.published(world.post(campaign), bluesky, IN_W48);
    world.followers(bluesky, "2026-11-22T23:00:00", 100);
    world.followers(bluesky, "2026-11-29T23:00:00", 130);
    assertThat(finalOf(W48).followers())
        .extracting(FollowerLine::atStart, FollowerLine::atEnd, FollowerLine::difference)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                Optional.of(100L), Optional.of(130L), Optional.of(30L)));
  }

  @Test
  void the_same_content_has_the_same_text_and_hash() {
    UUID post =
        world.published(world.post(campaign, world.product("Kopi", "64.71.02")), bluesky, IN_W48);
    world.likes(post, CUT_W48, 12);
    StoredReport stored = reportOf(W48);
    String text = Canonical.write(stored.read());
    assertThat(text).isEqualTo(stored.document());
    assertThat(Canonical.sha256(text)).isEqualTo(stored.sha256());
    assertThat(text).startsWith("{\"bottom\":[");
  }

  @Test
  void the_table_for_spreadsheets_has_empty_cells_for_what_is_unknown_and_no_formulas() {
    UUID post = world.published(world.post(campaign), bluesky, IN_W48);
    world.likes(post, CUT_W48, 12);
    String csv = ReportCsv.of(reportOf(W48));
    assertThat(csv).startsWith("\uFEFFminggu;versi;status;sha256;");
    List<String> lines = csv.lines().toList();
    assertThat(lines).hasSize(2);
    List<String> names = List.of(lines.get(0).split(";", -1));
    List<String> cells = List.of(lines.get(1).split(";", -1));
    assertThat(cells.get(names.indexOf("teks"))).startsWith("\"'=Ayo ke pasar");
    assertThat(cells.get(names.indexOf("suka_tambahan"))).isEqualTo("12");
    assertThat(cells.get(names.indexOf("tayangan_tambahan"))).isEmpty();
    assertThat(cells.get(names.indexOf("komentar_tambahan"))).isEqualTo("0");
    assertThat(csv).doesNotContain("628115550000");
  }

  private List<String> versions() {
    return world.jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select week || ' v' || version || ' ' || state from weekly_report"
                        + " order by week, version")
                .mapTo(String.class)
                .list());
  }

  private StoredReport reportOf(Week week) {
    world.at("2026-12-03T09:00:00");
    reports.makeDue();
    return reports.get(week, Optional.empty());
  }

  private ReportDocument finalOf(Week week) {
    return reportOf(week).read();
  }

  private Cell cell(Week week, UUID post, Measure measure) {
    return reports.get(week, Optional.empty()).read().row(post).orElseThrow().cell(measure);
  }

  private List<UUID> thisWeek(Week week) {
    return reports.get(week, Optional.empty()).read().rows().stream()
        .filter(ReportedPost::publishedThisWeek)
        .map(ReportedPost::renditionId)
        .toList();
  }

  private static RateLine rate(RateBase base, String percent) {
    Optional<BigDecimal> value = Optional.of(new BigDecimal(percent));
    return new RateLine(base, 1, value, value, value);
  }

  private static long sum(List<Optional<Long>> values) {
    return values.stream().mapToLong(v -> v.orElse(0L)).sum();
  }

  private static Week week(String label) {
    return Week.parse(label).orElseThrow();
  }
}
