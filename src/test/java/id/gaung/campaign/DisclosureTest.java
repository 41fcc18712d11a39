package id.gaung.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.identity.Office;
import org.junit.jupiter.api.Test;

class DisclosureTest {

  @Test
  void an_excerpt_begins_after_the_disclosure() {
    assertThat(Disclosure.without(Office.DEFAULT.adLine() + ".\nAmplang renyah!"))
        .isEqualTo("Amplang renyah!");
    assertThat(Disclosure.without("IKLAN - Kerja Sama DKUMKMP Kota Balikpapan | Amplang"))
        .isEqualTo("Amplang");
  }

  @Test
  void a_text_without_it_or_with_nothing_else_stays_whole() {
    assertThat(Disclosure.without("Amplang. " + Office.DEFAULT.adLine()))
        .isEqualTo("Amplang. " + Office.DEFAULT.adLine());
    assertThat(Disclosure.without(Office.DEFAULT.adLine() + ".\n"))
        .isEqualTo(Office.DEFAULT.adLine() + ".\n");
    assertThat(Disclosure.without("Iklan di halaman ini")).isEqualTo("Iklan di halaman ini");
  }
}
