package id.gaung.channel;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.channel.ChannelSheet.Deed;
import id.gaung.channel.ChannelSheet.Line;
import id.gaung.channel.ChannelSheet.Today;
import id.gaung.kernel.Nets;
import id.gaung.kernel.Network;
import id.gaung.platform.ClientSetup;
import id.gaung.platform.HostPolicy.ListedHosts;
import id.gaung.platform.Metric;
import id.gaung.platform.NetworkModule;
import id.gaung.platform.NetworkSettings;
import id.gaung.platform.PlatformHttp;
import id.gaung.platform.PublishMode;
import id.gaung.platform.SocialPlatform;
import id.gaung.web.Form;
import id.gaung.web.Rendering;
import id.gaung.web.View;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of one account: all that it says comes from the network's module and its texts. */
class ChannelSheetTest {

  private static final Rendering RENDERING =
      new Rendering("web", "platform", "channel", "channel-connect", "engagement");
  private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
  private static final UUID STAFINA = new UUID(7, 7);

  static Stream<NetworkModule> networks() {
    return NetworkModule.published().stream();
  }

  private static SocialPlatform client(Network network) {
    NetworkModule module = NetworkModule.of(network);
    ListedHosts hosts = new ListedHosts(Set.of());
    return module.client(
        new ClientSetup(
            NetworkSettings.of(module, Map.of()),
            new PlatformHttp(hosts, PlatformHttp.Timeouts.STANDARD),
            hosts,
            Clock.systemUTC()));
  }

  private static ChannelSheet sheet(Network network, PublishMode mode, boolean login) {
    Channel channel =
        new Channel(
            new UUID(1, 2),
            network,
            URI.create("https://server.test"),
            "id",
            "kantor",
            Map.of(),
            "Kantor",
            ChannelState.CONNECTED,
            Optional.empty(),
            login ? Optional.of(NOW.plusSeconds(86_400)) : Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            NOW,
            mode,
            mode == PublishMode.API ? Optional.empty() : Optional.of(STAFINA),
            login,
            Optional.empty(),
            3);
    ChannelListing listing =
        new ChannelListing(
            List.of(channel),
            List.of(network),
            Set.of(),
            Map.of(channel.id(), 7L),
            Map.of(),
            Map.of(STAFINA.toString(), "Stafina"),
            Map.of(),
            Map.of(channel.id(), NOW.minusSeconds(120)),
            NOW,
            true,
            Form.empty());
    return ChannelSheet.of(
        channel,
        listing,
        Optional.of(client(network)),
        client(network).openly(channel.account()).isPresent());
  }

  private static Document page(ChannelSheet sheet) {
    return Jsoup.parse(RENDERING.of(new View("channel/show.jte", sheet)));
  }

