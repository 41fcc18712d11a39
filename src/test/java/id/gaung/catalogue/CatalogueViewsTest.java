package id.gaung.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.db.RowsByHand;
import id.gaung.db.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the catalogue vouches for to others. */
@Tag("database")
class CatalogueViewsTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.create();

  private final RowsByHand rows = new RowsByHand(DATABASE);

  @BeforeEach
  void given() {
    rows.given("delete from product")
        .given("delete from umkm")
        .given(
            """
            insert into umkm (id, name, kecamatan_code, created_at, updated_at) values
              (#1, 'Bu Siti', '64.71.01', '2026-11-01 00:00Z', now()),
              (#2, 'Pak Budi', '64.71.06', '2026-11-20 00:00Z', now())
            """)
        .given(
            """
            insert into product (id, umkm_id, name, name_key, category, description, price_rupiah,
              created_at, updated_at) values
              (#a, #1, 'Amplang', 'amplang', 'kuliner', '', 25000, now(), now()),
              (#b, #1, 'Keripik', 'keripik', 'kuliner', '', 20000, now(), now()),
              (#c, #2, 'Batik', 'batik', 'kriya', '', 200000, now(), now())
            """);
  }

  @Test
  void a_product_stands_beside_its_umkm_and_where_that_is() {
    assertThat(
            rows.of(
                "product_id, product, umkm_id, umkm, kecamatan_code, kecamatan, photo_id",
                "catalogue_product_line"))
        .containsExactly(
            "(#a,Amplang,#1,\"Bu Siti\",64.71.01,\"Balikpapan Timur\",)",
            "(#b,Keripik,#1,\"Bu Siti\",64.71.01,\"Balikpapan Timur\",)",
            "(#c,Batik,#2,\"Pak Budi\",64.71.06,\"Balikpapan Kota\",)");
  }

  @Test
  void each_umkm_has_the_time_it_was_registered_and_its_kecamatan() {
    assertThat(rows.of("umkm_id, umkm, kecamatan_code, created_at", "catalogue_umkm_line"))
        .containsExactly(
            "(#1,\"Bu Siti\",64.71.01,\"2026-11-01 00:00:00+00\")",
            "(#2,\"Pak Budi\",64.71.06,\"2026-11-20 00:00:00+00\")");
  }

  @Test
  void every_kecamatan_of_the_city_is_there_also_one_without_an_umkm() {
    assertThat(rows.of("kecamatan_code, kecamatan", "catalogue_kecamatan_line"))
        .hasSize(6)
        .startsWith("(64.71.01,\"Balikpapan Timur\")")
        .endsWith("(64.71.06,\"Balikpapan Kota\")");
  }
}
