package id.gaung.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DisclosureTest {

  @Test
  void an_excerpt_begins_after_the_disclosure() {
    assertThat(Disclosure.without(Disclosure.WORDING + ".\nAmplang renyah!"))
        .isEqualTo("Amplang renyah!");
    assertThat(Disclosure.without("IKLAN - Kerja Sama DKUMKMP Kota Balikpapan | Amplang"))
        .isEqualTo("Amplang");
  }

  @Test
  void a_text_without_it_or_with_nothing_else_stays_whole() {
    assertThat(Disclosure.without("Amplang. " + Disclosure.WORDING))
        .isEqualTo("Amplang. " + Disclosure.WORDING);
    assertThat(Disclosure.without(Disclosure.WORDING + ".\n"))
        .isEqualTo(Disclosure.WORDING + ".\n");
    assertThat(Disclosure.without("Iklan di halaman ini")).isEqualTo("Iklan di halaman ini");
  }
}
