package id.gaung.catalogue;

import id.gaung.kernel.Page;
import id.gaung.kernel.Whatsapp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A business as the API shows it, to staff. */
public record UmkmAnswer(
    UUID id,
    Optional<String> nib,
    String name,
    String kecamatanCode,
    String kecamatanName,
    Optional<Integer> kelurahanId,
    Optional<String> kelurahanName,
    Optional<String> whatsapp,
    Instant createdAt,
    Instant updatedAt,
    int version) {

  static UmkmAnswer from(Umkm umkm) {
    return new UmkmAnswer(
        umkm.id(),
        umkm.nib().map(Nib::digits),
        umkm.name(),
        umkm.kecamatanCode(),
        umkm.kecamatanName(),
        umkm.kelurahanId(),
        umkm.kelurahanName(),
        umkm.whatsapp().map(Whatsapp::digits),
        umkm.createdAt(),
        umkm.updatedAt(),
        umkm.version());
  }

  static Page<UmkmAnswer> from(Page<Umkm> page) {
    return new Page<>(
        page.rows().stream().map(UmkmAnswer::from).toList(),
        page.number(),
        page.size(),
        page.total());
  }
}
