package id.gaung.platform.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts as LinkedIn takes and tells them. */
class LittleTextTest {

  /** Other programs' posts ended at the first bracket, and nobody was told. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "Ini uji. (Ini juga.)!Ini uji. \\(Ini juga.\\)",
        "Harga <10rb, diskon 5*2~1!Harga \\<10rb, diskon 5\\*2\\~1",
        "Tulis ke a_b@toko.id!Tulis ke a\\_b\\@toko.id",
        "Kopi #UMKM_Bpp enak!Kopi {hashtag|\\#|UMKM\\_Bpp} enak",
        "Nomor #1 [baru] {ya} a|b!Nomor \\#1 \\[baru\\] \\{ya\\} a\\|b",
        "C:\\menu!C:\\\\menu",
        "Sudah \\(lolos\\)!Sudah \\\\\\(lolos\\\\\\)",
        "Panah → dan ✅ 🎉!Panah → dan ✅ 🎉",
        "https://toko.id/a_(b)?utm_source=li#x!https://toko.id/a\\_\\(b\\)?utm\\_source=li\\#x",
      })
  void what_means_something_is_escaped_and_comes_back(String typed, String sent) {
    assertThat(LittleText.of(typed)).isEqualTo(sent);
    assertThat(LittleText.shown(sent)).isEqualTo(typed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "{hashtag|#|UMKM} ya!#UMKM ya",
        "{hashtag|\uFF03|UMKM} ya!#UMKM ya",
        "#UMKM ya!#UMKM ya",
        "Bersama @[Dinas Koperasi](urn:li:organization:42) kita!Bersama Dinas Koperasi kita",
        "Bukan \\@[ini](itu)!Bukan @[ini](itu)",
      })
  void other_programs_texts_are_read_too(String told, String shown) {
    assertThat(LittleText.shown(told)).isEqualTo(shown);
  }

  /** LinkedIn puts its own short addresses into texts. */
  @Test
  void an_address_that_linkedin_shortened_is_the_one_that_was_typed() {
    String typed = "Menu: https://toko.example/menu?utm_source=li ya";

    assertThat(LittleText.shown("Menu: https://lnkd.in/gA\\_b-9 ya", List.of(typed, "Lain")))
        .isEqualTo(typed);
  }

  @Test
  void of_two_texts_that_could_be_meant_none_is() {
    List<String> twins = List.of("Menu: https://toko.example/1", "Menu: https://toko.example/2");

    assertThat(LittleText.shown("Menu: https://lnkd.in/gAb", twins))
        .isEqualTo("Menu: https://lnkd.in/gAb");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{hashtag|", "\\", "@[", "@[a](urn:li:", "{hashtag|#|}", "((((", "{{{"})
  void whatever_is_told_is_read(String told) {
    assertThat(LittleText.shown(told, List.of(told, "x"))).isNotNull();
  }

  /** "ShareCommentary text length": the escapes are not counted. */
  @Test
  void what_is_counted_is_what_people_see() {
    assertThat(LinkedInRules.RULES.length("(".repeat(3000)).fits()).isTrue();
    assertThat(LinkedInRules.RULES.length("(".repeat(3001)).fits()).isFalse();
  }
}
