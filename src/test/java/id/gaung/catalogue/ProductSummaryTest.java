package id.gaung.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Rupiah;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which of a campaign's products content is about. */
class ProductSummaryTest {

  private final ProductSummary tempe = product("Keripik tempe 200 g");
  private final ProductSummary coffee = product("Kopi susu");
  private final List<ProductSummary> all = List.of(coffee, tempe);

  @Test
  void content_is_about_the_products_that_its_title_names() {
    assertThat(ProductSummary.namedIn(all, List.of("Video KERIPIK TEMPE 200 g di pasar")))
        .containsExactly(tempe);
    assertThat(ProductSummary.namedIn(all, List.of("Kopi susu", "keripik tempe 200 g")))
        .as("in the campaign's order")
        .containsExactly(coffee, tempe);
  }

  @Test
  void a_product_may_be_called_by_its_first_word() {
    assertThat(ProductSummary.namedIn(all, List.of("Foto keripik!"))).containsExactly(tempe);
    assertThat(ProductSummary.namedIn(all, List.of("Kopiah"))).containsExactlyElementsOf(all);
  }

  @Test
  void content_whose_title_names_none_is_about_all() {
    assertThat(ProductSummary.namedIn(all, List.of("Jajanan"))).containsExactlyElementsOf(all);
    assertThat(ProductSummary.namedIn(all, List.of())).containsExactlyElementsOf(all);
  }

  private static ProductSummary product(String name) {
    return new ProductSummary(
        new UUID(0, name.length()),
        name,
        new UUID(0, 1),
        "UMKM",
        "64.71.01",
        "Balikpapan Timur",
        new Rupiah(1),
        Optional.empty());
  }
}
