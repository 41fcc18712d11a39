package id.gaung.catalogue;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * A business as it should be.
 *
 * @param version of the row that was read
 */
public record EditUmkm(
    @NotBlank @Size(max = 150) String name,
    @Size(max = 40) String nib,
    @NotBlank String kecamatanCode,
    Optional<Integer> kelurahanId,
    @Size(max = 40) String whatsapp,
    int version) {

  static EditUmkm of(Umkm umkm) {
    return new EditUmkm(
        umkm.name(),
        umkm.nib().map(Nib::digits).orElse(""),
        umkm.kecamatanCode(),
        umkm.kelurahanId(),
        umkm.whatsapp().map(w -> "0" + w.digits().substring(2)).orElse(""),
        umkm.version());
  }

  NewUmkm facts() {
    return new NewUmkm(name, nib, kecamatanCode, kelurahanId, whatsapp);
  }
}
