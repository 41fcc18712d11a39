package id.gaung.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.gaung.audit.Foundation;
import id.gaung.audit.TestFoundation;
import id.gaung.db.TestDatabase;
import id.gaung.kernel.Actor;
import id.gaung.kernel.FieldError;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Rupiah;
import id.gaung.media.MediaFeature;
import id.gaung.platform.SteppedClock;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
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

@Tag("database")
class CatalogueImportTest {

  private static final Actor SYSTEM = Actor.system("import");
  private static final String HEADER =
      "umkm,kecamatan,kelurahan,kategori,produk,deskripsi,harga_rupiah,nib,no_whatsapp\n";
  private static final String ABON =
      "Dapur Pesisir,Balikpapan Timur,Manggar,Makanan,Abon"
          + " kepiting,Gurih,48000,1234567890123,081200000101\n";

  @TempDir Path folder;
  private TestDatabase database;
  private Foundation on;
  private CatalogueFeature catalogue;
  private CatalogueImport imports;

  @BeforeEach
  void wire() {
    database = TestDatabase.create();
    on = TestFoundation.on(database, new SteppedClock(Instant.parse("2026-11-24T04:00:00Z")));
    var media = new MediaFeature(on, folder, URI.create("http://localhost"), new byte[32]);
    catalogue = new CatalogueFeature(on, media.photos());
    imports = catalogue.imports();
  }

  @AfterEach
  void drop() {
    database.close();
  }

  private static byte[] csv(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] row(String row) {
    return csv(HEADER + row);
  }

  private FieldError refused(byte[] file) {
    Problem problem = catchThrowableOfType(Problem.class, () -> imports.preview(file));
    assertThat(problem).as("should have been refused").isNotNull();
    assertThat(problem.errors()).hasSize(1);
    assertThat(problem.errors().get(0).field()).isEqualTo("file");
    return problem.errors().get(0);
  }

  private BadCell onlyBad(byte[] file) {
    ImportPreview preview = imports.preview(file);
    assertThat(preview.bad()).hasSize(1);
    return preview.bad().get(0);
  }

  private Product only(String search) {
    UUID id = catalogue.products().page(search, 1).rows().get(0).id();
    return catalogue.products().find(id).orElseThrow();
  }

  private static byte[] realFile() throws IOException {
    try (InputStream in = CatalogueImportTest.class.getResourceAsStream("/umkm-products.csv")) {
      return in.readAllBytes();
    }
  }

  @Test
  void a_file_that_is_not_there_is_not_found() {
    UUID nowhere = UUID.fromString("0197a000-0000-7000-8000-000000000001");
    assertThat(catchThrowableOfType(Problem.class, () -> imports.preview(nowhere)).kind())
        .isEqualTo(Problem.Kind.NOT_FOUND);
    assertThat(
            catchThrowableOfType(Problem.class, () -> imports.apply(SYSTEM, nowhere, true)).kind())
        .isEqualTo(Problem.Kind.NOT_FOUND);
  }

  @Test
  void the_offices_file_is_taken_whole_and_the_second_time_changes_nothing() throws IOException {
    ImportPreview preview = imports.preview(realFile());
    assertThat(preview.bad()).isEmpty();
    assertThat(preview.rows()).isEqualTo(15);
    assertThat(preview.added()).hasSize(15);

    ImportResult first = imports.apply(SYSTEM, realFile(), false);
    assertThat(first.productsCreated()).isEqualTo(15);
    assertThat(first.umkmCreated()).isEqualTo(13);
    assertThat(catalogue.umkms().page("", "", 1).total()).isEqualTo(13);
    assertThat(catalogue.products().page("", 1).total()).isEqualTo(15);
    assertThat(only("abon").price()).isEqualTo(new Rupiah(48_000));
    long rows = on.audit().newest(1).total();

    ImportResult second = imports.apply(SYSTEM, realFile(), true);
    assertThat(second.changedNothing()).isTrue();
    assertThat(second.unchanged()).isEqualTo(15);
    assertThat(on.audit().newest(1).total()).isEqualTo(rows);
    assertThat(imports.preview(realFile()).changesNothing()).isTrue();
    assertThat(on.audit().verify().holds()).isTrue();
  }

