package id.gaung.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** The lexicon {@code app.bsky.feed.post} and the blobs a post may refer to. */
final class BlueskyRecordRules {

  private static final int MAX_GRAPHEMES = 300;
  private static final int MAX_BYTES = 3000;
  private static final int MAX_IMAGES = 4;
  private static final int MAX_IMAGE_BYTES = 2_000_000;
  private static final int MAX_VIDEO_ALT = 1000;
  private static final int MAX_THUMB_BYTES = 1_000_000;

  /** How long an upload that no post shows is kept; the specification asks for an hour or more. */
  private static final Duration UNREFERENCED_LIFE = Duration.ofHours(6);

  private final MediaDao media;
  private final Clock clock;

  BlueskyRecordRules(MediaDao media, Clock clock) {
    this.media = media;
    this.clock = clock;
  }

  /** A picture or a video a record shows. */
  record Shown(PracticeMedia media, String alt) {}

  /**
   * @return the pictures, in order, or the video
   * @throws PracticeRefusal as the PDS refuses the record
   */
  List<Shown> check(PracticeAccount account, JsonNode record) {
    checkText(record);
    checkCreatedAt(record);
    checkSize(record, "langs", 3);
    checkSize(record, "tags", 8);
    if (record.has("reply")) {
      checkReply(record.path("reply"));
    }
    int bytes = record.path("text").asText().getBytes(StandardCharsets.UTF_8).length;
    for (JsonNode facet : record.path("facets")) {
      checkFacet(facet, bytes);
    }
    return checkEmbed(account, record.path("embed"));
  }

  private static void checkText(JsonNode record) {
    JsonNode text = record.path("text");
    if (!text.isTextual()) {
      throw invalid("Record must have the property \"text\"");
    }
    if (text.asText().getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw invalid("Record/text must not be longer than 3000 characters");
    }
    if (PracticeGraphemes.count(text.asText()) > MAX_GRAPHEMES) {
      throw invalid("Record/text must not be longer than 300 graphemes");
    }
  }

  private static void checkCreatedAt(JsonNode record) {
    if (!record.path("createdAt").isTextual()) {
      throw invalid("Record must have the property \"createdAt\"");
    }
    try {
      OffsetDateTime.parse(record.path("createdAt").asText());
    } catch (DateTimeParseException e) {
      throw invalid(
          "Record/createdAt must be an valid atproto datetime (both RFC-3339 and ISO-8601)");
    }
  }

  private static void checkSize(JsonNode record, String field, int max) {
    if (record.path(field).size() > max) {
      throw invalid("Record/" + field + " must not have more than " + max + " elements");
    }
  }

  /** Both are named with their content; whether they are there, the server does not ask. */
  private static void checkReply(JsonNode reply) {
    for (String end : List.of("root", "parent")) {
      for (String part : List.of("uri", "cid")) {
        if (reply.path(end).path(part).asText("").isEmpty()) {
          throw invalid("Record/reply/" + end + " must have the property \"" + part + "\"");
        }
      }
    }
  }

  private static void checkFacet(JsonNode facet, int bytes) {
    int start = facet.path("index").path("byteStart").asInt(-1);
    int end = facet.path("index").path("byteEnd").asInt(-1);
    if (start < 0 || end <= start || end > bytes) {
      throw invalid("Record/facets/index must lie within the text's bytes");
    }
    if (facet.path("features").isEmpty()) {
      throw invalid("Record/facets must have the property \"features\"");
    }
    for (JsonNode feature : facet.path("features")) {
      String needed =
          switch (feature.path("$type").asText()) {
            case "app.bsky.richtext.facet#link" -> "uri";
            case "app.bsky.richtext.facet#mention" -> "did";
            case "app.bsky.richtext.facet#tag" -> "tag";
            default -> "$type";
          };
      if (!feature.path(needed).isTextual()) {
        throw invalid("Record/facets/features must have the property \"" + needed + "\"");
      }
    }
  }

