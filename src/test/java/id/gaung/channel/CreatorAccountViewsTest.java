package id.gaung.channel;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.db.RowsByHand;
import id.gaung.db.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What channels vouch for of creators' accounts. */
@Tag("database")
class CreatorAccountViewsTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.create();

  @Test
  void accounts_of_creators_are_told_with_whose_they_are_and_the_office_s_are_not() {
    RowsByHand rows =
        new RowsByHand(DATABASE)
            .given(
                """
                insert into channel (id, network, server, remote_id, handle, traits, label, state,
                  connected_at, creator_id) values
                  (#1, 'BLUESKY', 's', '1', 'kota', '{}', 'Kota', 'CONNECTED',
                    '2026-11-01 00:00Z', null),
                  (#2, 'YOUTUBE', 's', '2', 'Rani', '{}', 'Rani', 'CONNECTED',
                    '2026-11-01 00:00Z', #3)
                """);
    assertThat(rows.of("channel_id, creator_id, network, handle", "channel_creator_account"))
        .containsExactly("(#2,#3,YOUTUBE,Rani)");
  }
}
