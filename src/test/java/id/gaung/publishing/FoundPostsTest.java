package id.gaung.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.gaung.engagement.EngagementFeature;
import id.gaung.engagement.Watches;
import id.gaung.found.FoundFeature;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Week;
import id.gaung.kernel.Wita;
import id.gaung.platform.Failure;
import id.gaung.platform.Figure;
import id.gaung.platform.Listing;
import id.gaung.platform.Metric;
import id.gaung.platform.Reading;
import id.gaung.platform.RemotePost;
import id.gaung.publishing.FoundPosts.LinkFound;
import id.gaung.report.Cell;
import id.gaung.report.Measure;
import id.gaung.report.ReportDocument;
import id.gaung.report.ReportedPost;
import id.gaung.report.WeeklyReports;
import id.gaung.report.Why;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Posts that came out beside Gaung: found on the account, measured, linked and told in reports. */
class FoundPostsTest extends PostsWorld {

  private static final Week W47 = Week.parse("2026-W47").orElseThrow();
  private static final LocalDateTime WEDNESDAY = LocalDateTime.of(2026, 11, 25, 10, 0);

  private FoundFeature found;
  private WeeklyReports reports;

  @BeforeEach
  void look() {
    Watches watches = EngagementFeature.watches(world.foundation);
    publishing.listen(watches);
    found =
        new FoundFeature(
            world.foundation,
            publishing.found(),
            watches,
            channels,
            world.campaign.campaigns(),
            world.products);
    reports = new WeeklyReports(world.foundation);
    stepTo(WEDNESDAY);
    // Reports cannot be taken away, and the database is other tests' too.
    world.jdbi.useHandle(
        h -> {
          h.execute("set session_replication_role = replica");
          h.execute("delete from weekly_report");
          h.execute("set session_replication_role = default");
        });
  }

  private UUID planned() {
    return own(
        new ComposedRendition(
            channel, "Kabar kantor. #umkm", LocalDateTime.of(2026, 11, 25, 19, 30), List.of()));
  }

  private static Listing.Post listed(String id, LocalDateTime at, long likes) {
    return listed(
        id,
        at,
        Map.of(
            Metric.LIKES, Figure.of(likes),
            Metric.COMMENTS, Figure.of(2),
            Metric.SHARES, Figure.of(1),
            Metric.VIEWS, Figure.missing(Figure.Gap.NOT_OFFERED)));
  }

  private static Listing.Post listed(String id, LocalDateTime at, Map<Metric, Figure> figures) {
    return new Listing.Post(
        new RemotePost(id, Optional.of(URI.create("https://fake.test/" + id))),
        Wita.instant(at),
        "Kabar lama " + id,
        figures);
  }

  private static final Listing.Post LAST_WEEK =
      listed("minggu-lalu", LocalDateTime.of(2026, 11, 19, 12, 0), 300);
  private static final Listing.Post OLD = listed("lama", LocalDateTime.of(2026, 9, 10, 12, 0), 40);
  private static final Listing.Post TOO_OLD =
      listed("terlalu-lama", LocalDateTime.of(2026, 8, 1, 12, 0), 9);
  private static final Listing.Post THIS_WEEK =
      listed("pekan-ini", LocalDateTime.of(2026, 11, 24, 8, 0), 70);

  private void search() {
    found.schedules().get(0).job().run();
  }

  private List<FoundPost> all() {
    return publishing.found().page(false, 1).rows();
  }

  private long count(String sql) {
    return world.jdbi.withHandle(h -> h.createQuery(sql).mapTo(Long.class).one());
  }

  private UUID id(String text) {
    return all().stream().filter(one -> one.text().endsWith(text)).findFirst().orElseThrow().id();
  }

  private ReportDocument report(Week week) {
    return reports.get(week, Optional.empty()).read();
  }

  private static ReportedPost row(ReportDocument report, String text) {
    return report.rows().stream()
        .filter(one -> one.text().endsWith(text))
        .findFirst()
        .orElseThrow();
  }

