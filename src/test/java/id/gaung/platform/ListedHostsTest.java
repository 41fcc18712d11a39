package id.gaung.platform;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.HostPolicy.ListedHosts;
import java.net.InetAddress;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListedHostsTest {

  private final ListedHosts hosts = new ListedHosts(Set.of("127.0.0.1:8090", "Pds.Office"));

  @Test
  void whatIsListedIsReached() throws Exception {
    assertThat(hosts.server("http://127.0.0.1:8090/"))
        .contains(URI.create("http://127.0.0.1:8090"));
    assertThat(hosts.server("http://pds.office:3000"))
        .contains(URI.create("http://pds.office:3000"));
    assertThat(hosts.allows("pds.office", InetAddress.getByName("10.0.0.9"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://bsky.social",
        "bsky.social",
        "https://mastodon.social",
        "https://9.9.9.9",
        "http://127.0.0.1:22",
        "http://localhost:8090",
        "https://[2404:6800:4003::1]"
      })
  void nothingElseIs(String server) {
    assertThat(hosts.server(server)).isEmpty();
  }

  @Test
  void aNameThatIsNotListedIsNotResolvedEither() throws Exception {
    assertThat(hosts.allows("bsky.social", InetAddress.getByName("9.9.9.9"))).isFalse();
    assertThat(hosts.allows("localhost", InetAddress.getLoopbackAddress())).isFalse();
  }
}
