package id.gaung.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.gaung.audit.Foundation;
import id.gaung.audit.TestFoundation;
import id.gaung.catalogue.Products.ChangeProduct;
import id.gaung.catalogue.Products.CreateProduct;
import id.gaung.catalogue.Umkms.ChangeUmkm;
import id.gaung.catalogue.Umkms.CreateUmkm;
import id.gaung.db.TestDatabase;
import id.gaung.kernel.Actor;
import id.gaung.kernel.FieldError;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Rupiah;
import id.gaung.kernel.Whatsapp;
import id.gaung.media.MediaFeature;
import id.gaung.platform.SteppedClock;
import java.net.URI;
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

@Tag("database")
class CatalogueTest {

  private static final Actor STAFF = Actor.person(UUID.randomUUID(), "Sari", Set.of(Role.STAFF));

  @TempDir Path folder;
  private TestDatabase database;
  private Foundation on;
  private CatalogueFeature catalogue;

  @BeforeEach
  void wire() {
    database = TestDatabase.create();
    on = TestFoundation.on(database, new SteppedClock(Instant.parse("2026-11-24T04:00:00Z")));
    var media = new MediaFeature(on, folder, URI.create("http://localhost"), new byte[32]);
    catalogue = new CatalogueFeature(on, media.photos());
  }

  @AfterEach
  void drop() {
    database.close();
  }

  private Umkm dapur() {
    return catalogue
        .umkms()
        .create(
            STAFF,
            new CreateUmkm(
                " Dapur  Pesisir ",
                "1234567890123",
                "64.71.01",
                Optional.of(1),
                "0812-0000-0101",
                List.of()));
  }

  private Product abon(Umkm umkm) {
    return catalogue
        .products()
        .create(
            STAFF,
            new CreateProduct(
                umkm.id(), "Abon", "Makanan", "Gurih", new Rupiah(48_000), Optional.empty()));
  }

  private static List<String> fields(Problem problem) {
    return problem.errors().stream().map(FieldError::field).toList();
  }

  @Test
  void the_territory_has_6_kecamatan_and_34_kelurahan() {
    assertThat(catalogue.territory().kecamatan())
        .hasSize(6)
        .first()
        .isEqualTo(new Kecamatan("64.71.01", "Balikpapan Timur"));
    assertThat(catalogue.territory().kelurahan()).hasSize(34);
  }

  @Test
  void a_business_is_kept_with_its_number_normalised() {
    Umkm umkm = dapur();
    assertThat(umkm.name()).isEqualTo("Dapur Pesisir");
    assertThat(umkm.nib()).contains(new Nib("1234567890123"));
    assertThat(umkm.whatsapp()).contains(new Whatsapp("6281200000101"));
    assertThat(umkm.kelurahanName()).contains("Manggar");
    assertThat(catalogue.umkms().find(umkm.id())).contains(umkm);
  }

  @Test
  void a_business_may_have_neither_nib_nor_number() {
    Umkm bare =
        catalogue
            .umkms()
            .create(
                STAFF, new CreateUmkm("Warung", "", "64.71.06", Optional.empty(), "", List.of()));
    assertThat(bare.nib()).isEmpty();
    assertThat(bare.whatsapp()).isEmpty();
    assertThat(bare.kelurahanId()).isEmpty();
  }

  @Test
  void every_wrong_field_is_named_at_once() {
    Problem refused =
        catchThrowableOfType(
            Problem.class,
            () ->
                catalogue
                    .umkms()
                    .create(
                        STAFF,
                        new CreateUmkm(
                            "Warung", "123", "64.71.06", Optional.of(1), "abc", List.of())));
    assertThat(fields(refused)).containsExactly("nib", "whatsapp", "kelurahanId");
  }

  @Test
  void a_nib_belongs_to_one_business() {
    dapur();
    assertThat(fields(catchThrowableOfType(Problem.class, this::dapur))).containsExactly("nib");
    assertThat(catalogue.umkms().page("", "", 1).total()).isEqualTo(1);
  }

  @Test
  void whoever_saves_second_is_told_that_somebody_was_faster() {
    Umkm umkm = dapur();
    ChangeUmkm first =
        new ChangeUmkm("Dapur Laut", "", "64.71.01", Optional.empty(), "", List.of(), 0);
    Umkm changed = catalogue.umkms().change(STAFF, umkm.id(), first);
    assertThat(changed.version()).isEqualTo(1);

    Problem refused =
        catchThrowableOfType(
            Problem.class, () -> catalogue.umkms().change(STAFF, umkm.id(), first));
    assertThat(refused.isStale()).isTrue();
    Product product = abon(umkm);
    ChangeProduct dearer =
        new ChangeProduct("Abon", "Makanan", "", new Rupiah(50_000), Optional.empty(), 0);
    assertThat(catalogue.products().change(STAFF, product.id(), dearer).price())
        .isEqualTo(new Rupiah(50_000));
    assertThat(
            catchThrowableOfType(
                    Problem.class, () -> catalogue.products().change(STAFF, product.id(), dearer))
                .isStale())
        .isTrue();
  }

