package id.gaung.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type and copy: texts, amounts, numbers. */
class TypedTest {

  @Test
  void what_nobody_sees_makes_no_difference() {
    for (String seen :
        new String[] {
          "Abon\u200B uji", "\u200EAbon uji\u200F", "Abon\u00A0uji", "Ab\u00ADon uji",
              "\uFEFFAbon uji",
          "Abon\u2060 uji", "Ab\u200Don uji", "Abon\u2009uji", "\u202AAbon uji\u202C",
              "Abon\u3000uji",
          "Ab\u200Con uji", "Abon\u034F uji"
        }) {
      assertThat(Typed.clean(seen)).isEqualTo("Abon uji");
    }
    for (String kept :
        new String[] {"👩‍🍳", "❤️‍🔥", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "Amplang ½ kg", "a\nb\tc", "é", "ไทย"}) {
      assertThat(Typed.clean(kept)).isEqualTo(kept);
    }
    assertThat(Typed.clean("a\u2028b")).isEqualTo("a\nb");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "48000|48000",
        "48000.00|48000",
        "48000,00|48000",
        "48.000|48000",
        "48,000|48000",
        "48,000.00|48000",
        "48.000,00|48000",
        "1.500.000,-|1500000",
        "Rp1.500.000,-|1500000",
        "Rp. 1.500.000|1500000",
        "IDR 1,500,000|1500000",
        "rp 1 500 000|1500000",
        "Rp\u00A0\u200B48.000|48000",
      })
  void amounts_are_read_the_same_everywhere(String typed, long amount) {
    assertThat(Rupiah.parse(typed)).contains(new Rupiah(amount));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "48.5",
        "48.00.000",
        "12.345,6",
        "1,5",
        "48.000,50",
        "-5",
        "",
        "Rp",
        "1e6",
        "48.0000"
      })
  void what_could_mean_another_amount_is_none(String typed) {
    assertThat(Rupiah.parse(typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "81200000777.0|6281200000777",
        "6281200000777.00|6281200000777",
        "6281200000777,0|6281200000777",
        "\u202A+62 812\u20110000\u20110777\u202C|6281200000777",
        "+62\u00A0812 0000 0777|6281200000777",
        "0812.0000.0777|6281200000777",
      })
  void numbers_of_spreadsheets_and_messengers_are_taken(String typed, String digits) {
    assertThat(Whatsapp.parse(typed).map(Whatsapp::digits)).contains(digits);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"8.12E+10", "81200000777.5", "0812.0000.0777.1", "8,12E10", "81200000777.7"})
  void a_number_that_would_become_another_is_refused(String typed) {
    assertThat(Whatsapp.parse(typed)).isEmpty();
  }
}
