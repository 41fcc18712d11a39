package id.gaung;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import id.gaung.identity.Office;
import id.gaung.kernel.Whatsapp;
import io.dropwizard.validation.ValidationMethod;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The office's first values; what is left out is as in {@link Office#DEFAULT}.
 *
 * @param officerPhone empty for none
 */
public record OfficeSettings(
    @NotBlank @Size(max = 120) String name,
    @Size(max = 80) String city,
    @Size(max = 80) String province,
    String officerPhone,
    @Min(1) @Max(90) int paymentDays,
    @Min(1) @Max(120) int rightsMonths,
    @NotBlank @Size(max = 100) String adLine,
    @Size(max = 300) String letterhead) {

  private static final String NO_PHONE = "office.officerPhone is no number, such as 0812-3456-7890";
  private static final String NO_AD_LINE = "office.adLine must begin with Iklan and a dash";

  static final OfficeSettings DEFAULT = read(null, null, null, null, null, null, null, null);

  @JsonCreator
  static OfficeSettings read(
      @JsonProperty("name") @Nullable String name,
      @JsonProperty("city") @Nullable String city,
      @JsonProperty("province") @Nullable String province,
      @JsonProperty("officerPhone") @Nullable String officerPhone,
      @JsonProperty("paymentDays") @Nullable Integer paymentDays,
      @JsonProperty("rightsMonths") @Nullable Integer rightsMonths,
      @JsonProperty("adLine") @Nullable String adLine,
      @JsonProperty("letterhead") @Nullable String letterhead) {
    return new OfficeSettings(
        Objects.requireNonNullElse(name, Office.DEFAULT.name()),
        Objects.requireNonNullElse(city, Office.DEFAULT.city()),
        Objects.requireNonNullElse(province, Office.DEFAULT.province()),
        Objects.requireNonNullElse(officerPhone, ""),
        Objects.requireNonNullElse(paymentDays, Office.DEFAULT.paymentDays()),
        Objects.requireNonNullElse(rightsMonths, Office.DEFAULT.rightsMonths()),
        Objects.requireNonNullElse(adLine, Office.DEFAULT.adLine()),
        Objects.requireNonNullElse(letterhead, ""));
  }

  @JsonIgnore
  @ValidationMethod(message = NO_PHONE)
  public boolean isPhone() {
    return officerPhone.isBlank() || Whatsapp.parse(officerPhone).isPresent();
  }

  @JsonIgnore
  @ValidationMethod(message = NO_AD_LINE)
  public boolean isAdLine() {
    return adLine.matches(Office.AD_LINE);
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