  private void read(String text, LocalDateTime at, long likes) {
    Map.of("LIKES", likes, "COMMENTS", 2L, "SHARES", 1L)
        .forEach(
            (metric, value) ->
                world.jdbi.useHandle(
                    h ->
                        h.execute(
                            "insert into snapshot (rendition_id, metric, value, observed_at,"
                                + " source) values (?, ?, ?, ?, 'API')",
                            id(text),
                            metric,
                            value,
                            Wita.instant(at))));
  }

  @Test
  void ninety_days_of_a_new_account_are_imported_with_their_counts_and_nothing_twice() {
    network.pages = List.of(List.of(THIS_WEEK, LAST_WEEK), List.of(OLD, TOO_OLD));

    search();

    assertThat(all())
        .extracting(FoundPost::text)
        .containsExactly("Kabar lama pekan-ini", "Kabar lama minggu-lalu", "Kabar lama lama");
    assertThat(all()).allMatch(one -> one.campaign().isEmpty());
    search();
    assertThat(network.listings).hasValue(2);
    world.clock.step(Duration.ofDays(1));
    search();
    assertThat(all()).hasSize(3);
    assertThat(count("select count(*) from snapshot where metric = 'LIKES'")).isEqualTo(3);
  }

  @Test
  void the_same_morning_there_is_a_report_of_the_last_whole_week_and_no_earlier_one() {
    network.pages = List.of(List.of(THIS_WEEK, LAST_WEEK, OLD));
    search();

    assertThat(reports.makeDue()).hasSize(1);

    ReportDocument report = report(W47);
    assertThat(report.rows())
        .extracting(ReportedPost::text)
        .containsExactly("Kabar lama minggu-lalu");
    ReportedPost post = report.rows().get(0);
    assertThat(post.beside()).isTrue();
    assertThat(post.campaign()).isEmpty();
    Cell likes = post.cell(Measure.LIKES);
    assertThat(likes.complete()).isFalse();
    assertThat(likes.why()).contains(Why.OPENING);
    assertThat(likes.lifetime()).contains(300L);
    assertThat(likes.readAt()).contains(Wita.instant(WEDNESDAY));
    assertThat(post.cell(Measure.INTERACTIONS).lifetime()).contains(303L);
    assertThat(report.metric(Measure.INTERACTIONS).totals().growth()).isEmpty();
    assertThat(report.pageOne().orElseThrow().published()).isZero();
  }

  @Test
  void first_readings_are_where_counting_begins_and_never_movement() {
    network.pages = List.of(List.of(THIS_WEEK, LAST_WEEK, OLD));
    search();
    reports.makeDue();
    read("minggu-lalu", LocalDateTime.of(2026, 11, 29, 23, 0), 350);
    read("pekan-ini", LocalDateTime.of(2026, 11, 29, 23, 0), 90);
    read("minggu-lalu", LocalDateTime.of(2026, 12, 6, 23, 0), 420);
    read("pekan-ini", LocalDateTime.of(2026, 12, 6, 23, 0), 95);
    stepTo(LocalDateTime.of(2026, 12, 7, 9, 0));
    reports.makeDue();

    ReportDocument first = report(W47.next());
    assertThat(row(first, "minggu-lalu").cell(Measure.LIKES).why()).contains(Why.OPENING);
    assertThat(row(first, "pekan-ini").cell(Measure.LIKES).growth()).isEmpty();
    assertThat(row(first, "pekan-ini").cell(Measure.LIKES).lifetime()).contains(90L);
    ReportDocument second = report(W47.next().next());
    assertThat(row(second, "minggu-lalu").cell(Measure.LIKES).growth()).contains(70L);
    assertThat(row(second, "minggu-lalu").cell(Measure.LIKES).late()).contains(0L);
    assertThat(row(second, "pekan-ini").cell(Measure.INTERACTIONS).growth()).contains(5L);
  }