  @Test
  void a_cell_with_a_nul_or_another_control_character_is_told_by_its_row_and_column() {
    for (String cell :
        new String[] {
          "Dapur Pesisir", "Balikpapan Timur", "Abon", "Gurih", "48000", "1234567890"
        }) {
      for (char unfit : new char[] {0, 7, 127}) {
        byte[] file = row(ABON.replace(cell, cell + unfit) + ABON.replace("Abon", "Amplang"));
        BadCell bad = onlyBad(file);
        assertThat(bad.line()).as(cell).isEqualTo(2);
        assertThat(bad.key()).isEqualTo("field.characters");
        assertThat(bad.column()).isNotEmpty();
        assertThat(imports.apply(SYSTEM, file, true).badRows()).isEqualTo(1);
      }
    }
    FieldError header = refused(csv(HEADER.replace("produk", "pro\u0000duk") + ABON));
    assertThat(header.key()).isEqualTo("catalogue.import.missing-column");
    UUID kept = imports.upload(SYSTEM, "daftar\u0000.csv", row(ABON));
    assertThat(imports.find(kept).orElseThrow().fileName()).doesNotContain("\u0000");
  }

  @Test
  void each_new_thing_has_its_row_in_the_log() {
    imports.apply(SYSTEM, row(ABON), false);
    assertThat(on.audit().newest(1).rows())
        .extracting(e -> e.action())
        .containsExactlyInAnyOrder("umkm.created", "product.created");
  }

  @Test
  void a_changed_price_waits_for_a_confirmation() {
    imports.apply(SYSTEM, row(ABON), false);
    byte[] dearer = row(ABON.replace("48000", "50000"));

    ImportPreview preview = imports.preview(dearer);
    assertThat(preview.prices())
        .containsExactly(
            new PriceChange(
                2, "Dapur Pesisir", "Abon kepiting", new Rupiah(48_000), new Rupiah(50_000)));

    ImportResult unconfirmed = imports.apply(SYSTEM, dearer, false);
    assertThat(unconfirmed.pricesLeft()).isEqualTo(1);
    assertThat(only("abon").price()).isEqualTo(new Rupiah(48_000));
    assertThat(only("abon").version()).isZero();

    ImportResult confirmed = imports.apply(SYSTEM, dearer, true);
    assertThat(confirmed.pricesChanged()).isEqualTo(1);
    assertThat(only("abon").price()).isEqualTo(new Rupiah(50_000));
  }

  @Test
  void other_changes_are_taken_even_where_the_price_is_not() {
    imports.apply(SYSTEM, row(ABON), false);
    byte[] changed =
        row(
            ABON.replace("48000", "50000")
                .replace("Gurih", "Pedas")
                .replace("Dapur Pesisir", "Dapur Laut"));

    assertThat(imports.preview(changed).others())
        .extracting(ImportPreview.OtherChange::column)
        .containsExactlyInAnyOrder(ImportColumn.UMKM, ImportColumn.DESCRIPTION);
    imports.apply(SYSTEM, changed, false);
    assertThat(only("abon").description()).isEqualTo("Pedas");
    assertThat(only("abon").umkmName()).isEqualTo("Dapur Laut");
    assertThat(only("abon").price()).isEqualTo(new Rupiah(48_000));
  }

  @Test
  void a_product_is_the_same_however_its_name_is_written() {
    imports.apply(SYSTEM, row(ABON), false);
    ImportResult again =
        imports.apply(SYSTEM, row(ABON.replace("Abon kepiting", "ABON   Kepiting")), false);
    assertThat(again.productsCreated()).isZero();
    assertThat(catalogue.products().page("", 1).total()).isEqualTo(1);
  }

  @Test
  void an_empty_cell_erases_nothing() {
    imports.apply(SYSTEM, row(ABON), false);
    byte[] poorer =
        row("Dapur Pesisir,Balikpapan Timur,,Makanan,Abon kepiting,,48000,1234567890123,\n");
    assertThat(imports.preview(poorer).changesNothing()).isTrue();
  }

