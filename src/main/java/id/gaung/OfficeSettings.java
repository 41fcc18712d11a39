package id.gaung;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import id.gaung.identity.Office;
import id.gaung.identity.Offices;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Whatsapp;
import id.gaung.media.Photos;
import io.dropwizard.validation.ValidationMethod;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The office's first values; what is left out is as in {@link Office#DEFAULT}.
 *
 * @param officerPhone empty for none
 * @param logo the path of a PNG, JPEG or WebP file; empty for none
 */
public record OfficeSettings(
    @NotBlank @Size(max = 120) String name,
    @Size(max = 80) String city,
    @Size(max = 80) String province,
    String officerPhone,
    @Min(1) @Max(90) int paymentDays,
    @Min(1) @Max(120) int rightsMonths,
    @NotBlank @Size(max = 100) String adLine,
    @Size(max = 300) String letterhead,
    String logo) {

  private static final String NO_PHONE = "office.officerPhone is no number, such as 0812-3456-7890";
  private static final String NO_AD_LINE = "office.adLine must begin with Iklan and a dash";
  private static final String NO_LOGO = "office.logo is no file that can be read";

  private static final Logger LOG = LoggerFactory.getLogger(OfficeSettings.class);

  static final OfficeSettings DEFAULT = read(null, null, null, null, null, null, null, null, null);

  @JsonCreator
  static OfficeSettings read(
      @JsonProperty("name") @Nullable String name,
      @JsonProperty("city") @Nullable String city,
      @JsonProperty("province") @Nullable String province,
      @JsonProperty("officerPhone") @Nullable String officerPhone,
      @JsonProperty("paymentDays") @Nullable Integer paymentDays,
      @JsonProperty("rightsMonths") @Nullable Integer rightsMonths,
      @JsonProperty("adLine") @Nullable String adLine,
      @JsonProperty("letterhead") @Nullable String letterhead,
      @JsonProperty("logo") @Nullable String logo) {
    return new OfficeSettings(
        Objects.requireNonNullElse(name, Office.DEFAULT.name()),
        Objects.requireNonNullElse(city, Office.DEFAULT.city()),
        Objects.requireNonNullElse(province, Office.DEFAULT.province()),
        Objects.requireNonNullElse(officerPhone, ""),
        Objects.requireNonNullElse(paymentDays, Office.DEFAULT.paymentDays()),
        Objects.requireNonNullElse(rightsMonths, Office.DEFAULT.rightsMonths()),
        Objects.requireNonNullElse(adLine, Office.DEFAULT.adLine()),
        Objects.requireNonNullElse(letterhead, ""),
        Objects.requireNonNullElse(logo, "").strip());
  }

  @JsonIgnore
  @ValidationMethod(message = NO_PHONE)
  public boolean isPhone() {
    return officerPhone.isBlank() || Whatsapp.parse(officerPhone).isPresent();
  }

  @JsonIgnore
  @ValidationMethod(message = NO_AD_LINE)
  public boolean isAdLineAnAd() {
    return adLine.matches(Office.AD_LINE);
  }

  @JsonIgnore
  @ValidationMethod(message = NO_LOGO)
  public boolean isLogoReadable() {
    return logo.isEmpty()
        || (Files.isReadable(Path.of(logo)) && Files.isRegularFile(Path.of(logo)));
  }

  /**
   * Takes the logo in, so that it counts until the settings page was used. The same file is taken
   * in once, whatever the number of starts and nodes; a file that is no picture is left out.
   */
  void keepLogo(Photos photos, Offices offices) {
    if (logo.isEmpty()) {
      return;
    }
    try {
      byte[] picture = Files.readAllBytes(Path.of(logo));
      UUID thing = UUID.nameUUIDFromBytes(picture);
      String name = Path.of(logo).getFileName().toString();
      offices.firstLogo(
          photos
              .storeOnce(thing, Actor.system("config"), new ByteArrayInputStream(picture), name)
              .id());
    } catch (IOException | Problem unfit) {
      LOG.warn("office.logo is left out: {} is no picture that can be taken", logo, unfit);
    }
  }

  Office office() {
    return new Office(
        name,
        city,
        province,
        Whatsapp.parse(officerPhone),
        paymentDays,
        rightsMonths,
        adLine,
        letterhead.strip(),
        Optional.empty(),
        0);
  }
}
