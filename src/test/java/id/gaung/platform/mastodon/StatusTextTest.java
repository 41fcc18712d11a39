package id.gaung.platform.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Satu\\n\\nDua|<p>Satu</p><p>Dua</p>",
        "Satu\\nDua|<p>Satu<br />Dua</p>",
        "Satu\\nDua|Satu<br>Dua",
        "Tom & Jerry <3|<p>Tom &amp; Jerry &lt;3</p>",
        "Halo @budi@toko.example!|<p>Halo <span class=\"h-card\"><a href=\"https://toko.example/@budi\" class=\"u-url mention\">@<span>budi</span></a></span>!</p>",
        "Lihat https://ex.am/panjang/sekali|<p>Lihat <a href=\"https://ex.am/panjang/sekali\">ex.am/panjang…</a></p>",
        "Lihat https://ex.am/|<p>Lihat <a href=\"https://ex.am\" rel=\"nofollow\">https://ex.am</a></p>",
        "#UMKM maju|<p><a href=\"https://s.example/tags/umkm\" class=\"mention hashtag\" rel=\"tag\">#<span>UMKM</span></a> maju</p>",
        "Harga *istimewa*|<p>Harga <i>istimewa</i></p>",
        "Café|<p>Cafe\u0301</p>"
      })
  void whatServersMakeOfATextIsStillTheText(String text, String html) {
    assertThat(StatusText.shows(html, text.replace("\\n", "\n"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Kopi 10 ribu|<p>Kopi 11 ribu</p>",
        "Lihat https://ex.am/a|<p>Lihat <a href=\"https://ex.am/b\">https://ex.am/b</a></p>",
        "Satu|<p>Satu</p><p>Dua</p>",
        "#UMKM|<p>#Kopi</p>"
      })
  void anotherTextIsAnotherText(String text, String html) {
    assertThat(StatusText.shows(html, text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<p>Kopi</p>", "<p>*</p>"})
  void aTextOfNothingButWhatServersTakeAwayIsNeverTakenForShown(String html) {
    assertThat(StatusText.shows(html, "> *_*")).isFalse();
  }
}
