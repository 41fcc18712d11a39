package id.gaung.creator;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * A creator as it should be.
 *
 * @param active must be said: nobody is retired by leaving it out
 * @param version of the row that was read
 */
public record EditCreator(
    @NotBlank @Size(max = 120) String name,
    CreatorKind kind,
    @NotBlank @Size(max = 40) String whatsapp,
    @Email @Size(max = 200) String email,
    Optional<String> kecamatanCode,
    @Size(max = 2000) String note,
    Boolean active,
    int version) {

  static EditCreator of(Creator creator) {
    return new EditCreator(
        creator.name(),
        creator.kind(),
        "0" + creator.whatsapp().digits().substring(2),
        creator.email().orElse(""),
        creator.kecamatanCode(),
        creator.note(),
        creator.active(),
        creator.version());
  }

  NewCreator facts() {
    return new NewCreator(name, kind, whatsapp, email, kecamatanCode, note);
  }
}
