package id.gaung.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.audit.Foundation;
import id.gaung.audit.TestFoundation;
import id.gaung.db.TestDatabase;
import id.gaung.kernel.Actor;
import id.gaung.media.MediaFeature;
import id.gaung.platform.SteppedClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The column of an import file that says where a business is on social media. */
@Tag("database")
class ImportAccountsTest {

  private static final Actor SYSTEM = Actor.system("import");
  private static final String HEADER =
      "umkm,kecamatan,kategori,produk,deskripsi,harga_rupiah,nib,no_whatsapp,akun_medsos\n";

  @TempDir Path folder;
  private TestDatabase database;
  private CatalogueFeature catalogue;
  private CatalogueImport imports;

  @BeforeEach
  void wire() {
    database = TestDatabase.create();
    Foundation on =
        TestFoundation.on(database, new SteppedClock(Instant.parse("2026-11-24T04:00:00Z")));
    var media = new MediaFeature(on, folder, URI.create("http://localhost"), new byte[32]);
    catalogue = new CatalogueFeature(on, media.photos());
    imports = catalogue.imports();
  }

  @AfterEach
  void drop() {
    database.close();
  }

  private static byte[] file(String... accounts) {
    StringBuilder file = new StringBuilder(HEADER);
    for (int i = 0; i < accounts.length; i++) {
      file.append("Dapur Pesisir,Balikpapan Timur,Makanan,Abon ")
          .append(i)
          .append(",Gurih,48000,1234567890123,081200000101,\"")
          .append(accounts[i])
          .append("\"\n");
    }
    return file.toString().getBytes(StandardCharsets.UTF_8);
  }

  private List<String> kept() {
    UUID id = catalogue.umkms().page("Dapur Pesisir", "", 1).rows().get(0).id();
    return catalogue.umkms().accounts(id).stream().map(UmkmAccount::text).toList();
  }

  private BadCell onlyBad(byte[] file) {
    ImportPreview preview = imports.preview(file);
    assertThat(preview.bad()).hasSize(1);
    return preview.bad().get(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "instagram/dapur.pesisir, tiktok/dapurpesisir",
        "Instagram: @dapur.pesisir; TikTok: dapurpesisir",
        "instagram dapur.pesisir\ntiktok https://www.tiktok.com/@dapurpesisir",
        " instagram / dapur.pesisir ,, tiktok/dapurpesisir, instagram/dapur.pesisir,"
      })
  void accounts_are_read_however_people_write_them(String cell) {
    imports.apply(SYSTEM, file(cell), true);
    assertThat(kept()).containsExactly("instagram/dapur.pesisir", "tiktok/dapurpesisir");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dapurpesisir|catalogue.import.account|dapurpesisir",
        "friendster/dapur|catalogue.import.account-network|friendster",
        "instagram/da pur|catalogue.import.account-handle|da pur",
        "tiktok/https://instagram.com/dapur|catalogue.import.account-handle"
            + "|https://instagram.com/dapur"
      })
  void what_is_no_account_is_refused_with_its_column_and_the_reason(
      String cell, String key, String shown) {
    BadCell bad = onlyBad(file(cell));
    assertThat(bad.column()).isEqualTo("akun_medsos");
    assertThat(bad.line()).isEqualTo(2);
    assertThat(bad.key()).isEqualTo(key);
    assertThat(bad.args().get(0)).isEqualTo(shown);
  }

  @Test
  void nobody_has_more_than_eight_and_rows_of_one_business_agree() {
    assertThat(onlyBad(file("x/a1,x/a2,x/a3,x/a4,x/a5,x/a6,x/a7,x/a8,x/a9")).key())
        .isEqualTo("catalogue.import.account-many");
    assertThat(onlyBad(file("x/a1, x/a2", "x/a2, x/a1", "x/a3")).key())
        .isEqualTo("catalogue.import.other-value");
  }

  @Test
  void a_filled_cell_replaces_them_shown_beforehand_and_an_empty_one_says_nothing() {
    imports.apply(SYSTEM, file("instagram/dapur, x/dapur"), true);
    assertThat(imports.preview(file("x/dapur, instagram/dapur")).others()).isEmpty();
    imports.apply(SYSTEM, file(""), true);
    assertThat(kept()).hasSize(2);
    assertThat(imports.preview(file("tiktok/dapur")).others())
        .containsExactly(
            new ImportPreview.OtherChange(
                2,
                "Dapur Pesisir",
                ImportColumn.ACCOUNTS,
                "instagram/dapur, x/dapur",
                "tiktok/dapur"));
    assertThat(imports.apply(SYSTEM, file("tiktok/dapur"), true).umkmChanged()).isOne();
    assertThat(kept()).containsExactly("tiktok/dapur");
    assertThat(imports.apply(SYSTEM, file("tiktok/dapur"), true).umkmChanged()).isZero();
  }
}
