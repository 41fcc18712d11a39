package id.gaung.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.gaung.audit.Foundation;
import id.gaung.audit.TestFoundation;
import id.gaung.catalogue.CatalogueLists.Filter;
import id.gaung.catalogue.CatalogueLists.ListedProduct;
import id.gaung.catalogue.CatalogueLists.ListedUmkm;
import id.gaung.catalogue.CatalogueLists.ProductTally;
import id.gaung.catalogue.CatalogueLists.UmkmTally;
import id.gaung.catalogue.Products.CreateProduct;
import id.gaung.catalogue.Umkms.ChangeUmkm;
import id.gaung.catalogue.Umkms.CreateUmkm;
import id.gaung.db.RowsByHand;
import id.gaung.db.TestDatabase;
import id.gaung.kernel.Actor;
import id.gaung.kernel.FieldError;
import id.gaung.kernel.Nets;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Rupiah;
import id.gaung.media.MediaFeature;
import id.gaung.platform.SteppedClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
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

/** The lists that staff look through, an UMKM's accounts, and an import that goes on by itself. */
@Tag("database")
class CatalogueListsTest {

  private static final Actor STAFF = Actor.person(UUID.randomUUID(), "Sari", Set.of(Role.STAFF));

  @TempDir Path folder;
  private TestDatabase database;
  private Foundation on;
  private CatalogueFeature catalogue;
  private CatalogueLists lists;

  @BeforeEach
  void wire() {
    database = TestDatabase.create();
    on = TestFoundation.on(database, new SteppedClock(Instant.parse("2026-11-24T04:00:00Z")));
    var media = new MediaFeature(on, folder, URI.create("http://localhost"), new byte[32]);
    catalogue = new CatalogueFeature(on, media.photos());
    lists = new CatalogueLists(on);
    new RowsByHand(database)
        .given(
            "insert into person (id, email, name, created_at) values ('%s', 'sari@example.org', 'Sari', now())"
                .formatted(STAFF.id().orElseThrow()));
  }

  @AfterEach
  void drop() {
    database.close();
  }

  private Umkm umkm(String name, String whatsapp, String... accounts) {
    return catalogue
        .umkms()
        .create(
            STAFF,
            new CreateUmkm(name, "", "64.71.01", Optional.of(1), whatsapp, List.of(accounts)));
  }

  private Product product(Umkm umkm, String name, long price) {
    return catalogue
        .products()
        .create(
            STAFF,
            new CreateProduct(umkm.id(), name, "Makanan", "", new Rupiah(price), Optional.empty()));
  }

  /** A post of two accounts, out on one of them. */
  private void shown(Product product, String at, int number) {
    new RowsByHand(database)
        .given(
            "insert into post (id, campaign_id, created_at) values (#%d, #a, now())"
                .formatted(number))
        .given(
            "insert into post_product (post_id, product_id) values (#%d, '%s')"
                .formatted(number, product.id()))
        .given(
            """
            insert into rendition (id, post_id, channel_id, text, due_at, state, published_at,
              created_at) values
              (#%3$s, #%1$d, #c, 'Teks', '%2$s', 'PUBLISHED', '%2$s', now()),
              (#%4$s, #%1$d, #d, 'Teks', '%2$s', 'MISSED', null, now())
            """
                .formatted(number, at, "4567".charAt(number), "bcde".charAt(number)));
  }

  private static Filter filter(String search, String sort, boolean unshown, boolean cheap) {
    return Filter.read(search, "", sort, unshown, false, cheap);
  }

