package id.gaung.platform;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.platform.ContentRules.Segment;
import id.gaung.platform.ContentRules.Segment.Kind;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No link leads to a stranger, or nowhere, because a space was forgotten. */
class ForgottenSpacesTest {

  private static final TextScanner BLUESKY =
      new TextScanner(MentionShape.DOMAIN, LinkShape.ALSO_BARE, HashtagShape.TO_SPACE);

  private static List<String> links(String text) {
    return BLUESKY.segments(text).stream()
        .filter(s -> s.kind() == Kind.LINK)
        .map(Segment::text)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Kunjungi www.kopi.Info pemesanan",
        "Kunjungi www.Kopi.Info pemesanan",
        "lihat www.kopi.Online sekarang",
        "lihat www.KOPI.info pemesanan",
        "lihat www.kopi.INFO pemesanan",
        "lihat www.Pesan",
        "hubungi wa.me",
        "buka linktr.ee",
        "terima kasih.Me/dan"
      })
  void a_sentence_behind_a_name_makes_no_domain(String text) {
    assertThat(links(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Buka www.toko.com.Pesan sekarang|www.toko.com",
        "Buka www.toko.co.id.Pesan sekarang|www.toko.co.id",
        "Buka www.toko.com.PESAN|www.toko.com",
        "Buka www.toko.com.pesan sekarang|www.toko.com",
        "Buka https://toko.example.id.Info|https://toko.example.id",
        "Buka https://www.toko.com.Pesan ya|https://www.toko.com",
        "Buka https://toko.example.id,Pesan ya|https://toko.example.id",
        "Buka https://toko.example.id;pesan ya|https://toko.example.id",
        "Buka www.toko.com!Buruan|www.toko.com",
        "Buka toko.id,pesan ya|toko.id",
        "Buka toko.example.id.Info pemesanan|toko.example.id",
        "Buka toko.example.id/menu.Terima kasih|toko.example.id/menu",
        "Buka https://toko.example.id/menu.Terima kasih|https://toko.example.id/menu",
        "Buka https://toko.example.id/p?id=5.Terima kasih|https://toko.example.id/p?id=5",
        "Buka www.toko.com/menu,Pesan sekarang|www.toko.com/menu",
        "Buka toko.id/menu!Buruan|toko.id/menu",
        "Pesan wa.me/6281200000101.Terima kasih|wa.me/6281200000101"
      })
  void a_link_ends_before_the_next_sentence(String text, String link) {
    assertThat(links(text)).containsExactly(link);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wa.me/6281200000101",
        "t.me/kopibalikpapan",
        "bit.ly/menuKopi",
        "linktr.ee/kopi",
        "s.id/kopi",
        "youtu.be/abc123",
        "maps.app.goo.gl/Ab1",
        "forms.gle/x1",
        "www.contoh.example/a",
        "www.kopi.info",
        "www.toko.com.my",
        "www.toko.co.id/menu",
        "WWW.TOKO.COM",
        "www.Toko.com",
        "https://toko.example.id/Menu.PDF",
        "https://toko.example.id/Foto.Jpg",
        "https://contoh.example/wiki/J.R.R._Tolkien",
        "https://contoh.example/wiki/Kategori:Kopi",
        "https://Toko.Example.Id",
        "https://toko.id.example/menu",
        "https://contoh.example/v1.Beta/unduh"
      })
  void what_was_meant_as_a_link_is_one(String link) {
    assertThat(links("Lihat " + link)).containsExactly(link);
    assertThat(links("Lihat " + link + " ya.")).containsExactly(link);
    assertThat(links("(" + link + "), lalu")).containsExactly(link);
  }
}
