package id.gaung;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which PostgreSQL.
 *
 * @param url {@code jdbc:postgresql://…} or {@code postgres://user:password@host/name}; empty for
 *     the embedded one
 * @param poolSize connections of this node
 */
public record DatabaseSettings(
    String url, String user, Secret password, @Min(4) @Max(200) int poolSize) {

  static final DatabaseSettings DEFAULT = new DatabaseSettings("", "", new Secret(""), 24);

  @JsonCreator
  static DatabaseSettings read(
      @JsonProperty("url") @Nullable String url,
      @JsonProperty("user") @Nullable String user,
      @JsonProperty("password") @Nullable String password,
      @JsonProperty("poolSize") @Nullable Integer poolSize) {
    return new DatabaseSettings(
        Objects.requireNonNullElse(url, "").strip(),
        Objects.requireNonNullElse(user, ""),
        new Secret(Objects.requireNonNullElse(password, "")),
        Objects.requireNonNullElse(poolSize, DEFAULT.poolSize));
  }

  public boolean isEmbedded() {
    return url.isEmpty();
  }

  /** Without the address, which may hold a password. */
  @Override
  public String toString() {
    return "DatabaseSettings[" + (isEmbedded() ? "embedded" : "at an address") + "]";
  }
}
