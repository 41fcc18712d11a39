package id.gaung.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BriefTextTest {

  private static final String LINE = "Iklan – kerja sama DKUMKMP Kota Balikpapan";

  @Property
  void text_that_moves_from_one_section_to_the_next_has_another_hash(
      @ForAll String first, @ForAll String second) {
    Map<String, String> apart = BriefText.tidy(Map.of("summary", first, "products", second));
    Map<String, String> together = BriefText.tidy(Map.of("summary", first + second));
    Assume.that(!apart.equals(together));
    assertThat(BriefText.sha256(apart)).isNotEqualTo(BriefText.sha256(together));
  }

  @Property
  void tidying_twice_changes_nothing(@ForAll String text) {
    Map<String, String> once = BriefText.tidy(Map.of("summary", text));
    assertThat(BriefText.tidy(once)).isEqualTo(once);
  }

  @Test
  void the_order_of_sections_line_ends_and_composed_letters_do_not_matter() {
    Map<String, String> one = new LinkedHashMap<>();
    one.put("summary", "Kafe\u0301\r\nsatu ");
    one.put("review", "dua");
    Map<String, String> other = new LinkedHashMap<>();
    other.put("review", "dua");
    other.put("summary", "Kaf\u00e9\nsatu");
    assertThat(BriefText.sha256(BriefText.tidy(one)))
        .isEqualTo(BriefText.sha256(BriefText.tidy(other)));
  }

  @Test
  void the_canonical_text_has_all_fifteen_sections_in_order() {
    String text = BriefText.canonical(Map.of("summary", "a\u00e9"));
    assertThat(text).startsWith("summary 3\na\u00e9\nproducts 0\n\naudience 0\n");
    assertThat(BriefSection.values()).hasSize(15);
    assertThat(Completeness.of(Map.of()).of()).isEqualTo(13);
  }

  @Test
  void the_disclosure_is_found_whatever_the_dash_and_the_capitals() {
    assertThat(Disclosure.isIn(LINE, "IKLAN - kerja  sama DKUMKMP kota Balikpapan\nHalo")).isTrue();
    assertThat(Disclosure.isIn(LINE, "Iklan\u2014kerja sama DKUMKMP Kota Balikpapan")).isTrue();
    assertThat(Disclosure.isIn(LINE, "#iklan #kerjasama Halo")).isFalse();
  }
}
