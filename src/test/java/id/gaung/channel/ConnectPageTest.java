package id.gaung.channel;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Nets;
import id.gaung.kernel.Network;
import id.gaung.kernel.Problem;
import id.gaung.platform.ConnectField;
import id.gaung.web.Form;
import id.gaung.web.Language;
import id.gaung.web.Rendering;
import id.gaung.web.Texts;
import id.gaung.web.View;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What whoever connects an account is told before, and when it came to nothing. */
class ConnectPageTest {

  private static final Rendering RENDERING =
      new Rendering("web", "platform", "channel", "channel-connect", "engagement");

  @Test
  void where_connecting_cannot_work_yet_the_page_says_what_is_missing_and_has_no_button() {
    assertThat(connecting(List.of("appId"), false))
        .contains("Yang belum ada: aplikasi kantor")
        .doesNotContain("action=\"/channels/connect/");
    assertThat(connecting(List.of(), true))
        .contains("/channels/permits/", "Catat izinnya dahulu")
        .doesNotContain("action=\"/channels/connect/");
    assertThat(connecting(List.of(), false)).contains("action=\"/channels/connect/");
  }

  private static String connecting(List<String> lacking, boolean waits) {
    return RENDERING.of(
        new View(
            "channel/connect.jte",
            new ConnectPage(
                Nets.MASTODON,
                List.of(),
                lacking,
                waits,
                URI.create("https://gaung.test/c"),
                Form.empty())));
  }

  @Test
  void what_may_be_left_empty_is_not_required_and_says_so() {
    String page =
        RENDERING.of(
            new View(
                "channel/connect.jte",
                new ConnectPage(
                    Nets.TELEGRAM,
                    List.of(
                        new ConnectField("token", true, ""),
                        ConnectField.optional("watcher", true)),
                    List.of(),
                    false,
                    URI.create("https://gaung.test/c"),
                    Form.empty())));
    assertThat(page)
        .containsPattern("<input[^>]*name=\"token\"[^>]* required")
        .doesNotContainPattern("<input[^>]*name=\"watcher\"[^>]* required")
        .containsPattern("<input[^>]*name=\"watcher\"[^>]*type=\"password\"")
        .containsPattern("Token bot pengamat <span[^>]*>\\(boleh kosong\\)");
  }

  @Test
  void every_network_says_in_plain_words_what_it_will_ask() {
    var texts = Texts.load(List.of("web", "platform", "channel", "channel-connect"));
    for (Network network : Network.all()) {
      ConnectPage page =
          new ConnectPage(
              network,
              List.of(),
              List.of(),
              false,
              URI.create("https://gaung.test/c"),
              Form.empty());
      assertThat(page.asks(texts.in(Language.ID))).as(network.name()).isNotEmpty();
    }
  }

  @Test
  void without_consent_the_page_says_so_in_its_title_and_leads_back() {
    String page =
        RENDERING.of(
            new View(
                "channel/denied.jte",
                new ChannelsPages.NotConnected(
                    Nets.MASTODON, Problem.conflict("channel.refused.denied", "Mastodon"))));
    assertThat(page)
        .contains("Akun Mastodon belum terhubung", "href=\"/channels\"", "/channels/connect/");
  }
}
