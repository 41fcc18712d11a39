package id.gaung.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.db.RowsByHand;
import id.gaung.db.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What publishing vouches for to others. */
@Tag("database")
class PublishingViewsTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.create();

  private final RowsByHand rows = new RowsByHand(DATABASE);

  @BeforeEach
  void empty() {
    for (String table : new String[] {"rendition_plan", "rendition", "post", "post_product"}) {
      rows.given("truncate " + table + " cascade");
    }
  }

  @Test
  void a_rendition_is_told_with_its_post_and_can_be_measured_once_its_id_is_known() {
    rows.given(
            """
            insert into post (id, campaign_id, deliverable_id, created_at) values
              (#1, #a, null, now()), (#2, #a, #d, now())
            """)
        .given(
            """
            insert into rendition (id, post_id, channel_id, text, due_at, state, held_reason,
              failure_kind, published_at, remote_id, remote_url, ended_at, created_at) values
              (#3, #1, #c, repeat('x', 200), '2026-11-24 00:00Z', 'SCHEDULED', 'CHANNEL', null,
                null, null, null, null, now()),
              (#4, #2, #c, 'Teks', '2026-11-24 00:00Z', 'PUBLISHED', null, null,
                '2026-11-24 00:01Z', 'r4', 'https://x.example/4', null, now()),
              (#5, #2, #e, 'Teks', '2026-11-24 00:00Z', 'FAILED', null, 'PERMANENT',
                null, null, null, '2026-11-24 00:02Z', now())
            """);
    assertThat(
            rows.of(
                "rendition_id, post_id, campaign_id, deliverable_id, channel_id, length(text) as n,"
                    + " state, held_reason, failure_kind, published_at::time, measurable,"
                    + " remote_url, ended_at::time",
                "publishing_outcome_line"))
        .containsExactly(
            "(#3,#1,#a,,#c,120,SCHEDULED,CHANNEL,,,f,,)",
            "(#4,#2,#a,#d,#c,4,PUBLISHED,,,00:01:00,t,https://x.example/4,)",
            "(#5,#2,#a,#d,#e,4,FAILED,,PERMANENT,,f,,00:02:00)");
  }

  private void plan(String id, String at, String kind, String from, String to) {
    rows.given(
        """
        insert into rendition_plan (rendition_id, at, kind, due_from, due_to, by_name)
        values (%s, '%s+08', '%s', %s, %s, 'Sari')
        """
            .formatted(id, at, kind, wita(from), wita(to)));
  }

  private static String wita(String time) {
    return time.isEmpty() ? "null" : "'" + time + "+08'";
  }

  private static final String WEEK =
      "rendition_id, (week_start at time zone 'Asia/Makassar')::date as week,"
          + " (due_at at time zone 'Asia/Makassar') as due";

  @Test
  void a_weeks_plan_is_what_stood_when_it_began_or_was_first_set_within_it() {
    // Planned before the week, moved within it: the first time stands.
    plan("#1", "2026-11-20 10:00", "PLANNED", "", "2026-11-24 10:00");
    plan("#1", "2026-11-24 09:00", "MOVED", "2026-11-24 10:00", "2026-11-26 10:00");
    // Moved to another week before this one began.
    plan("#2", "2026-11-18 10:00", "PLANNED", "", "2026-11-24 10:00");
    plan("#2", "2026-11-19 10:00", "MOVED", "2026-11-24 10:00", "2026-12-01 10:00");
    // First set within the week, on its first moment and on its last.
    plan("#3", "2026-11-23 00:00", "PLANNED", "", "2026-11-29 23:59");
    // Called off before the week began; and within it, which leaves it in the plan.
    plan("#4", "2026-11-18 10:00", "PLANNED", "", "2026-11-24 10:00");
    plan("#4", "2026-11-22 23:59", "CANCELLED", "", "");
    plan("#5", "2026-11-18 10:00", "PLANNED", "", "2026-11-24 10:00");
    plan("#5", "2026-11-23 00:00", "CANCELLED", "", "");
    // A retry plans nothing.
    plan("#6", "2026-11-18 10:00", "PLANNED", "", "2026-11-24 10:00");
    plan("#6", "2026-11-30 10:00", "RETRIED", "", "");
    assertThat(rows.of(WEEK, "publishing_plan_line"))
        .containsExactly(
            "(#1,2026-11-23,\"2026-11-24 10:00:00\")",
            "(#2,2026-11-30,\"2026-12-01 10:00:00\")",
            "(#3,2026-11-23,\"2026-11-29 23:59:00\")",
            "(#5,2026-11-23,\"2026-11-24 10:00:00\")",
            "(#6,2026-11-23,\"2026-11-24 10:00:00\")");
  }

  @Test
  void what_became_of_a_plan_is_everything_but_its_making() {
    plan("#1", "2026-11-18 10:00", "PLANNED", "", "2026-11-24 10:00");
    plan("#1", "2026-11-19 10:00", "MOVED", "2026-11-24 10:00", "2026-11-25 10:00");
    for (String kind : new String[] {"RETRIED", "MISSED", "FAILED", "CANCELLED", "REMOVED"}) {
      plan("#1", "2026-11-25 11:00", kind, "", "");
    }
    assertThat(rows.of("rendition_id, kind, due_to is not null as moved", "publishing_plan_event"))
        .containsExactly(
            "(#1,CANCELLED,f)",
            "(#1,FAILED,f)",
            "(#1,MISSED,f)",
            "(#1,MOVED,t)",
            "(#1,REMOVED,f)",
            "(#1,RETRIED,f)");
  }

  @Test
  void a_post_shows_the_products_that_were_chosen() {
    rows.given("insert into post_product (post_id, product_id) values (#1, #a), (#1, #b)");
    assertThat(rows.of("post_id, product_id", "publishing_product_line"))
        .containsExactly("(#1,#a)", "(#1,#b)");
  }

  @Test
  void a_post_has_the_first_photo_of_the_account_that_was_planned_first() {
    rows.given(
            """
            insert into post (id, campaign_id, created_at) values
              (#1, #a, now()), (#2, #a, now())
            """)
        .given(
            """
            insert into rendition (id, post_id, channel_id, text, due_at, state, created_at) values
              (#3, #1, #c, 'Teks', '2026-11-24 02:00Z', 'SCHEDULED', now()),
              (#4, #1, #d, 'Teks', '2026-11-24 01:00Z', 'SCHEDULED', now()),
              (#5, #2, #c, 'Teks', '2026-11-24 01:00Z', 'SCHEDULED', now())
            """)
        .given(
            """
            insert into rendition_picture (rendition_id, position, photo_id, alt_text) values
              (#3, 1, #6, 'Kopi'), (#4, 1, #7, 'Kopi'), (#4, 2, #8, 'Kopi')
            """);
    assertThat(rows.of("post_id, photo_id", "publishing_picture_line")).containsExactly("(#1,#7)");
  }
}
