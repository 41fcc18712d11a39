package id.gaung.catalogue;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * A business to be entered.
 *
 * @param nib 13 digits, or empty while it is not known
 * @param whatsapp in any usual form, or empty
 */
public record NewUmkm(
    @NotBlank @Size(max = 150) String name,
    @Size(max = 40) String nib,
    @NotBlank String kecamatanCode,
    Optional<Integer> kelurahanId,
    @Size(max = 40) String whatsapp) {}
