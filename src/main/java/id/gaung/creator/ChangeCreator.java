package id.gaung.creator;

import id.gaung.creator.CreatorAccounts.AccountEntry;
import id.gaung.creator.Creators.CreateCreator;
import id.gaung.kernel.PhoneNumber;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A creator as it should be.
 *
 * @param active must be said: nobody is retired by leaving it out
 * @param version of the row that was read
 * @param photoId none takes the picture away
 * @param accounts all of them in their order; left out, they stay as they are
 */
public record ChangeCreator(
    @NotBlank @Size(max = 120) String name,
    CreatorKind kind,
    @NotBlank @Size(max = 40) @PhoneNumber(message = "creator.whatsapp.format") String whatsapp,
    @Email @Size(max = 200) String email,
    Optional<String> kecamatanCode,
    @Size(max = 2000) String note,
    Boolean active,
    int version,
    Optional<UUID> photoId,
    Optional<List<AccountEntry>> accounts) {

  static ChangeCreator of(Creator creator) {
    return new ChangeCreator(
        creator.name(),
        creator.kind(),
        "0" + creator.whatsapp().digits().substring(2),
        creator.email().orElse(""),
        creator.kecamatanCode(),
        creator.note(),
        creator.active(),
        creator.version(),
        creator.photoId(),
        Optional.empty());
  }

  ChangeCreator with(List<AccountEntry> all) {
    Optional<List<AccountEntry>> given = Optional.of(all);
    return new ChangeCreator(
        name, kind, whatsapp, email, kecamatanCode, note, active, version, photoId, given);
  }

  Creators.CreateCreator facts() {
    return new CreateCreator(name, kind, whatsapp, email, kecamatanCode, note, photoId, accounts);
  }
}