  @Test
  void what_was_never_shown_comes_first_then_what_was_shown_longest_ago() {
    Umkm dapur = umkm("Dapur Laut", "0812-0000-0101");
    Product kopi = product(dapur, "Kopi", 22_000);
    Product amplang = product(dapur, "Amplang", 60_000);
    product(dapur, "Zaitun", 49_999);
    shown(kopi, "2026-11-20 02:00Z", 1);
    shown(amplang, "2026-11-10 02:00Z", 2);
    shown(amplang, "2025-12-31 02:00Z", 3);
    assertThat(lists.products(filter("", "", false, false), 1).rows())
        .extracting(ListedProduct::name, ListedProduct::shownThisYear, ListedProduct::total)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Zaitun", 0L, 3L),
            org.assertj.core.groups.Tuple.tuple("Amplang", 1L, 3L),
            org.assertj.core.groups.Tuple.tuple("Kopi", 1L, 3L));
    assertThat(lists.products(filter("", "PRICE", false, false), 1).rows())
        .extracting(ListedProduct::name)
        .containsExactly("Kopi", "Zaitun", "Amplang");
    assertThat(lists.products(filter("manggar", "NAME", false, true), 1).rows())
        .extracting(ListedProduct::name)
        .containsExactly("Kopi", "Zaitun");
    assertThat(lists.products(filter("", "", true, false), 1).total()).isEqualTo(1);
    assertThat(lists.products(filter("tidak ada", "", false, false), 1).rows()).isEmpty();
    assertThat(lists.productTally()).isEqualTo(new ProductTally(3, 1, 3, 2, 1));
    assertThat(lists.shown(amplang.id()).posts()).isEqualTo(2);
    assertThat(lists.shown(kopi.id()).lastShownAt())
        .contains(Instant.parse("2026-11-20T02:00:00Z"));
  }

  @Test
  void businesses_are_listed_with_their_products_and_when_one_of_them_was_shown() {
    Umkm dapur = umkm("Dapur Laut", "0812-0000-0101");
    umkm("Batik", "");
    shown(product(dapur, "Kopi", 22_000), "2026-11-20 02:00Z", 1);
    product(dapur, "Teh", 12_000);
    assertThat(lists.umkm(filter("", "", false, false), 1).rows())
        .extracting(ListedUmkm::name, ListedUmkm::products, ListedUmkm::lastShownAt)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Batik", 0L, Optional.empty()),
            org.assertj.core.groups.Tuple.tuple(
                "Dapur Laut", 2L, Optional.of(Instant.parse("2026-11-20T02:00:00Z"))));
    assertThat(lists.umkm(Filter.read("", "", "", false, true, false), 1).rows())
        .extracting(ListedUmkm::name)
        .containsExactly("Batik");
    assertThat(lists.umkmTally()).isEqualTo(new UmkmTally(2, 1, 1, 1, 2));
  }

  @Test
  void a_business_has_several_accounts_and_the_log_says_that_they_changed() {
    Umkm dapur = umkm("Dapur", "", "instagram/@dapur", "tiktok/https://tiktok.com/@dapur.laut");
    assertThat(catalogue.umkms().accounts(dapur.id()))
        .containsExactly(
            new UmkmAccount(Nets.INSTAGRAM, "dapur"), new UmkmAccount(Nets.TIKTOK, "dapur.laut"));
    catalogue
        .umkms()
        .change(
            STAFF,
            dapur.id(),
            new ChangeUmkm(
                "Dapur", "", "64.71.01", Optional.of(1), "", List.of("tiktok/dapur.laut"), 0));
    assertThat(catalogue.umkms().accounts(dapur.id())).hasSize(1);
    assertThat(on.audit().about("umkm", dapur.id()))
        .anySatisfy(event -> assertThat(event.details()).contains("accounts"))
        .allSatisfy(event -> assertThat(event.details()).doesNotContain("dapur.laut"));
    Problem refused =
        catchThrowableOfType(Problem.class, () -> umkm("Warung", "", "tiktok/dua kata"));
    assertThat(refused.errors()).extracting(FieldError::field).containsExactly("accounts");
    assertThat(catalogue.umkms().page("Warung", "", 1).total()).isZero();
  }

  @Test
  void an_import_goes_on_by_itself_and_is_applied_once() {
    byte[] file =
        ("umkm;kecamatan;kategori;produk;deskripsi;harga_rupiah;nib;no_whatsapp\n"
                + "Dapur;Balikpapan Timur;kuliner;Abon;;48000;1234567890123;\n"
                + "Dapur;Balikpapan Timur;kuliner;Peyek;;x;1234567890123;\n")
            .getBytes(StandardCharsets.UTF_8);
    UUID id = catalogue.imports().upload(STAFF, "a.csv", file);
    ImportRuns runs = new ImportRuns(catalogue.imports(), Duration.ofMinutes(1));
    runs.apply(STAFF, id, false);
    assertThat(catalogue.imports().find(id).orElseThrow().appliedAt()).isPresent();
    assertThat(runs.progress(id)).isEmpty();
    assertThat(catchThrowableOfType(Problem.class, () -> runs.apply(STAFF, id, false)).key())
        .isEqualTo("catalogue.import.already");
    CatalogueImport.Rejected rejected = catalogue.imports().rejected(id, cell -> cell.key());
    assertThat(rejected.rows())
        .containsExactly(
            List.of(
                "Dapur",
                "Balikpapan Timur",
                "kuliner",
                "Peyek",
                "",
                "x",
                "1234567890123",
                "",
                "harga_rupiah: catalogue.import.price"));
  }
}
