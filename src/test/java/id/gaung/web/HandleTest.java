package id.gaung.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Names of accounts break where their parts end, and hold nothing but text. */
class HandleTest {

  private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

  private static String shown(String handle) {
    StringOutput out = new StringOutput();
    ENGINE.render("layout/handle.jte", Map.of("handle", handle), out);
    return out.toString().strip();
  }

  private static String[] lines(String handle) {
    return shown(handle).replaceAll("</?span[^>]*>", "").split("<wbr>", -1);
  }

  @Test
  void it_breaks_before_the_server_and_after_dots_alone() {
    assertThat(lines("gaung_balikpapan@mastodon.latihan.example"))
        .containsExactly("@gaung_balikpapan", "@mastodon.", "latihan.", "example");
    assertThat(lines("gaung-balikpapan.practice.test"))
        .containsExactly("@gaung-balikpapan.", "practice.", "test");
    assertThat(lines("kota")).containsExactly("@kota");
    assertThat(lines("kota.")).containsExactly("@kota.");
  }

  @Test
  void it_is_read_as_one_word_and_its_signs_are_text() {
    assertThat(Jsoup.parse(shown("a.b@c.d")).text()).isEqualTo("@a.b@c.d");
    assertThat(shown("a.<b>&")).contains("&lt;b").doesNotContain("<b>");
  }
}
