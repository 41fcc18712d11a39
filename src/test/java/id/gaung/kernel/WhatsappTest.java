package id.gaung.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhatsappTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "081200000101",
        "0812-0000-0101",
        " +62 812 0000 0101 ",
        "6281200000101",
        "81200000101",
        "(+62) 0812.0000.0101",
        "0062 812 0000 0101",
        "'081200000101"
      })
  void every_usual_form_is_the_same_number(String typed) {
    assertThat(Whatsapp.parse(typed)).contains(new Whatsapp("6281200000101"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0812", "+60123456789", "0812000001019999", "nol delapan", "08120000010a"})
  void anything_else_is_no_number(String typed) {
    assertThat(Whatsapp.parse(typed)).isEmpty();
  }

  @org.junit.jupiter.api.Test
  void the_number_does_not_reach_a_log_by_chance() {
    assertThat(new Whatsapp("6281200000101").toString()).doesNotContain("8120000");
  }
}
