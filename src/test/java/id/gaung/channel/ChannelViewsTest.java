package id.gaung.channel;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.db.RowsByHand;
import id.gaung.db.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What channels vouch for to others. */
@Tag("database")
class ChannelViewsTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.create();

  @Test
  void a_channel_is_connected_from_its_first_connection_until_it_was_disconnected() {
    RowsByHand rows =
        new RowsByHand(DATABASE)
            .given(
                """
                insert into channel (id, network, server, remote_id, handle, traits, label, state,
                  connected_at, first_connected_at, connection, ended_at) values
                  (#1, 'BLUESKY', 's', '1', 'kota', '{}', 'Kota', 'CONNECTED',
                    '2026-11-01 00:00Z', null, 1, null),
                  (#2, 'MASTODON', 's', '2', 'kota', '{}', 'Kota', 'CONNECTED',
                    '2026-11-24 00:00Z', '2026-11-01 00:00Z', 2, null),
                  (#3, 'INSTAGRAM', 's', '3', 'kota', '{}', 'Lama', 'DISCONNECTED',
                    '2026-11-01 00:00Z', '2026-11-01 00:00Z', 1, '2026-11-10 00:00Z')
                """);
    assertThat(
            rows.of(
                "channel_id, label, network, connection, connected_at, ended_at",
                "channel_connection_span"))
        .containsExactly(
            "(#1,Kota,BLUESKY,1,\"2026-11-01 00:00:00+00\",)",
            "(#2,Kota,MASTODON,2,\"2026-11-01 00:00:00+00\",)",
            "(#3,Lama,INSTAGRAM,1,\"2026-11-01 00:00:00+00\",\"2026-11-10 00:00:00+00\")");
  }
}
