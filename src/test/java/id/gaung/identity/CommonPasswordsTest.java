package id.gaung.identity;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.identity.Passwords.CommonPasswords;
import id.gaung.kernel.Role;
import id.gaung.web.Language;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonPasswordsTest {

  private static final Person SARI =
      new Person(
          UUID.randomUUID(),
          "hartono@example.org",
          "Sari Wijaya",
          Set.of(Role.STAFF),
          Language.ID,
          true,
          true,
          Instant.parse("2026-11-24T04:00:00Z"),
          java.util.Optional.empty(),
          0);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "balikpapan123",
        "katasandi123",
        "rahasia123456",
        "sayangkamu123",
        "Gaung12345678",
        "Balikpapan2026!",
        "P@ssw0rd1234!",
        "Indonesia1945",
        "indonesiaraya45",
        "BismillahJaya1",
        "aku sayang kamu",
        "Jakarta@2026",
        "kopisusu12345",
        "Kota.Balikpapan2026",
        "qwerty!@#$1234",
        "Rahasia#2026#",
        "merdeka17081945",
        "MERDEKA-1945!!",
        "p4ssw0rd-gaung",
        "admin@balikpapan1",
        "s4y4ngkamu123",
        "selamatpagi123",
        "Hartono_Wijaya_99",
        "123balikpapan123"
      })
  void a_word_or_two_with_what_everybody_puts_around_them_is_common(String password) {
    assertThat(CommonPasswords.contains(password, SARI)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kopi susu gula aren",
        "es doger di pinggir pantai",
        "soto banjar di tepi sungai",
        "kuda lari biru meja",
        "perahu kuning tujuh malam",
        "xK9vTq2LmPz8",
        "hujan-Teh7-pintu-Sore",
        "correct horse battery",
        "7gelas-kopi-di-teras",
        "Kucing!Terbang99Pagi",
        "dkjfh38dk2ls"
      })
  void some_words_or_some_letters_of_chance_are_not(String password) {
    assertThat(CommonPasswords.contains(password, SARI)).isFalse();
  }
}