  private List<Shown> checkEmbed(PracticeAccount account, JsonNode embed) {
    List<Shown> shown = new ArrayList<>();
    switch (embed.path("$type").asText()) {
      case "app.bsky.embed.images" -> {
        checkSize(embed, "images", MAX_IMAGES);
        for (JsonNode image : embed.path("images")) {
          if (!image.path("alt").isTextual()) {
            throw invalid("Record/embed/images must have the property \"alt\"");
          }
          shown.add(
              new Shown(
                  blob(account, image.path("image"), "image/", MAX_IMAGE_BYTES),
                  image.path("alt").asText()));
        }
      }
      case "app.bsky.embed.video" -> {
        checkVideo(embed);
        shown.add(
            new Shown(
                blob(account, embed.path("video"), "video/mp4", PracticeFile.MAX_VIDEO),
                embed.path("alt").asText("")));
      }
      case "app.bsky.embed.external" -> {
        JsonNode external = embed.path("external");
        for (String field : List.of("uri", "title", "description")) {
          if (!external.path(field).isTextual()) {
            throw invalid("Record/embed/external must have the property \"" + field + "\"");
          }
        }
        if (external.has("thumb")) {
          shown.add(
              new Shown(blob(account, external.path("thumb"), "image/", MAX_THUMB_BYTES), ""));
        }
      }
      default -> {
        if (!embed.isMissingNode() && !embed.path("$type").isTextual()) {
          throw invalid("Record/embed must be an object which includes the \"$type\" property");
        }
      }
    }
    return shown;
  }

  private static void checkVideo(JsonNode embed) {
    if (PracticeGraphemes.count(embed.path("alt").asText("")) > MAX_VIDEO_ALT) {
      throw invalid("Record/embed/alt must not be longer than 1000 graphemes");
    }
    JsonNode ratio = embed.path("aspectRatio");
    if (!ratio.isMissingNode()
        && (ratio.path("width").asInt() < 1 || ratio.path("height").asInt() < 1)) {
      throw invalid("Record/embed/aspectRatio/width can not be less than 1");
    }
  }

  /**
   * @param type which it must be, or begin with
   */
  private PracticeMedia blob(PracticeAccount account, JsonNode blob, String type, int maxBytes) {
    String cid = blob.path("ref").path("$link").asText();
    String mimeType = blob.path("mimeType").asText();
    if (!blob.path("$type").asText().equals("blob") || cid.isEmpty()) {
      throw invalid("Record/embed/images/image should be a blob ref");
    }
    if (!mimeType.startsWith(type)) {
      throw PracticeXrpc.refuse(
          400,
          "InvalidMimeType",
          "Wrong mimetype. It is " + mimeType + " but it must match " + type + "*.");
    }
    PracticeMedia found =
        media
            .find(account.id(), cid)
            .filter(this::isKept)
            .orElseThrow(
                () -> PracticeXrpc.refuse(400, "BlobNotFound", "Could not find blob: " + cid));
    if (!found.mimeType().equals(mimeType)) {
      throw PracticeXrpc.refuse(
          400,
          "InvalidMimeType",
          "Referenced Mimetype does not match stored blob. Expected: "
              + found.mimeType()
              + ", Got: "
              + mimeType);
    }
    if (found.size() > maxBytes || blob.path("size").asLong() != found.size()) {
      throw PracticeXrpc.refuse(
          400,
          "InvalidSize",
          "This file is too large. It is " + found.size() + " but the maximum is " + maxBytes);
    }
    return found;
  }

  private boolean isKept(PracticeMedia blob) {
    Instant now = clock.instant();
    if (blob.failed() || now.isBefore(blob.readyAt())) {
      return false;
    }
    return now.isBefore(blob.createdAt().plus(UNREFERENCED_LIFE)) || media.isShown(blob.id());
  }

  private static PracticeRefusal invalid(String what) {
    return PracticeXrpc.invalid("Invalid app.bsky.feed.post record: " + what);
  }
}
