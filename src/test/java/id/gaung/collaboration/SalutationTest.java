package id.gaung.collaboration;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.web.Language;
import id.gaung.web.Texts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody is called Kak twice, and no medium at all. */
class SalutationTest {

  private static String called(String name) {
    return Salutation.of(name, Texts.load(List.of("phone")).in(Language.ID));
  }

  @Test
  void a_name_without_a_form_of_address_gets_one() {
    assertThat(called("Dewi Kuliner")).isEqualTo("Kak Dewi Kuliner");
    assertThat(called("Maskur")).as("only whole words count").isEqualTo("Kak Maskur");
  }

  @Test
  void a_name_that_holds_one_stays_as_it_is() {
    assertThat(called("Dapur Kak Rara")).isEqualTo("Dapur Kak Rara");
    assertThat(called("Hj. Siti Aminah")).isEqualTo("Hj. Siti Aminah");
    assertThat(called("pak Budi")).isEqualTo("pak Budi");
  }

  @Test
  void english_has_none() {
    assertThat(Salutation.of("Dewi", Texts.load(List.of("phone")).in(Language.EN)))
        .isEqualTo("Dewi");
  }
}
