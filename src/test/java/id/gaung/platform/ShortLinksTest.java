package id.gaung.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Short addresses that apps share. */
class ShortLinksTest {

  private final ScriptedServer server = new ScriptedServer();
  private final String host = server.address().getAuthority();
  private final String pasted = server.address() + "/ZSabc123/";
  private final ShortLinks links = new ShortLinks(server.http, List.of(host, "toko.example/t/"));

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void one_head_tells_where_it_leads_and_nothing_is_followed() {
    String there = server.address() + "/@rani/video/7400000000000000001?_r=1";
    server.json(301, "", "Location", there);

    assertThat(links.whole("  " + pasted + "?k=1 ")).isEqualTo(there);
    assertThat(server.arrived()).isOne();
    assertThat(server.taken().getMethod()).isEqualTo("HEAD");
  }

  @Test
  void what_does_not_tell_stays_as_it_was_pasted() {
    server.json(200, "<html>", "X-Any", "1");
    assertThat(links.whole(pasted)).isEqualTo(pasted);
    server.json(302, "", "Location", "javascript:alert(1)");
    assertThat(links.whole(pasted)).isEqualTo(pasted);
    server.json(302, "", "Location", "/relatif");
    assertThat(links.whole(pasted)).isEqualTo(pasted);
    server.hangUp();
    assertThat(links.whole(pasted)).isEqualTo(pasted);
    server.json(404, "", "X-Any", "1");
    assertThat(links.whole(pasted)).isEqualTo(pasted);
  }

  @Test
  void nobody_else_is_asked() {
    for (String other :
        List.of(
            "https://www.tiktok.com/@rani/video/1",
            "http://rani@" + host + "/ZSabc/",
            "http://" + host + "/",
            "http://" + host + ".evil.example/ZSabc",
            "https://toko.example/katalog/t/",
            "halo " + pasted,
            "")) {
      assertThat(links.isOne(other)).as(other).isFalse();
      assertThat(links.whole(other)).isEqualTo(other);
    }
    assertThat(server.arrived()).isZero();
    assertThat(links.isOne("toko.example/t/ZSabc")).isTrue();
    assertThat(links.isOne("HTTPS://TOKO.example/t/ZSabc")).isTrue();
  }
}
