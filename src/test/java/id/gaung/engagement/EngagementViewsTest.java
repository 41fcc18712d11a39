package id.gaung.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.db.RowsByHand;
import id.gaung.db.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What engagement vouches for to others. */
@Tag("database")
class EngagementViewsTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.create();

  private final RowsByHand rows = new RowsByHand(DATABASE);

  @Test
  void a_reading_that_was_corrected_does_not_count_and_a_gap_stays_a_gap() {
    rows.given(
        """
        insert into snapshot (id, rendition_id, metric, value, gap, observed_at, source, supersedes)
        overriding system value values
          (1, #1, 'LIKES', 10, null, '2026-11-22 00:00Z', 'API', null),
          (2, #1, 'LIKES', 999, null, '2026-11-23 00:00Z', 'STAFF_TYPED', null),
          (3, #1, 'LIKES', 99, null, '2026-11-23 00:00Z', 'STAFF_TYPED', 2),
          (4, #1, 'LIKES', 12, null, '2026-11-24 00:00Z', 'STAFF_TYPED', 3),
          (5, #1, 'VIEWS', null, 'NOT_OFFERED', '2026-11-22 00:00Z', 'API', null),
          (6, #1, 'SAVES', 0, null, '2026-11-22 00:00Z', 'API', null)
        """);
    assertThat(
            rows.of("id, rendition_id, metric, value, gap, observed_at", "engagement_week_reading"))
        .containsExactly(
            "(1,#1,LIKES,10,,\"2026-11-22 00:00:00+00\")",
            "(4,#1,LIKES,12,,\"2026-11-24 00:00:00+00\")",
            "(5,#1,VIEWS,,NOT_OFFERED,\"2026-11-22 00:00:00+00\")",
            "(6,#1,SAVES,0,,\"2026-11-22 00:00:00+00\")");
  }

  @Test
  void followers_are_a_value_or_a_gap_and_told_or_typed() {
    rows.given(
        """
        insert into follower_snapshot (id, channel_id, value, gap, observed_at, source)
        overriding system value values
          (1, #1, 500, null, '2026-11-22 00:00Z', 'STAFF_TYPED'),
          (2, #1, null, 'NOT_YET', '2026-11-23 00:00Z', 'API')
        """);
    assertThat(
            rows.of(
                "id, channel_id, value, gap, observed_at, source", "engagement_follower_reading"))
        .containsExactly(
            "(1,#1,500,,\"2026-11-22 00:00:00+00\",STAFF_TYPED)",
            "(2,#1,,NOT_YET,\"2026-11-23 00:00:00+00\",API)");
  }

  @Test
  void what_was_deleted_of_posts_is_told_by_metric_and_followers_are_no_post() {
    rows.given(
        """
        insert into reading_deletion (subject_id, metric, until, deleted_at, readings) values
          (#1, 'VIEWS', '2026-10-20 00:00Z', '2026-11-23 00:00Z', 7),
          (#2, 'FOLLOWERS', '2026-10-20 00:00Z', '2026-11-23 00:00Z', 7)
        """);
    assertThat(rows.of("rendition_id, metric, until, deleted_at", "engagement_deleted_reading"))
        .containsExactly("(#1,VIEWS,\"2026-10-20 00:00:00+00\",\"2026-11-23 00:00:00+00\")");
  }

  @Test
  void only_what_was_found_gone_is_removed_and_since_it_was_first_missed() {
    rows.given(
        """
        insert into watch (rendition_id, channel_id, published_at, remote_id, absent_since,
          ended_at, end_reason) values
          (#1, #c, '2026-11-01 00:00Z', '1', null, null, null),
          (#2, #c, '2026-11-01 00:00Z', '2', '2026-11-20 00:00Z', null, null),
          (#3, #c, '2026-11-01 00:00Z', '3', null, '2026-11-30 00:00Z', 'LADDER_DONE'),
          (#4, #c, '2026-11-01 00:00Z', '4', '2026-11-20 00:00Z', '2026-11-21 00:00Z', 'POST_GONE'),
          (#5, #c, '2026-11-01 00:00Z', '5', null, '2026-11-21 00:00Z', 'POST_GONE')
        """);
    assertThat(
            rows.of(
                "rendition_id, channel_id, published_at::date, absent_since::date, ended_at::date,"
                    + " removed_at::date",
                "engagement_watch_span"))
        .containsExactly(
            "(#1,#c,2026-11-01,,,)",
            "(#2,#c,2026-11-01,2026-11-20,,)",
            "(#3,#c,2026-11-01,,2026-11-30,)",
            "(#4,#c,2026-11-01,2026-11-20,2026-11-21,2026-11-20)",
            "(#5,#c,2026-11-01,,2026-11-21,2026-11-21)");
  }

  @Test
  void a_post_is_hidden_from_then_to_then_and_may_be_so_again() {
    rows.given(
        """
        insert into hidden_span (rendition_id, since, until) values
          (#1, '2026-11-20 00:00Z', '2026-11-21 00:00Z'), (#1, '2026-11-24 00:00Z', null)
        """);
    assertThat(rows.of("rendition_id, since::date, until::date", "engagement_hidden_span"))
        .containsExactly("(#1,2026-11-20,2026-11-21)", "(#1,2026-11-24,)");
  }

  @Test
  void a_change_of_counting_names_its_metric_or_means_them_all() {
    rows.given("delete from count_change");
    rows.given(
        """
        insert into count_change (id, network, metric, changed_on, text_id, text_en, source) values
          (#1, 'A', 'VIEWS', '2026-11-20', 'satu', 'one', 's'),
          (#2, 'B', null, '2026-11-21', 'dua', 'two', 's')
        """);
    assertThat(
            rows.of("id, network, metric, changed_on, text_id, text_en", "engagement_count_change"))
        .containsExactly("(#1,A,VIEWS,2026-11-20,satu,one)", "(#2,B,,2026-11-21,dua,two)");
  }
}