  @Test
  void a_week_that_was_told_before_is_not_told_again_of_a_new_account() {
    UUID own = planned();
    publishing
        .renditions()
        .approve(world.approver, only(own).id(), new AdvanceRendition(only(own).version()));
    world.jdbi.useHandle(
        h ->
            h.execute(
                "update rendition set state = 'PUBLISHED', remote_id = 'x', published_at = ?"
                    + " where id = ?",
                Wita.instant(LocalDateTime.of(2026, 11, 18, 9, 0)),
                only(own).id()));
    reports.makeDue();
    assertThat(report(W47).rows()).hasSize(1);
    network.pages = List.of(List.of(LAST_WEEK));
    search();
    stepTo(LocalDateTime.of(2026, 11, 26, 9, 0));
    reports.makeDue();

    assertThat(report(W47).version()).isEqualTo(2);
    assertThat(report(W47).rows()).hasSize(1);
  }

  @Test
  void an_account_that_is_still_being_read_is_in_no_report() {
    network.pages = List.of(List.of(LAST_WEEK), List.of(OLD));
    network.listTroubles.add(Failure.of(Failure.Kind.TRANSIENT, "HTTP 503", ""));
    search();
    assertThat(all()).as("its first page").hasSize(1);
    assertThat(reports.makeDue()).isEmpty();
    world.clock.step(Duration.ofMinutes(11));
    search();
    assertThat(network.listings).as("the first page is not asked for again").hasValue(3);
    assertThat(all()).hasSize(2);
    assertThat(reports.makeDue()).hasSize(1);
  }

  private static Listing.Post old(String id, int day) {
    return listed(id, LocalDateTime.of(2026, 11, day, 12, 0), 5);
  }

  private static Listing.Post bare(String id, int day) {
    return listed(id, LocalDateTime.of(2026, 11, day, 12, 0), Map.of());
  }

  @Test
  void the_last_whole_week_is_reported_while_the_rest_of_ninety_days_is_still_read() {
    network.pages =
        List.of(
            List.of(THIS_WEEK, LAST_WEEK, old("a", 13), old("b", 12), old("c", 11)), List.of(OLD));
    network.listTroubles.add(Failure.of(Failure.Kind.TRANSIENT, "HTTP 503", ""));

    search();

    assertThat(count("select count(*) from channel_search where first_done_at is null")).isOne();
    assertThat(reports.makeDue()).hasSize(1);
    assertThat(report(W47).rows())
        .extracting(ReportedPost::text)
        .containsExactly("Kabar lama minggu-lalu");
    assertThat(count("select count(*) from found_post where settled")).isEqualTo(2);
    assertThat(all()).as("the older ones are kept and wait").hasSize(5);
    world.clock.step(Duration.ofMinutes(11));
    search();
    assertThat(count("select count(*) from found_post where not settled")).isZero();
  }

  @Test
  void a_limit_in_the_middle_of_a_page_repeats_no_first_reading() {
    network.pages = List.of(List.of(bare("a", 20), bare("b", 19), bare("c", 18), bare("d", 17)));
    List<String> asked = new ArrayList<>();
    Failure limit = Failure.rateLimited("USAGE", "100 %", Duration.ofMinutes(40));
    network.readBatch = 2;
    network.reading =
        batch -> {
          batch.forEach(post -> asked.add(post.remoteId()));
          boolean reached = asked.size() > 2 && asked.size() < 5;
          return batch.stream()
              .collect(
                  Collectors.toMap(
                      post -> post,
                      post ->
                          reached && !post.equals(batch.get(0))
                              ? new Reading.Failed(limit)
                              : new Reading.Measured(Map.of(Metric.LIKES, Figure.of(7)))));
        };

    search();

    assertThat(all()).as("what was read before the limit").hasSize(3);
    assertThat(reports.makeDue()).as("the week is not whole").isEmpty();
    search();
    assertThat(asked).as("the account is left alone").hasSize(4);
    world.clock.step(Duration.ofMinutes(41));
    search();
    assertThat(all()).hasSize(4);
    assertThat(asked).hasSize(5);
    assertThat(count("select count(*) from snapshot where metric = 'LIKES'")).isEqualTo(4);
    assertThat(reports.makeDue()).hasSize(1);
  }

