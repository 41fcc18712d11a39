package id.gaung;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.DataSize;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * The media library.
 *
 * @param maxVideo bytes of the largest file that is taken in parts
 */
public record MediaSettings(@Min(1 << 20) @Max(10L << 30) long maxVideo) {

  static final MediaSettings DEFAULT = new MediaSettings(500L << 20);

  @JsonCreator
  static MediaSettings read(@JsonProperty("maxVideo") @Nullable DataSize maxVideo) {
    return maxVideo == null ? DEFAULT : new MediaSettings(maxVideo.toBytes());
  }
}
