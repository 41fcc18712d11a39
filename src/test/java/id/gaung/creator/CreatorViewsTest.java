package id.gaung.creator;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.db.RowsByHand;
import id.gaung.db.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the directory of creators vouches for to others. */
@Tag("database")
class CreatorViewsTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.create();

  @Test
  void every_creator_has_a_name_also_one_who_left_and_nothing_else_is_told() {
    RowsByHand rows =
        new RowsByHand(DATABASE)
            .given(
                """
                insert into creator (id, name, kind, whatsapp, active, created_at, updated_at)
                values (#1, 'Dewi', 'CREATOR', '6281200000101', true, now(), now()),
                  (#2, 'Kabar Kota', 'MEDIA', '6281200000102', false, now(), now())
                """);
    assertThat(rows.of("*", "creator_name_line"))
        .containsExactly("(#1,Dewi)", "(#2,\"Kabar Kota\")");
  }
}
