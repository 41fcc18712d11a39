package id.gaung.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Nets;
import id.gaung.kernel.Week;
import id.gaung.platform.Metric;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A report says where its figures come from, and its lists add up to them. */
@Tag("database")
class ReportSourcesTest {

  private static final Week W48 = Week.parse("2026-W48").orElseThrow();

  private final ReportWorld world = new ReportWorld();
  private final UUID campaign = world.campaign("Pasar Inpres", 5_000_000);
  private final UUID bluesky = world.channel(Nets.BLUESKY);

  @AfterEach
  void close() {
    world.close();
  }

  private ReportDocument report() {
    world.at("2026-12-03T09:00:00");
    world.reports.makeDue();
    return world.reports.get(W48, Optional.empty()).read();
  }

  private void typed(UUID post, long likes) {
    for (Metric metric : List.of(Metric.LIKES, Metric.COMMENTS, Metric.SHARES)) {
      world.run(
          """
          insert into snapshot (rendition_id, metric, value, observed_at, source)
          values (:id, :metric, :value, :at, 'STAFF_TYPED')
          """,
          Map.of(
              "id",
              post,
              "metric",
              metric.name(),
              "value",
              metric == Metric.LIKES ? likes : 0,
              "at",
              ReportWorld.wita("2026-11-29T23:30:00")));
    }
  }

  @Test
  void figures_that_a_person_typed_are_told_from_those_of_a_network() {
    UUID typed = world.published(world.post(campaign), bluesky, "2026-11-24T10:00:00");
    typed(typed, 12);
    UUID read = world.published(world.post(campaign), bluesky, "2026-11-24T11:00:00");
    world.likes(read, "2026-11-29T23:30:00", 7);
    world.run(
        """
        insert into follower_snapshot (channel_id, value, observed_at, source)
        values (:id, 95, :at, 'STAFF_TYPED')
        """,
        Map.of("id", bluesky, "at", ReportWorld.wita("2026-11-22T20:00:00")));
    world.followers(bluesky, "2026-11-29T20:00:00", 118);

    ReportDocument report = report();

    assertThat(report.rows())
        .extracting(ReportedPost::renditionId, ReportedPost::typed)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(typed, true),
            org.assertj.core.groups.Tuple.tuple(read, false));
    assertThat(report.followers().get(0).readings())
        .extracting(FollowerLine.FollowerReading::typed)
        .containsExactly(true, false);
    assertThat(ReportCsv.of(world.reports.get(W48, Optional.empty())))
        .contains("sumber_angka", ";diketik\r\n", ";api\r\n");
  }

  /** The newest before the week's end counts: a login that came later says nothing of it. */
  @Test
  void what_a_network_says_after_the_week_does_not_make_the_weeks_figures_its_own() {
    UUID post = world.published(world.post(campaign), bluesky, "2026-11-24T10:00:00");
    typed(post, 12);
    world.read(post, Metric.LIKES, "2026-12-01T08:00:00", 15);
    assertThat(report().rows()).extracting(ReportedPost::typed).containsExactly(true);
  }

  @Test
  void the_list_of_the_weeks_posts_and_what_moved_beside_it_add_up_to_the_week() {
    UUID planned = world.published(world.post(campaign), bluesky, "2026-11-24T10:00:00");
    world.likes(planned, "2026-11-29T23:30:00", 12);
    UUID older = world.published(world.post(campaign), bluesky, "2026-11-17T10:00:00");
    world.likes(older, "2026-11-22T23:30:00", 5);
    world.likes(older, "2026-11-29T23:30:00", 9);
    UUID found = found("2026-11-25T10:00:00");
    world.likes(found, "2026-11-29T23:30:00", 30);

    ReportDocument report = report();
    List<PageOne.PostLine> listed = report.pageOne().orElseThrow().posts();

    BeyondPlan beside = BeyondPlan.ofWeek(report, listed);
    BeyondPlan before = BeyondPlan.older(report, listed);
    assertThat(beside.posts()).isEqualTo(1);
    assertThat(beside.growth(Measure.LIKES)).contains(30L);
    assertThat(before.posts()).isEqualTo(1);
    assertThat(before.growth(Measure.LIKES)).contains(4L);
    assertThat(report.metric(Measure.LIKES).totals().growth()).contains(12L + 30 + 4);
  }

  private UUID found(String at) {
    UUID id = UUID.randomUUID();
    world.run(
        """
        insert into found_post (id, channel_id, remote_id, text, published_at, found_at, opening,
          settled)
        values (:id, :channel, 'f1', 'Kopi', :at, :at, false, true)
        """,
        Map.of("id", id, "channel", bluesky, "at", ReportWorld.wita(at)));
    world.run(
        """
        insert into watch (rendition_id, channel_id, published_at, remote_id)
        values (:id, :channel, :at, 'f1')
        """,
        Map.of("id", id, "channel", bluesky, "at", ReportWorld.wita(at)));
    return id;
  }
}
