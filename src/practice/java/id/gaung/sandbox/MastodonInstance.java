package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The instance documents, with a stock server's limits (entities/Instance). */
final class MastodonInstance {

  /** What its accounts are known by, which is another than the address that is called. */
  private static final String DOMAIN = "mastodon.latihan.example";

  static final List<String> MIME_TYPES =
      List.of(
          "image/jpeg",
          "image/png",
          "image/gif",
          "image/webp",
          "video/mp4",
          "video/quicktime",
          "video/webm");
  static final int DESCRIPTION_LIMIT = 1500;
  static final int IMAGE_SIZE_LIMIT = 16_777_216;
  static final int IMAGE_MATRIX_LIMIT = 33_177_600;
  static final int VIDEO_SIZE_LIMIT = 103_809_024;
  private static final int VIDEO_MATRIX_LIMIT = 8_294_400;
  private static final int VIDEO_FRAME_RATE_LIMIT = 120;
  static final int MAX_ATTACHMENTS = 4;

  private static final String VERSION = "4.5.2";
  private static final String TITLE = "Jaringan latihan / Practice network";

  void register(Router router) {
    router.get("/api/v2/instance", Purpose.READ, call -> Answer.json(version2()));
    router.get("/api/v1/instance", Purpose.READ, call -> Answer.json(version1()));
  }

  private ObjectNode version2() {
    ObjectNode instance =
        PracticeJson.object()
            .put("domain", DOMAIN)
            .put("title", TITLE)
            .put("version", VERSION)
            .put("source_url", "https://github.com/mastodon/mastodon")
            .put("description", TITLE);
    instance.putObject("api_versions").put("mastodon", 7);
    instance.putArray("languages").add("id").add("en");
    instance.set("configuration", configuration());
    instance.putObject("registrations").put("enabled", false).put("approval_required", false);
    instance.putArray("rules");
    return instance;
  }

  private ObjectNode version1() {
    ObjectNode instance =
        PracticeJson.object()
            .put("uri", DOMAIN)
            .put("title", TITLE)
            .put("version", VERSION)
            .put("short_description", TITLE)
            .put("description", TITLE)
            .put("registrations", false);
    instance.putArray("languages").add("id").add("en");
    instance.set("configuration", configuration());
    return instance;
  }

  private static ObjectNode configuration() {
    ObjectNode configuration = PracticeJson.object();
    configuration
        .putObject("statuses")
        .put("max_characters", MastodonText.MAX_CHARACTERS)
        .put("max_media_attachments", MAX_ATTACHMENTS)
        .put("characters_reserved_per_url", MastodonText.URL_CHARACTERS);
    ObjectNode media =
        configuration
            .putObject("media_attachments")
            .put("description_limit", DESCRIPTION_LIMIT)
            .put("image_size_limit", IMAGE_SIZE_LIMIT)
            .put("image_matrix_limit", IMAGE_MATRIX_LIMIT)
            .put("video_size_limit", VIDEO_SIZE_LIMIT)
            .put("video_frame_rate_limit", VIDEO_FRAME_RATE_LIMIT)
            .put("video_matrix_limit", VIDEO_MATRIX_LIMIT);
    ArrayNode types = media.putArray("supported_mime_types");
    MIME_TYPES.forEach(types::add);
    configuration
        .putObject("polls")
        .put("max_options", 4)
        .put("max_characters_per_option", 50)
        .put("min_expiration", 300)
        .put("max_expiration", 2_629_746);
    return configuration;
  }
}
