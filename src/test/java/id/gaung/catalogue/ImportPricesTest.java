package id.gaung.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.gaung.audit.TestFoundation;
import id.gaung.catalogue.Products.CreateProduct;
import id.gaung.catalogue.Umkms.CreateUmkm;
import id.gaung.db.TestDatabase;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Rupiah;
import id.gaung.media.MediaFeature;
import id.gaung.platform.SteppedClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No price of a file is taken for another than was meant. */
@Tag("database")
class ImportPricesTest {

  private static final String NIB_FIRST = "NIB,WA,UMKM,Kecamatan,Kategori,Produk,Harga,Deskripsi\n";
  private static final String ROW = "1234567890123,,Dapur,Timur,Minuman,Kopi Uji,";

  @TempDir Path folder;
  private TestDatabase database;
  private CatalogueFeature catalogue;

  @BeforeEach
  void wire() {
    database = TestDatabase.create();
    var on = TestFoundation.on(database, new SteppedClock(Instant.parse("2026-11-24T04:00:00Z")));
    var media = new MediaFeature(on, folder, URI.create("http://localhost"), new byte[32]);
    catalogue = new CatalogueFeature(on, media.photos());
  }

  @AfterEach
  void drop() {
    database.close();
  }

  private ImportPreview preview(String file) {
    return catalogue.imports().preview(file.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "48,000,",
        "48,000",
        "Rp48,000",
        "125,000",
        "125,000,",
        "125,500 per bungkus",
        "125,000.00",
        "1,250,000",
        "1,250,000,,",
        "Rp 125,000,-",
        "48000,00",
        "48.000,00,"
      })
  void a_price_cut_at_its_comma_is_told(String cells) {
    ImportPreview preview = preview(NIB_FIRST + ROW + cells);
    assertThat(preview.added()).isEmpty();
    assertThat(preview.bad()).hasSize(1);
    assertThat(preview.bad().get(0).key())
        .isIn("catalogue.import.price-cut", "catalogue.import.price-low", "catalogue.import.cells");
  }

  @ParameterizedTest
  @CsvSource({
    "48.00,price",
    "48.0,price",
    "480.0,price",
    "480.00,price",
    "48,price-low",
    "99,price-low",
    "1,price-low",
    "Rp 25,price-low"
  })
  void what_could_mean_thousands_is_not_taken_for_less(String price, String key) {
    assertThat(preview(NIB_FIRST + ROW + price + ",Enak").bad())
        .extracting(BadCell::key)
        .containsExactly("catalogue.import." + key);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "48000.0|48000",
        "48000.00|48000",
        "48000,0|48000",
        "48,000.0|48000",
        "48.000,0|48000",
        "48,000|48000",
        "100|100",
        "Rp500,-|500"
      })
  void a_whole_price_is_taken_with_and_without_sen(String price, long rupiah) {
    ImportPreview preview = preview(NIB_FIRST + ROW + '"' + price + "\",Enak\n");
    assertThat(preview.bad()).isEmpty();
    assertThat(preview.added().get(0).price()).isEqualTo(new Rupiah(rupiah));
    assertThat(preview(NIB_FIRST.replace(',', ';') + ROW.replace(',', ';') + price).bad())
        .isEmpty();
  }

  @Test
  void a_column_behind_the_price_may_hold_three_digits_where_nothing_can_have_been_cut() {
    String file =
        "UMKM,Kecamatan,Kategori,Produk,Harga,Stok,Deskripsi,NIB,WA\n"
            + "Dapur,Timur,Makanan,Kerupuk,500,250,Renyah,1234567890123,\n";
    assertThat(preview(file).added())
        .extracting(ImportPreview.Added::price)
        .containsExactly(new Rupiah(500));
    String semicolons = NIB_FIRST.replace(',', ';') + ROW.replace(',', ';') + "125;250";
    assertThat(preview(semicolons).bad()).isEmpty();
  }

  @Test
  void no_form_takes_a_price_that_is_none_either() {
    Actor staff = Actor.person(UUID.randomUUID(), "Sari", Set.of(Role.STAFF));
    UUID umkm =
        catalogue
            .umkms()
            .create(
                staff,
                new CreateUmkm("Dapur", "1234567890123", "64.71.01", Optional.of(1), "", List.of()))
            .id();
    Problem refused =
        catchThrowableOfType(
            Problem.class,
            () ->
                catalogue
                    .products()
                    .create(
                        staff,
                        new CreateProduct(
                            umkm, "Kopi", "Minuman", "", new Rupiah(48), Optional.empty())));
    assertThat(refused.errors()).extracting(e -> e.key()).containsExactly("catalogue.price.range");
  }
}