  private static Today today(ChannelSheet sheet, Deed deed) {
    return sheet.lines().stream()
        .filter(line -> line.deed() == deed)
        .map(Line::today)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_bot_is_told_as_a_bot_and_deleting_is_not_told_as_uploading() {
    assertThat(page(sheet(NetworkModule.of(Nets.TELEGRAM), PublishMode.API, true)).text())
        .contains("token bot")
        .doesNotContain("sandi aplikasi");
    assertThat(
            sheet(NetworkModule.of(Nets.YOUTUBE), PublishMode.API, true).lines().stream()
                .filter(line -> line.deed() == Deed.DELETE)
                .map(ChannelSheet.Line::permission))
        .containsExactly("channel.sheet.who.given");
  }

  @ParameterizedTest
  @MethodSource("networks")
  void every_network_says_what_works_whose_permission_it_takes_and_what_it_costs(
      NetworkModule network) {
    for (PublishMode mode : List.of(PublishMode.API, PublishMode.BY_HAND)) {
      ChannelSheet sheet = sheet(network, mode, mode == PublishMode.API);
      Document page = page(sheet);
      assertThat(page.text()).doesNotContain("!platform.", "!channel.", "{0}");
      assertThat(page.select("tbody tr")).hasSameSizeAs(sheet.lines());
      assertThat(page.select("section[aria-labelledby=limits] li"))
          .as("logins, quotas and how an unknown outcome is settled")
          .hasSizeGreaterThanOrEqualTo(
              1 + network.traits().logins().size() + network.traits().quotas().size());
    }
  }

  @Test
  void an_account_is_connected_where_a_client_is_and_entered_where_people_publish() {
    ChannelListing list = sheet(Nets.LINKEDIN, PublishMode.BY_HAND, false).listing();
    assertThat(list.entrance(Nets.BLUESKY)).isEqualTo("/channels/connect/bluesky");
    assertThat(list.entrance(Nets.TIKTOK)).isEqualTo("/channels/connect/tiktok");
    assertThat(list.entrance(Nets.LINKEDIN)).isEqualTo("/channels/by-hand/linkedin");
    assertThat(list.entrance(Nets.X)).isEqualTo("/channels/by-hand/x");
    assertThat(list.networks()).isNotEmpty();
    assertThat(list.connectable()).isEmpty();
  }

  @Test
  void drafts_are_offered_to_an_account_with_a_login_and_said_on_its_sheet() {
    ChannelSheet drafts = sheet(Nets.TIKTOK, PublishMode.HANDOVER, true);
    assertThat(today(drafts, Deed.VIDEO)).isEqualTo(Today.DRAFT);
    assertThat(today(drafts, Deed.COUNTS)).isEqualTo(Today.ITSELF);
    assertThat(drafts.mayBecome(PublishMode.BY_HAND)).isTrue();
    assertThat(page(drafts).text())
        .contains("Sebagai draf di aplikasinya, diselesaikan oleh Stafina")
        .contains("Paling banyak 5 draf boleh menunggu");
    assertThat(sheet(Nets.TIKTOK, PublishMode.BY_HAND, true).mayBecome(PublishMode.HANDOVER))
        .isTrue();
    assertThat(sheet(Nets.TIKTOK, PublishMode.BY_HAND, false).mayBecome(PublishMode.HANDOVER))
        .isFalse();
    ChannelSheet ended = sheet(Nets.TIKTOK, PublishMode.HANDOVER, false);
    assertThat(today(ended, Deed.VIDEO)).isEqualTo(Today.PERSON);
    assertThat(today(ended, Deed.COUNTS)).isEqualTo(Today.TYPED);
    assertThat(page(ended).text()).contains("Izin Gaung di TikTok sudah berakhir");
    assertThat(page(ended).select("a[href=/channels/connect/tiktok]")).isNotEmpty();
  }

  /** YouTube's developer policies; the texts in both languages have the same keys. */
  @Test
  void how_long_figures_are_kept_is_said_where_a_network_s_terms_say_so() {
    assertThat(page(sheet(Nets.YOUTUBE, PublishMode.BY_HAND, false)).text())
        .contains("Menurut syarat YouTube", "dihapus 30 hari setelah dibaca");
    assertThat(page(sheet(Nets.YOUTUBE, PublishMode.API, true)).text())
        .contains("disimpan selama izin akun diperbarui paling lama tiap 30 hari");
    assertThat(page(sheet(Nets.BLUESKY, PublishMode.API, true)).text())
        .doesNotContain("Menurut syarat");
  }

  @Test
  void quotas_are_said_in_words() {
    assertThat(page(sheet(Nets.MASTODON, PublishMode.API, true)).text())
        .contains("Paling banyak 300 permintaan dalam 5 menit.")
        .contains("Paling banyak 30 berkas foto atau video dalam 30 menit.");
    assertThat(page(sheet(Nets.INSTAGRAM, PublishMode.API, true)).text())
        .contains("Paling banyak 100 unggahan dalam 24 jam.");
    assertThat(page(sheet(Nets.TELEGRAM, PublishMode.API, true)).text())
        .contains("Paling banyak 20 unggahan dalam 1 menit.")
        .contains("Paling banyak 30 permintaan dalam 1 detik.");
  }

  @Test
  void where_programs_are_told_no_counts_people_type_them_though_followers_are_read() {
    ChannelSheet sheet = sheet(Nets.TELEGRAM, PublishMode.API, true);
    assertThat(today(sheet, Deed.COUNTS)).isEqualTo(Today.TYPED);
    assertThat(today(sheet, Deed.FOLLOWERS)).isEqualTo(Today.ITSELF);
    assertThat(sheet.metrics()).containsExactly(Metric.VIEWS, Metric.LIKES, Metric.SHARES);
    assertThat(page(sheet).text()).contains("tidak mengirim ulang dan bertanya kepada staf");
  }

  @Test
  void health_says_until_when_it_works_what_to_do_and_when_it_answered_last() {
    assertThat(page(sheet(Nets.INSTAGRAM, PublishMode.API, true)).text())
        .contains("Izin segera habis", "Hubungkan ulang sebelum itu", "7 unggahan terjadwal")
        .contains("Menjawab 09.58 WITA", "Sel 24 Nov");
  }

  @Test
  void by_hand_a_person_publishes_and_figures_are_read_where_anybody_may() {
    ChannelSheet sheet = sheet(Nets.INSTAGRAM, PublishMode.BY_HAND, false);
    assertThat(page(sheet).text()).contains("Dengan tangan, oleh Stafina");
    assertThat(today(sheet, Deed.PICTURES)).isEqualTo(Today.PERSON);
    assertThat(today(sheet, Deed.COUNTS)).isEqualTo(Today.TYPED);
    assertThat(today(sheet, Deed.FOLLOWERS)).isEqualTo(Today.TYPED);
    assertThat(today(sheet(Nets.BLUESKY, PublishMode.BY_HAND, false), Deed.FOLLOWERS))
        .as("as anybody reads it")
        .isEqualTo(Today.OPENLY);
    assertThat(today(sheet, Deed.DELETE)).isEqualTo(Today.NOT);
    assertThat(today(sheet(Nets.BLUESKY, PublishMode.BY_HAND, true), Deed.COUNTS))
        .as("with the login it had")
        .isEqualTo(Today.ITSELF);
  }

  @Test
  void an_administrator_changes_the_way_within_what_the_network_allows() {
    assertThat(
            page(sheet(Nets.BLUESKY, PublishMode.API, true))
                .select("form[action$=/mode] input[name=mode]")
                .eachAttr("value"))
        .containsExactly("BY_HAND");
    Document hand = page(sheet(Nets.BLUESKY, PublishMode.BY_HAND, false));
    assertThat(hand.select("form[action$=/mode]")).as("without a login").isEmpty();
    assertThat(hand.text()).contains("Bluesky tidak menawarkan cara ini", "dihubungkan dahulu");
  }
}
