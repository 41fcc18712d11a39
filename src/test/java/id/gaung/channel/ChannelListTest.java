package id.gaung.channel;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Nets;
import id.gaung.platform.PublishMode;
import id.gaung.web.Form;
import id.gaung.web.Rendering;
import id.gaung.web.View;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the list of channels says of one that cannot be used. */
class ChannelListTest {

  private static final Rendering RENDERING =
      new Rendering("web", "platform", "channel", "channel-connect");

  private static Document list(String trouble, boolean canChange) {
    Channel channel =
        new Channel(
            new UUID(1, 2),
            Nets.BLUESKY,
            URI.create("https://pds.test"),
            "did:plc:1",
            "kantor",
            Map.of(),
            "Kantor",
            ChannelState.RECONNECT,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(trouble),
            Instant.parse("2026-11-24T02:00:00Z"),
            PublishMode.API,
            Optional.empty(),
            true,
            Optional.empty(),
            3);
    ChannelListing page =
        new ChannelListing(
            List.of(channel),
            List.of(Nets.BLUESKY),
            Set.of(),
            Map.of(channel.id(), 7L),
            Map.of(
                channel.id(),
                new ChannelListing.Followers(18240, Instant.parse("2026-11-23T02:00:00Z"))),
            Map.of(),
            Map.of(),
            Map.of(channel.id(), Instant.parse("2026-11-24T01:58:00Z")),
            Instant.parse("2026-11-24T02:00:00Z"),
            canChange,
            Form.empty());
    return Jsoup.parse(RENDERING.of(new View("channel/list.jte", page)));
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void a_blocked_account_is_not_told_as_one_to_connect_again(boolean canChange) {
    Document page = list("ACCOUNT_BLOCKED", canChange);
    assertThat(page.text())
        .contains("Diblokir medsos", "buka akun tersebut di media sosialnya")
        .doesNotContain("Perlu dihubungkan ulang", "Minta administrator");
    assertThat(page.select("a.main-act")).isEmpty();
  }

  @Test
  void followers_stand_with_the_day_on_which_they_were_read() {
    assertThat(list("RECONNECT", true).select(".pairs").text())
        .contains("Pengikut 18.240", "Sen 23 Nov");
  }

  @ParameterizedTest
  @CsvSource({"RECONNECT", "TOKEN_EXPIRED"})
  void disconnecting_says_first_what_it_will_do(String trouble) {
    assertThat(list(trouble, true).select("[popover] form[action$=disconnect]").text())
        .contains("Putuskan Kantor?", "7 unggahan terjadwal");
    assertThat(list(trouble, false).select("form[action$=disconnect]")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"RECONNECT", "TOKEN_EXPIRED"})
  void a_lost_permission_is(String trouble) {
    assertThat(list(trouble, true).select("a.main-act").text()).isEqualTo("Hubungkan ulang");
  }
}
