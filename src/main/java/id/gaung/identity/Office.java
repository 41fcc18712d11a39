package id.gaung.identity;

import id.gaung.kernel.Whatsapp;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * The office that uses Gaung, as it presents itself to creators and in reports.
 *
 * @param name such as {@code Dinas UMKM Kota}
 * @param city may be empty
 * @param province may be empty
 * @param officerPhone the office's own number, for creators
 * @param paymentDays within how many days after the last content is live a fee is paid
 * @param rightsMonths for how many months after the end of the work the office may show photos
 * @param adLine the first line of everything that is paid for
 * @param letterhead what stands on paper below the name, in lines: address, telephone; may be empty
 * @param logoPhotoId the office's mark
 * @param version for optimistic locking; 0 while nobody has changed what the settings file says
 */
public record Office(
    String name,
    String city,
    String province,
    Optional<Whatsapp> officerPhone,
    int paymentDays,
    int rightsMonths,
    String adLine,
    String letterhead,
    Optional<UUID> logoPhotoId,
    int version) {

  /** An ad line begins with this word and a dash, so that readers and Gaung know it as such. */
  public static final String AD_LINE = "(?iu)\\s*iklan\\s*[-\\u2010-\\u2015\\u2212]\\s*\\S[^\\n]*";

  /** Where the settings file says nothing. */
  public static final Office DEFAULT =
      new Office(
          "Dinas UMKM",
          "",
          "",
          Optional.empty(),
          14,
          12,
          "Iklan – kerja sama dengan Dinas UMKM",
          "",
          Optional.empty(),
          0);

  Office withLogo(UUID photoId) {
    return new Office(
        name,
        city,
        province,
        officerPhone,
        paymentDays,
        rightsMonths,
        adLine,
        letterhead,
        Optional.of(photoId),
        version);
  }

  /** The last day on which the office may show the photos of work that ends on that day. */
  public LocalDate rightsUntil(LocalDate workEndsOn) {
    return workEndsOn.plusMonths(rightsMonths);
  }
}
