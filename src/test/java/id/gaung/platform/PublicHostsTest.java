package id.gaung.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicHostsTest {

  private final PublicHosts strict = new PublicHosts(Set.of());

  @ParameterizedTest
  @CsvSource({
    "bsky.social,https://bsky.social",
    "https://bsky.social/,https://bsky.social",
    "' HTTPS://Bsky.Social/profile/x?y=1#z ',https://bsky.social",
    "mastodon.example:8443/@me,https://mastodon.example:8443",
    "https://mastodon.example:443,https://mastodon.example",
    "bücher.example,https://xn--bcher-kva.example",
    "https://8.8.8.8,https://8.8.8.8",
    "'https://[2606:4700::1]','https://[2606:4700::1]'"
  })
  void readsWhatAPersonTypes(String typed, String server) {
    assertThat(strict.server(typed)).contains(URI.create(server));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "http://bsky.social",
        "ftp://bsky.social",
        "javascript:alert(1)",
        "user@bsky.social",
        "https://user:pw@bsky.social",
        "bsky social",
        "bsky.social\\@evil.example",
        "https://",
        "intranet",
        "localhost",
        "localhost:3000",
        "https://127.0.0.1",
        "https://10.1.2.3",
        "https://2130706433",
        "https://127.1",
        "https://[::1]",
        "https://[::ffff:10.0.0.1]",
        "https://[fd00::1]",
        "bsky.social:99999"
      })
  void refusesWhatIsNoPublicServer(String typed) {
    assertThat(strict.server(typed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.9.9.9",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.168.1.1",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:192.168.0.1",
        "64:ff9b::a00:1",
        "fc00::1",
        "fd12::1",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "2001:db8::1",
        "2002:a00:1::"
      })
  void addressesOutsideThePublicInternetAreForbidden(String address) throws Exception {
    assertThat(strict.allows("public.example", InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "100.63.255.255",
        "100.128.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "11.0.0.1",
        "2606:4700::1",
        "2404:6800:4003::1"
      })
  void publicAddressesAreAllowed(String address) throws Exception {
    assertThat(strict.allows("public.example", InetAddress.getByName(address))).isTrue();
  }

  @Test
  void aListedHostMayBePrivateAndPlain() throws Exception {
    PublicHosts hosts = new PublicHosts(Set.of("Pds.Office", "10.0.0.5:2583"));
    assertThat(hosts.server("http://pds.office:3000"))
        .contains(URI.create("http://pds.office:3000"));
    assertThat(hosts.allows("PDS.office", InetAddress.getByName("10.0.0.9"))).isTrue();
    assertThat(hosts.server("http://10.0.0.5:2583")).contains(URI.create("http://10.0.0.5:2583"));
    assertThat(hosts.server("http://10.0.0.5:22")).isEmpty();
    assertThat(hosts.server("https://10.0.0.5")).isEmpty();
    assertThat(hosts.server("http://other.example")).isEmpty();
    assertThat(hosts.allows("other.example", InetAddress.getByName("10.0.0.5"))).isFalse();
  }
}
