package id.gaung;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Practice mode, the command {@code practice}.
 *
 * @param networkPort where the practice networks listen, on this machine only
 */
public record PracticeSettings(@Min(0) @Max(65_535) int networkPort) {

  static final PracticeSettings DEFAULT = new PracticeSettings(8090);

  @JsonCreator
  static PracticeSettings read(@JsonProperty("networkPort") @Nullable Integer networkPort) {
    return new PracticeSettings(Objects.requireNonNullElse(networkPort, DEFAULT.networkPort));
  }
}
