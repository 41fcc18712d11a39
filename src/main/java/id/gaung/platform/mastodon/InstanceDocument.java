package id.gaung.platform.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Account;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * What a server says about itself, as far as posting needs it. Values it does not give are absent
 * and stock Mastodon's apply.
 *
 * @param domain the part after the last {@code @} of its accounts, which may differ from the host
 *     that serves the API; empty if not given
 * @param limits under the names of {@link Traits}
 */
record InstanceDocument(Optional<String> domain, Map<String, String> limits) {

  InstanceDocument {
    limits = Map.copyOf(limits);
  }

  /** Reads {@code /api/v2/instance} or {@code /api/v1/instance}; empty if it is neither. */
  static Optional<InstanceDocument> of(JsonNode body) {
    String domain = host(body.path("domain").asText(body.path("uri").asText("")));
    JsonNode configuration = body.path("configuration");
    if (domain.isEmpty() && !configuration.isObject()) {
      return Optional.empty();
    }
    Map<String, String> limits = new LinkedHashMap<>();
    JsonNode statuses = configuration.path("statuses");
    // Pleroma and glitch forks give their limit at the top of the version 1 document.
    number(limits, Traits.MAX_CHARACTERS, body.path("max_toot_chars"));
    number(limits, Traits.MAX_CHARACTERS, statuses.path("max_characters"));
    number(limits, Traits.CHARACTERS_PER_URL, statuses.path("characters_reserved_per_url"));
    number(limits, Traits.MAX_PICTURES, statuses.path("max_media_attachments"));
    JsonNode media = configuration.path("media_attachments");
    number(limits, Traits.MAX_ALT_TEXT, media.path("description_limit"));
    number(limits, Traits.MAX_PICTURE_BYTES, media.path("image_size_limit"));
    number(limits, Traits.MAX_VIDEO_BYTES, media.path("video_size_limit"));
    number(limits, Traits.MAX_VIDEO_PIXELS, media.path("video_matrix_limit"));
    number(limits, Traits.MAX_FRAME_RATE, media.path("video_frame_rate_limit"));
    JsonNode types = media.path("supported_mime_types");
    if (types.isArray() && !types.isEmpty()) {
      String pictures = starting("image/", types);
      if (!pictures.isEmpty()) {
        limits.put(Traits.MIME_TYPES, pictures);
      }
      String videos = starting("video/", types);
      limits.put(Traits.VIDEO_TYPES, videos.isEmpty() ? Traits.NONE : videos);
    }
    return Optional.of(
        new InstanceDocument(domain.isEmpty() ? Optional.empty() : Optional.of(domain), limits));
  }

  private static String starting(String kind, JsonNode types) {
    StringJoiner joined = new StringJoiner(",");
    for (JsonNode type : types) {
      if (type.asText().startsWith(kind)) {
        joined.add(type.asText());
      }
    }
    return joined.toString();
  }

  private static void number(Map<String, String> limits, String name, JsonNode value) {
    if (value.canConvertToLong() && value.asLong() > 0) {
      limits.put(name, String.valueOf(value.asLong()));
    }
  }

  /** Some servers give a whole address as {@code uri}. */
  private static String host(String text) {
    try {
      String host = text.contains("://") ? URI.create(text).getAuthority() : text;
      return host == null ? "" : host;
    } catch (IllegalArgumentException noAddress) {
      return "";
    }
  }

  /**
   * Names of the traits of a Mastodon account, as in the instance document, and stock Mastodon's
   * values where a server gives none.
   */
  static final class Traits {

    static final String MAX_CHARACTERS = "max_characters";
    static final String CHARACTERS_PER_URL = "characters_reserved_per_url";
    static final String MAX_PICTURES = "max_media_attachments";
    static final String MAX_ALT_TEXT = "description_limit";
    static final String MAX_PICTURE_BYTES = "image_size_limit";

    static final String MAX_VIDEO_BYTES = "video_size_limit";
    static final String MAX_VIDEO_PIXELS = "video_matrix_limit";
    static final String MAX_FRAME_RATE = "video_frame_rate_limit";

    /** Picture types the server takes, separated by commas. */
    static final String MIME_TYPES = "supported_mime_types";

    /** Video types the server takes, separated by commas; {@link #NONE} where it takes none. */
    static final String VIDEO_TYPES = "supported_video_types";

    static final String NONE = "none";

    /** Where the account's own page is; its host may differ from the one that is called. */
    static final String PAGES = "pages";

    private Traits() {}

    static long number(Account account, String name, long otherwise) {
      String value = account.traits().getOrDefault(name, "");
      try {
        long number = Long.parseLong(value);
        return number > 0 ? number : otherwise;
      } catch (NumberFormatException notGiven) {
        return otherwise;
      }
    }
  }
}