  @Test
  void headers_may_be_english_in_any_order_and_case_with_semicolons_and_a_byte_order_mark() {
    byte[] file =
        csv(
            "\uFEFFNIB;Price_Rupiah;PRODUCT;business;District;category;description;WhatsApp\r\n"
                + "1234567890123;48.000;Abon;Dapur;timur;Makanan;Enak, gurih;081200000101\r\n");
    ImportPreview preview = imports.preview(file);
    assertThat(preview.bad()).isEmpty();
    assertThat(preview.added())
        .containsExactly(new ImportPreview.Added(2, "Dapur", "Abon", new Rupiah(48_000)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "48000|48000",
        "48000.00|48000",
        "48.000|48000",
        "Rp48.000|48000",
        "Rp 1.250.000|1250000",
        "Rp48.000,00|48000",
        "\"48,000\"|48000",
        "rp. 48000|48000"
      })
  void prices_are_read_as_people_write_them(String written, long rupiah) {
    String cell =
        written.contains(",") && !written.startsWith("\"") ? '"' + written + '"' : written;
    ImportPreview preview = imports.preview(row(ABON.replace("48000", cell)));
    assertThat(preview.bad()).isEmpty();
    assertThat(preview.added().get(0).price()).isEqualTo(new Rupiah(rupiah));
  }

  @ParameterizedTest
  @CsvSource({"0", "-48000", "48.5", "4.80", "gratis", "1e5", "99999999999999999999"})
  void what_is_no_price_is_refused(String written) {
    BadCell bad = onlyBad(row(ABON.replace("48000", written)));
    assertThat(bad.column()).isEqualTo("harga_rupiah");
    assertThat(bad.key()).isEqualTo("catalogue.import.price");
    assertThat(bad.args()).containsExactly(written);
  }

  @ParameterizedTest
  @CsvSource({
    "Balikpapan Barat,Margomulyo",
    "balikpapan  BARAT,marga sari",
    "Kec. Balikpapan Tengah,Mekarsari",
    "Tengah,KARANGREJO",
    "Balikpapan Tengah,Kel. Sumberejo",
    "64.71.05,Sungainangka",
    "Balikpapan Selatan,Sungai Nangka"
  })
  void places_are_known_however_they_are_written(String kecamatan, String kelurahan) {
    assertThat(
            imports
                .preview(row(ABON.replace("Balikpapan Timur,Manggar", kecamatan + "," + kelurahan)))
                .bad())
        .isEmpty();
  }

  @Test
  void an_unknown_place_is_refused_by_name() {
    assertThat(onlyBad(row(ABON.replace("Balikpapan Timur", "Samarinda"))).key())
        .isEqualTo("catalogue.import.kecamatan");
    assertThat(onlyBad(row(ABON.replace("Manggar", "Mangga"))).column()).isEqualTo("kelurahan");
    BadCell elsewhere = onlyBad(row(ABON.replace("Manggar", "Sepinggan")));
    assertThat(elsewhere.key()).isEqualTo("catalogue.import.kelurahan-elsewhere");
    assertThat(elsewhere.args()).containsExactly("Sepinggan", "Balikpapan Selatan");
  }

  @Test
  void a_wrong_nib_and_a_wrong_number_are_named_with_their_line() {
    BadCell nib = onlyBad(row(ABON + ABON.replace("1234567890123", "12345")));
    assertThat(nib)
        .isEqualTo(new BadCell(3, "nib", "catalogue.import.nib", java.util.List.of("12345")));
    assertThat(onlyBad(row(ABON.replace("081200000101", "0812"))).column())
        .isEqualTo("no_whatsapp");
  }

  @Test
  void lines_are_counted_as_an_editor_counts_them_even_behind_a_cell_of_several_lines() {
    byte[] file =
        row(
            ABON.replace("Gurih", "\"Gurih,\npedas,\nmanis\"")
                + "\n"
                + ABON.replace("Abon kepiting", "").replace("\n", "\r\n"));
    BadCell bad = onlyBad(file);
    assertThat(bad.line()).isEqualTo(6);
    assertThat(bad.column()).isEqualTo("produk");
    assertThat(bad.key()).isEqualTo("field.required");
  }

  @Test
  void the_same_product_twice_in_a_file_is_taken_once() {
    byte[] file =
        row(ABON + ABON.replace("Abon kepiting", "abon  KEPITING").replace("48000", "100"));
    BadCell bad = onlyBad(file);
    assertThat(bad.line()).isEqualTo(3);
    assertThat(bad.key()).isEqualTo("catalogue.import.twice");
    assertThat(bad.args()).containsExactly("2");
    assertThat(imports.apply(SYSTEM, file, false).productsCreated()).isEqualTo(1);
  }

  @Test
  void one_nib_is_for_one_business_in_a_file() {
    BadCell bad =
        onlyBad(row(ABON + ABON.replace("Dapur Pesisir", "Warung Lain").replace("Abon", "Peyek")));
    assertThat(bad.key()).isEqualTo("catalogue.import.other-umkm");
    assertThat(bad.column()).isEqualTo("umkm");
  }

  @Test
  void good_rows_are_taken_and_bad_ones_stay_behind() {
    ImportResult result =
        imports.apply(SYSTEM, row(ABON + ABON.replace("1234567890123", "1")), false);
    assertThat(result.productsCreated()).isEqualTo(1);
    assertThat(result.badRows()).isEqualTo(1);
  }

  @Test
  void a_cell_with_an_unquoted_separator_is_noticed() {
    assertThat(onlyBad(row(ABON.replace("Gurih", "Gurih, pedas"))).key())
        .isEqualTo("catalogue.import.cells");
  }

  @Test
  void a_line_that_names_the_separator_is_no_header() {
    for (char separator : new char[] {';', ',', '\t'}) {
      String header = HEADER.replace(',', separator);
      String row = ABON.replace(',', separator);
      byte[] file = csv("sep=" + separator + "\r\n" + header + row);
      assertThat(imports.preview(file).bad()).as("sep=" + separator).isEmpty();
      assertThat(imports.preview(file).added()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Desa/Kelurahan", "KELURAHAN / DESA", "Nama Kelurahan", "desa-kelurahan", "Kel."})
  void the_column_of_the_village_is_known_by_its_names(String name) {
    byte[] file =
        csv(HEADER.replace("kelurahan", name) + ABON.replace("Manggar", "Klandasan Ilir"));
    assertThat(onlyBad(file).key()).startsWith("catalogue.import.kelurahan");
  }

  @Test
  void a_column_that_is_not_used_is_named() {
    byte[] file = csv(HEADER.strip() + ",Catatan\n" + ABON.strip() + ",x\n");
    assertThat(imports.preview(file).unused()).containsExactly("Catatan");
  }

  @Test
  void a_file_that_cannot_be_read_says_why() {
    assertThat(refused(new byte[0]).key()).isEqualTo("catalogue.import.empty");
    assertThat(refused(csv("\uFEFF\n \n")).key()).isEqualTo("catalogue.import.empty");
    assertThat(refused(csv(HEADER)).key()).isEqualTo("catalogue.import.no-rows");
    FieldError latin =
        refused((HEADER + ABON.replace("Gurih", "Gurih é")).getBytes(StandardCharsets.ISO_8859_1));
    assertThat(latin.key()).isEqualTo("catalogue.import.not-utf8");
    assertThat(latin.args()).containsExactly("2");
    FieldError missing = refused(csv(HEADER.replace(",nib", "").replace("produk,", "") + ABON));
    assertThat(missing.key()).isEqualTo("catalogue.import.missing-column");
    assertThat(missing.args()).containsExactly("produk, nib");
    FieldError open = refused(row(ABON + ABON.replace("Gurih", "\"Gurih")));
    assertThat(open.key()).isEqualTo("catalogue.import.quotes");
    assertThat(open.args()).containsExactly("3");
    assertThat(refused(csv("nib,nib," + HEADER + "," + ABON)).key())
        .isEqualTo("catalogue.import.column-twice");
  }

  @Test
  void a_huge_file_is_refused() {
    assertThat(refused(new byte[5 * 1024 * 1024 + 1]).key())
        .isEqualTo("catalogue.import.too-large");
    assertThat(refused(row("a,b\n".repeat(20_001))).key())
        .isEqualTo("catalogue.import.too-many-rows");
  }

  @Test
  void a_kept_file_is_applied_once() {
    UUID id = imports.upload(SYSTEM, "umkm.csv", row(ABON));
    assertThat(imports.preview(id).added()).hasSize(1);
    assertThat(imports.find(id).orElseThrow().appliedAt()).isEmpty();

    ImportResult result = imports.apply(SYSTEM, id, false);
    assertThat(imports.find(id).orElseThrow().outcome()).contains(result);
    Problem again = catchThrowableOfType(Problem.class, () -> imports.apply(SYSTEM, id, false));
    assertThat(again.key()).isEqualTo("catalogue.import.already");
    assertThat(imports.page(1).total()).isEqualTo(1);
  }

  @Test
  void only_staff_may_import() {
    Actor council = Actor.person(UUID.randomUUID(), "Dewan", Set.of(Role.OBSERVER));
    Problem refused =
        catchThrowableOfType(Problem.class, () -> imports.apply(council, row(ABON), true));
    assertThat(refused.kind()).isEqualTo(Problem.Kind.FORBIDDEN);
    assertThat(catalogue.products().page("", 1).total()).isZero();
  }

  @Test
  void twenty_thousand_rows_are_taken_in_one_transaction() {
    StringBuilder file = new StringBuilder(HEADER);
    for (int i = 0; i < 20_000; i++) {
      file.append("Usaha ").append(i / 10).append(",Timur,,Makanan,Produk ").append(i);
      file.append(",,10000,").append(1_000_000_000_000L + i / 10).append(",\n");
    }
    ImportResult result = imports.apply(SYSTEM, csv(file.toString()), false);
    assertThat(result.productsCreated()).isEqualTo(20_000);
    assertThat(result.umkmCreated()).isEqualTo(2_000);
    assertThat(imports.preview(csv(file.toString())).unchanged()).isEqualTo(20_000);
  }
}