  @Test
  void posts_that_their_network_refuses_for_good_do_not_hold_their_account_back() {
    network.pages = List.of(List.of(bare("a", 20)));
    network.reading =
        batch ->
            Map.of(
                batch.get(0),
                new Reading.Failed(Failure.of(Failure.Kind.REJECTED, "100", "no insights")));
    search();
    assertThat(all()).hasSize(1);
    assertThat(count("select count(*) from channel_search where first_done_at is not null"))
        .isOne();
  }

  @Test
  void a_list_is_over_where_its_last_posts_are_all_too_old() {
    Listing.Post older = listed("x", LocalDateTime.of(2026, 7, 1, 12, 0), 9);
    network.pages = List.of(List.of(LAST_WEEK, TOO_OLD, TOO_OLD, older), List.of(OLD));
    search();
    assertThat(network.listings)
        .as("nothing younger comes behind three that are older")
        .hasValue(1);
  }

  @Test
  void what_broke_off_goes_on_at_its_page() {
    network.pages = List.of(List.of(THIS_WEEK), List.of(LAST_WEEK), List.of(OLD));
    search();
    world.jdbi.useHandle(
        h ->
            h.execute(
                "update channel_search set after = '2', first_done_at = null, next_at = ?",
                world.clock.instant()));
    network.listings.set(0);
    search();
    assertThat(network.listings).hasValue(1);
  }

  @Test
  void a_post_of_ours_is_never_found_and_one_that_turns_out_to_be_ours_is_no_other() {
    UUID own = planned();
    publishing
        .renditions()
        .approve(world.approver, only(own).id(), new AdvanceRendition(only(own).version()));
    String remote = "at://" + only(own).id();
    network.pages = List.of(List.of(listed(remote, LocalDateTime.of(2026, 11, 25, 9, 0), 1)));
    search();
    assertThat(all()).hasSize(1);
    world.jdbi.useHandle(
        h ->
            h.execute(
                "update rendition set state = 'PUBLISHED', remote_id = ?, published_at = ?"
                    + " where id = ?",
                remote,
                world.clock.instant(),
                only(own).id()));
    assertThat(all()).isEmpty();
    assertThat(count("select count(*) from publishing_outcome_line where beside")).isZero();
  }

  @Test
  void it_is_linked_to_a_campaign_and_its_products_and_stands_there() {
    network.pages = List.of(List.of(LAST_WEEK));
    search();
    UUID id = id("minggu-lalu");
    UUID campaign = world.activeCampaign();

    publishing
        .found()
        .link(world.staff, id, new LinkFound(Optional.of(campaign), List.of(world.product), 1));

    FoundPost linked = publishing.found().get(id);
    assertThat(linked.campaignId()).contains(campaign);
    assertThat(publishing.found().products(List.of(id)).get(id)).containsExactly(world.product);
    reports.makeDue();
    ReportedPost told = report(W47).rows().get(0);
    assertThat(told.campaignId()).contains(campaign);
    assertThat(told.products()).hasSize(1);
    assertThatThrownBy(
            () ->
                publishing
                    .found()
                    .link(world.staff, id, new LinkFound(Optional.empty(), List.of(), 1)))
        .isInstanceOf(Problem.class);
    publishing.found().link(world.staff, id, new LinkFound(Optional.empty(), List.of(), 2));
    assertThat(publishing.found().products(List.of(id))).isEmpty();
    assertThatThrownBy(
            () ->
                publishing
                    .found()
                    .link(
                        world.person("Tamu", Role.OBSERVER),
                        id,
                        new LinkFound(Optional.empty(), List.of(), 3)))
        .isInstanceOf(Problem.class);
  }
}
