package id.gaung;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.Duration;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How posts go out.
 *
 * @param grace how late a post may still go out; later it is missed and says so
 * @param lanes how many channels are served at the same time on this node
 */
public record PublishingSettings(java.time.Duration grace, @Min(1) @Max(200) int lanes) {

  static final PublishingSettings DEFAULT =
      new PublishingSettings(java.time.Duration.ofMinutes(60), 32);

  @JsonCreator
  static PublishingSettings read(
      @JsonProperty("grace") @Nullable Duration grace,
      @JsonProperty("lanes") @Nullable Integer lanes) {
    return new PublishingSettings(
        grace == null ? DEFAULT.grace : grace.toJavaDuration(),
        Objects.requireNonNullElse(lanes, DEFAULT.lanes));
  }
}
