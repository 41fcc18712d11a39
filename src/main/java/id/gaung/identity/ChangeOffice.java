package id.gaung.identity;

import id.gaung.kernel.PhoneNumber;
import id.gaung.kernel.Whatsapp;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;

/**
 * The command to change the office's settings.
 *
 * @param officerPhone as it is typed; empty for none
 * @param adLine as {@link Office#AD_LINE}
 * @param logoPhotoId none takes the mark away
 */
public record ChangeOffice(
    @NotBlank @Size(max = 120) String name,
    @Size(max = 80) String city,
    @Size(max = 80) String province,
    @Size(max = 40) @PhoneNumber(message = "person.phone-format") String officerPhone,
    @Min(1) @Max(90) int paymentDays,
    @Min(1) @Max(120) int rightsMonths,
    @NotBlank @Size(max = 100) @Pattern(regexp = Office.AD_LINE, message = "office.ad-line-begins")
        String adLine,
    @Size(max = 300) String letterhead,
    Optional<UUID> logoPhotoId,
    int version) {

  /** As the form is filled in. */
  public static ChangeOffice of(Office office) {
    return new ChangeOffice(
        office.name(),
        office.city(),
        office.province(),
        office.officerPhone().map(Whatsapp::spoken).orElse(""),
        office.paymentDays(),
        office.rightsMonths(),
        office.adLine(),
        office.letterhead(),
        office.logoPhotoId(),
        office.version());
  }
}