  @Test
  void the_log_says_that_a_number_changed_but_not_what_it_was() {
    Umkm umkm = dapur();
    catalogue
        .umkms()
        .change(
            STAFF,
            umkm.id(),
            new ChangeUmkm(
                "Dapur Pesisir",
                "1234567890123",
                "64.71.01",
                Optional.of(1),
                "081299999999",
                List.of(),
                0));
    assertThat(on.audit().about("umkm", umkm.id()))
        .anySatisfy(e -> assertThat(e.details()).contains("whatsapp"))
        .allSatisfy(
            e -> assertThat(e.details()).doesNotContain("1299999999").doesNotContain("81200000"));
  }

  @Test
  void a_business_has_each_product_name_once() {
    Umkm umkm = dapur();
    abon(umkm);
    assertThat(fields(catchThrowableOfType(Problem.class, () -> abon(umkm))))
        .containsExactly("name");
  }

  @Test
  void a_product_needs_a_price_a_known_business_and_a_known_photo() {
    Umkm umkm = dapur();
    CreateProduct wrong =
        new CreateProduct(
            umkm.id(), "Abon", "Makanan", "", Rupiah.ZERO, Optional.of(UUID.randomUUID()));
    assertThat(
            fields(
                catchThrowableOfType(
                    Problem.class, () -> catalogue.products().create(STAFF, wrong))))
        .containsExactly("price", "photoId");
    CreateProduct orphan =
        new CreateProduct(
            UUID.randomUUID(), "Abon", "Makanan", "", new Rupiah(100), Optional.empty());
    assertThat(
            fields(
                catchThrowableOfType(
                    Problem.class, () -> catalogue.products().create(STAFF, orphan))))
        .containsExactly("umkmId");
  }

  @Test
  void others_find_products_with_their_kecamatan_and_nothing_personal() {
    Umkm umkm = dapur();
    Product product = abon(umkm);
    assertThat(catalogue.products().find(List.of(product.id(), UUID.randomUUID())))
        .containsOnly(
            java.util.Map.entry(
                product.id(),
                new ProductSummary(
                    product.id(),
                    "Abon",
                    umkm.id(),
                    "Dapur Pesisir",
                    "64.71.01",
                    "Balikpapan Timur",
                    new Rupiah(48_000),
                    Optional.empty())));
    assertThat(catalogue.products().find(List.of())).isEmpty();
  }

  @Test
  void a_name_is_kept_as_typed_and_found_however_it_is_typed() {
    Umkm umkm = dapur();
    Product half =
        catalogue
            .products()
            .create(
                STAFF,
                new CreateProduct(
                    umkm.id(), "Amplang ½ kg", "Makanan", "", new Rupiah(100), Optional.empty()));
    assertThat(half.name()).isEqualTo("Amplang ½ kg");
    for (String typed : List.of("½", "amplang ½ KG", "1⁄2")) {
      assertThat(catalogue.products().page(typed, 1).rows()).as(typed).hasSize(1);
    }
  }

  @Test
  void lists_are_searched_by_parts_and_a_percent_sign_is_a_percent_sign() {
    Umkm umkm = dapur();
    abon(umkm);
    assertThat(catalogue.umkms().page("pesi", "64.71.01", 1).total()).isEqualTo(1);
    assertThat(catalogue.umkms().page("4567", "", 1).total()).isEqualTo(1);
    assertThat(catalogue.umkms().page("pesi", "64.71.02", 1).total()).isZero();
    assertThat(catalogue.umkms().page("%", "", 1).total()).isZero();
    assertThat(catalogue.products().page("DAPUR", 1).rows()).hasSize(1);
    assertThat(catalogue.products().page("abon", 2).rows()).isEmpty();
    assertThat(catalogue.products().ofUmkm(umkm.id())).hasSize(1);
  }

  @Test
  void only_staff_may_change_the_catalogue() {
    Actor council = Actor.person(UUID.randomUUID(), "Dewan", Set.of(Role.OBSERVER));
    Problem refused =
        catchThrowableOfType(
            Problem.class,
            () ->
                catalogue
                    .umkms()
                    .create(
                        council,
                        new CreateUmkm("Warung", "", "64.71.06", Optional.empty(), "", List.of())));
    assertThat(refused.kind()).isEqualTo(Problem.Kind.FORBIDDEN);
  }
}
