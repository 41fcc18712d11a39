package id.gaung.catalogue;

import java.util.List;

/**
 * A district as the API tells it.
 *
 * @param code what a business names as its {@code kecamatanCode}
 * @param kelurahan its villages; a business is in one of them by its id
 */
record KecamatanAnswer(String code, String name, List<Village> kelurahan) {

  /** A village of the district. */
  record Village(int id, String name) {}

  static KecamatanAnswer of(Kecamatan kecamatan, List<Kelurahan> all) {
    return new KecamatanAnswer(
        kecamatan.code(),
        kecamatan.name(),
        all.stream()
            .filter(kelurahan -> kelurahan.kecamatanCode().equals(kecamatan.code()))
            .map(kelurahan -> new Village(kelurahan.id(), kelurahan.name()))
            .toList());
  }
}
