package id.gaung.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** The photos and the video that come along with a message, by their limits. */
final class TelegramFiles {

  private static final int PHOTO_SIZE = 10 * 1024 * 1024;
  private static final int VIDEO_SIZE = 50 * 1024 * 1024;
  private static final int SIDES = 10_000;
  private static final int RATIO = 20;

  private final MediaDao media;
  private final SettingDao settings;
  private final Clock clock;

  TelegramFiles(Jdbi jdbi, Clock clock) {
    this.clock = clock;
    media = jdbi.onDemand(MediaDao.class);
    settings = jdbi.onDemand(SettingDao.class);
  }

  /** The one photo of sendPhoto. */
  PracticeMedia photo(Call call, PracticeAccount chat) {
    return kept(
        call.upload("photo")
            .orElseThrow(() -> TelegramAnswers.bad("there is no photo in the request")),
        chat);
  }

  /**
   * An album of sendMediaGroup.
   *
   * @param caption of its first photo
   */
  record Album(List<PracticeMedia> photos, String caption) {}

  Album album(Call call, PracticeAccount chat) {
    String text = call.param("media").orElse("");
    JsonNode asked = PracticeJson.read(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    if (!asked.isArray()) {
      throw TelegramAnswers.bad("can't parse media JSON object");
    }
    if (asked.size() < 2 || asked.size() > 10) {
      throw TelegramAnswers.bad("wrong number of media: expected 2-10");
    }
    List<PracticeMedia> photos = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonNode one : asked) {
      String place = one.path("media").asText("");
      if (!one.path("type").asText("").equals("photo") || !names.add(place)) {
        throw TelegramAnswers.bad("wrong media type, or the same file twice");
      }
      photos.add(kept(attached(call, place), chat));
    }
    return new Album(photos, asked.path(0).path("caption").asText(""));
  }

  PracticeMedia video(Call call, PracticeAccount chat) {
    PracticeFile file =
        call.upload("video")
            .orElseThrow(() -> TelegramAnswers.bad("there is no video in the request"));
    if (file.size() > VIDEO_SIZE) {
      throw TelegramAnswers.refuse(413, "Request Entity Too Large");
    }
    if (!file.beginsAsVideo()) {
      throw TelegramAnswers.bad("VIDEO_CONTENT_TYPE_INVALID");
    }
    byte[] cover =
        call.param("cover").map(place -> attached(call, place).content()).orElse(new byte[0]);
    Instant now = clock.instant();
    long id =
        media.createVideo(
            chat.id(),
            fileId("BAAC"),
            file.mimeType(),
            file.content(),
            file.size(),
            cover,
            "",
            false,
            now,
            now);
    return media.findById(id).orElseThrow();
  }

  private static PracticeFile attached(Call call, String place) {
    return Optional.of(place)
        .filter(p -> p.startsWith("attach://"))
        .flatMap(p -> call.upload(p.substring("attach://".length())))
        .orElseThrow(() -> TelegramAnswers.bad("wrong file identifier/HTTP URL specified"));
  }

  private PracticeMedia kept(PracticeFile file, PracticeAccount chat) {
    if (file.size() > PHOTO_SIZE) {
      throw TelegramAnswers.refuse(413, "Request Entity Too Large");
    }
    PictureSize size =
        PictureSize.read(file.content())
            .orElseThrow(() -> TelegramAnswers.bad("IMAGE_PROCESS_FAILED"));
    int longer = Math.max(size.width(), size.height());
    int shorter = Math.min(size.width(), size.height());
    if (longer + shorter > SIDES || longer > shorter * RATIO) {
      throw TelegramAnswers.bad("PHOTO_INVALID_DIMENSIONS");
    }
    Instant now = clock.instant();
    long id =
        media.create(
            chat.id(),
            fileId("AgAC"),
            file.mimeType(),
            file.content(),
            size.width(),
            size.height(),
            "",
            false,
            now,
            now);
    return media.findById(id).orElseThrow();
  }

  private String fileId(String kind) {
    return kind + "-" + settings.nextNumber();
  }

  /** As it stands in a message. */
  static ObjectNode shown(PracticeMedia file) {
    return PracticeJson.object()
        .put("file_id", file.remoteId())
        .put("file_unique_id", "u" + file.remoteId())
        .put("width", file.width())
        .put("height", file.height())
        .put("file_size", file.size());
  }
}
