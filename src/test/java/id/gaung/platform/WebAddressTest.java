package id.gaung.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

  @Test
  void anAddressOnASiteIsReachedAsTheSiteIs() {
    URI site = URI.create("https://social.example");
    assertThat(WebAddress.isOn(site, URI.create("https://Social.example:443/@kota/1"))).isTrue();
    URI practice = URI.create("http://127.0.0.1:8091");
    assertThat(WebAddress.isOn(practice, URI.create("http://127.0.0.1:8091/@kota/1"))).isTrue();
    assertThat(WebAddress.isOn(practice, URI.create("http://127.0.0.1:8092/@kota/1"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://social.example/@kota/1",
        "https://evil.example/x",
        "https://social.example.evil.example/x",
        "https://social.example@evil.example/x",
        "https://kota@social.example/x",
        "https://social.example:8443/x",
        "https://social.example/",
        "https://social.example",
        "https:social.example/x"
      })
  void othersAreNot(String address) {
    URI site = URI.create("https://social.example");
    assertThat(WebAddress.isOn(site, URI.create(address))).isFalse();
  }
}
