package id.gaung.creator;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * A creator to be entered.
 *
 * @param whatsapp in any usual form
 */
public record NewCreator(
    @NotBlank @Size(max = 120) String name,
    CreatorKind kind,
    @NotBlank @Size(max = 40) String whatsapp,
    @Email @Size(max = 200) String email,
    Optional<String> kecamatanCode,
    @Size(max = 2000) String note) {}
