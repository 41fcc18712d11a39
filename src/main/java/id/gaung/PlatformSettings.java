package id.gaung;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import id.gaung.kernel.Secret;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The networks.
 *
 * @param allowedHosts servers ({@code host} or {@code host:port}) that may be named although they
 *     are not public or speak plain HTTP; meant for tests
 */
public record PlatformSettings(
    List<String> allowedHosts, URI blueskyServer, URI blueskyWeb, Instagram instagram) {

  static final PlatformSettings DEFAULT = read(null, null, null, null);

  /**
   * The office's own app at Meta; without it Instagram cannot be connected.
   *
   * @param graphVersion such as {@code v25.0}
   */
  public record Instagram(
      String appId, Secret appSecret, String graphVersion, URI web, URI api, URI graph) {

    @JsonCreator
    static Instagram read(
        @JsonProperty("appId") @Nullable String appId,
        @JsonProperty("appSecret") @Nullable String appSecret,
        @JsonProperty("graphVersion") @Nullable String graphVersion,
        @JsonProperty("web") @Nullable URI web,
        @JsonProperty("api") @Nullable URI api,
        @JsonProperty("graph") @Nullable URI graph) {
      return new Instagram(
          Objects.requireNonNullElse(appId, ""),
          new Secret(Objects.requireNonNullElse(appSecret, "")),
          Objects.requireNonNullElse(graphVersion, "v25.0"),
          Objects.requireNonNullElse(web, URI.create("https://www.instagram.com")),
          Objects.requireNonNullElse(api, URI.create("https://api.instagram.com")),
          Objects.requireNonNullElse(graph, URI.create("https://graph.instagram.com")));
    }
  }

  @JsonCreator
  static PlatformSettings read(
      @JsonProperty("allowedHosts") @Nullable List<String> allowedHosts,
      @JsonProperty("blueskyServer") @Nullable URI blueskyServer,
      @JsonProperty("blueskyWeb") @Nullable URI blueskyWeb,
      @JsonProperty("instagram") @Nullable Instagram instagram) {
    return new PlatformSettings(
        allowedHosts == null ? List.of() : List.copyOf(allowedHosts),
        Objects.requireNonNullElse(blueskyServer, URI.create("https://bsky.social")),
        Objects.requireNonNullElse(blueskyWeb, URI.create("https://bsky.app")),
        instagram == null ? Instagram.read(null, null, null, null, null, null) : instagram);
  }
}
