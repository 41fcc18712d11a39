package id.gaung.platform.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.Account;
import id.gaung.platform.Connecting;
import id.gaung.platform.WebAddress;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A server whose pages, whose accounts' names and whose API have a host each. The names' host is
 * taken by the scheme of the API, which is http here.
 */
class PagesDomainTest extends MastodonWorld {

  private Account connected() {
    server.json(200, V2).json(200, APP);
    Connecting.Redirect begun =
        (Connecting.Redirect)
            client.connect(Map.of("server", server.address().toString()), CALLBACK, "state");
    server
        .json(200, "{\"access_token\":\"t\",\"token_type\":\"Bearer\"}")
        .json(
            200,
            "{\"id\":\"7\",\"username\":\"brand\",\"acct\":\"brand\","
                + "\"url\":\"https://pages.example/@brand\"}");
    return ((Connecting.Connected) client.complete(begun.pending(), "code", CALLBACK))
        .access()
        .account();
  }

  @Test
  void all_three_are_sites_of_its_posts() {
    Account account = connected();
    assertThat(account.handle()).isEqualTo("brand@social.example");
    assertThat(client.sites(account))
        .contains(
            server.address(),
            URI.create("https://pages.example"),
            URI.create("http://social.example"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://pages.example/@brand/115, true",
    "http://social.example/@brand/115, true",
    "https://pages.example.jahat.example/@brand/115, false",
    "https://jahat.example/@brand@social.example/115, false"
  })
  void a_posts_address_is_on_one_of_them_or_it_is_none(URI address, boolean ours) {
    Account account = connected();
    assertThat(client.sites(account).stream().anyMatch(site -> WebAddress.isOn(site, address)))
        .isEqualTo(ours);
  }
}
