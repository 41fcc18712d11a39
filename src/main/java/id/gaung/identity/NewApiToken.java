package id.gaung.identity;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * The command to make a key for programs; the fields have names of their own on the page.
 *
 * @param tokenDays how long it works; empty for a quarter of a year
 * @param tokenPassword the present password; may be empty where it is not asked
 */
public record NewApiToken(
    @NotBlank @Size(max = 100) String tokenName,
    Optional<@Min(1) @Max(366) Integer> tokenDays,
    String tokenPassword) {

  static final int USUAL_DAYS = 90;

  /** For the usual time, by somebody of whom no password is asked. */
  public NewApiToken(String tokenName) {
    this(tokenName, Optional.empty(), "");
  }

  @Override
  public String toString() {
    return "NewApiToken[" + tokenName + "]";
  }
}
