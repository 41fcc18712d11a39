package id.gaung.audit;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.db.RowsByHand;
import id.gaung.db.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What audit vouches for to others. */
@Tag("database")
class AuditViewsTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.create();

  @Test
  void who_contributed_is_told_once_however_many_versions_they_touched() {
    RowsByHand rows =
        new RowsByHand(DATABASE)
            .given(
                """
                insert into contribution (subject_kind, subject_id, version, person_id, at) values
                  ('campaign', #1, 0, #a, now()), ('campaign', #1, 1, #a, now()),
                  ('campaign', #1, 1, #b, now()), ('brief', #1, 0, #a, now()),
                  ('post', #2, 0, #b, now())
                """);
    assertThat(rows.of("subject_kind, subject_id, person_id", "audit_contribution"))
        .containsExactly("(brief,#1,#a)", "(campaign,#1,#a)", "(campaign,#1,#b)", "(post,#2,#b)");
  }
}
