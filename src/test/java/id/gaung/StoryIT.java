package id.gaung;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Network;
import id.gaung.kernel.Week;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.PublishMode;
import id.gaung.publishing.PostMeasures.Point;
import id.gaung.report.Measure;
import id.gaung.report.ReportDocument;
import id.gaung.report.ReportedPost;
import id.gaung.sandbox.PracticeServer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The main job end to end: eight weeks by the real commands against the practice networks. */
@Tag("database")
class StoryIT {

  private final Gaung gaung = RunningGaung.get().gaung();
  private final Practice practice = RunningGaung.get().practice();

  @Test
  void every_post_went_out_exactly_once() {
    long published =
        gaung
            .foundation()
            .jdbi()
            .withHandle(
                h ->
                    h.createQuery(
                            """
                            select
                              (select count(*) from rendition
                               where state in ('PUBLISHED', 'REMOVED') and remote_url is not null)
                              + (select count(*) from found_post)
                            """)
                        .mapTo(Long.class)
                        .one());
    long arrived = 0;
    for (Network network : PracticeServer.networks()) {
      arrived += practice.sandbox().posts().count(network);
      assertThat(practice.sandbox().posts().duplicates(network)).isEmpty();
    }
    assertThat(published).isGreaterThan(100);
    assertThat(arrived).isEqualTo(published);
  }

  @Test
  void nothing_is_stuck() {
    Map<String, Long> states =
        gaung
            .foundation()
            .jdbi()
            .withHandle(
                h ->
                    h.createQuery(
                            "select state, count(*) as n from rendition where due_at < now() -"
                                + " interval '2 hours' group by state")
                        .reduceRows(
                            new java.util.TreeMap<String, Long>(),
                            (map, row) -> {
                              map.put(
                                  row.getColumn("state", String.class),
                                  row.getColumn("n", Long.class));
                              return map;
                            }));
    assertThat(states.keySet()).isSubsetOf("PUBLISHED", "REMOVED", "MISSED");
  }

  /** A stopped hour, a network out of order and a deleted post: an office as it is. */
  @Test
  void not_everything_went_as_planned() {
    assertThat(
            count(
                "state = 'MISSED' and channel_id not in"
                    + " (select channel_id from channel_hand_line)"))
        .as("one post on its three accounts")
        .isEqualTo(3);
    assertThat(count("state = 'REMOVED'")).isEqualTo(1);
    assertThat(count("published_at >= due_at + interval '4 minutes'")).isPositive();
  }

  /** An account by hand: something waits, something was done, and something was done late. */
  @Test
  void a_person_has_tasks_that_wait_are_done_and_were_late() {
    String byHand = "channel_id in (select channel_id from channel_hand_line) and ";
    assertThat(count(byHand + "state in ('HANDED_OVER', 'MISSED')"))
        .as("one on the second account, and one draft in an app")
        .isEqualTo(2);
    assertThat(count(byHand + "published_at < due_at + interval '1 hour'"))
        .as("one on the second account, and one on each network without us")
        .isEqualTo(1 + firstByHand());
    assertThat(count(byHand + "published_at > due_at + interval '1 hour'")).isEqualTo(1);
  }

  private static long firstByHand() {
    return PracticeServer.networks().stream()
        .filter(network -> NetworkModule.of(network).traits().modes().get(0) != PublishMode.API)
        .count();
  }

  /** Of the posts that creators tell of, some are read and some are typed. */
  @Test
  void creators_own_posts_are_measured() {
    assertThat(ofCreators("")).isGreaterThan(10);
    assertThat(ofCreators("and typed")).isPositive();
    assertThat(ofCreators("and not typed")).isPositive();
  }

  /** Two came out in the networks' apps: one was linked, one waits to be. */
  @Test
  void posts_beside_are_found_and_linked() {
    var found = gaung.publishing().found();
    assertThat(found.page(true, 1).rows())
        .singleElement()
        .satisfies(post -> assertThat(post.removedAt()).isEmpty());
    assertThat(found.page(false, 1).rows().stream().filter(post -> post.campaignId().isPresent()))
        .singleElement()
        .satisfies(
            post -> assertThat(found.products(List.of(post.id())).get(post.id())).hasSize(1));
  }

  private long ofCreators(String condition) {
    return gaung
        .foundation()
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(
                        "select count(*) from found_post f join watch w on w.rendition_id = f.id"
                            + " where f.deliverable_id is not null "
                            + condition)
                    .mapTo(Long.class)
                    .one());
  }

  private long count(String condition) {
    return gaung
        .foundation()
        .jdbi()
        .withHandle(
            h ->
                h.createQuery("select count(*) from rendition where " + condition)
                    .mapTo(Long.class)
                    .one());
  }

  @Test
  void last_weeks_report_is_there_and_holds() {
    Week last = Week.of(gaung.foundation().clock().instant()).previous();
    var report = gaung.report().reports().get(last.previous(), Optional.empty());
    assertThat(gaung.report().reports().holds(report)).isTrue();
    assertThat(gaung.report().reports().newestPath()).isPresent();
  }

  /** Two roads from the readings to a number: the report's weeks, and a post's own page. */
  @Test
  void a_posts_page_had_at_the_weeks_end_what_the_report_says() {
    ReportDocument report = newestReport();
    Instant end = Week.parse(report.week()).orElseThrow().end();
    Map<UUID, List<ReportedPost>> posts =
        report.rows().stream().collect(Collectors.groupingBy(ReportedPost::postId));
    int compared = 0;
    for (Map.Entry<UUID, List<ReportedPost>> post : posts.entrySet()) {
      List<Optional<Long>> counts =
          post.getValue().stream().map(row -> row.cell(Measure.INTERACTIONS).lifetime()).toList();
      if (counts.stream().allMatch(Optional::isPresent)) {
        List<Point> seen =
            gaung.engagement().measures().of(post.getKey()).orElseThrow().growth().stream()
                .filter(point -> !point.at().isAfter(end))
                .toList();
        assertThat(seen.get(seen.size() - 1).interactions())
            .as(post.getValue().get(0).text())
            .isEqualTo(counts.stream().mapToLong(Optional::orElseThrow).sum());
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(10);
  }

  private ReportDocument newestReport() {
    String week = gaung.report().reports().newestPath().orElseThrow().replaceFirst(".*/", "");
    return gaung.report().reports().get(Week.parse(week).orElseThrow(), Optional.empty()).read();
  }

  @Test
  void no_job_failed_at_anything() {
    assertThat(gaung.clusterSchedules())
        .isNotEmpty()
        .allSatisfy(s -> assertThat(s.job().failed()).as(s.job().name()).isZero());
  }

  @Test
  void the_audit_chain_holds() {
    assertThat(gaung.foundation().audit().verify().holds()).isTrue();
    assertThat(gaung.foundation().audit().verify().rows()).isGreaterThan(500);
  }
}
