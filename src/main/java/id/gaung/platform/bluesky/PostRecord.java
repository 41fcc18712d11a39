package id.gaung.platform.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.ContentRules.Segment;
import id.gaung.platform.ContentRules.Segment.Kind;
import id.gaung.platform.Graphemes;
import id.gaung.platform.Picture;
import id.gaung.platform.Publication;
import id.gaung.platform.TextScanner;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Builds the record of a post (lexicon app.bsky.feed.post). */
final class PostRecord {

  private static final int MAX_TAG_GRAPHEMES = 64;
  private static final int MAX_TAG_BYTES = 640;

  private static final DateTimeFormatter CREATED_AT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private PostRecord() {}

  static ObjectNode of(
      Publication publication, Map<String, String> mentions, List<JsonNode> blobs) {
    return of(publication, publication.firstAttemptAt(), mentions, blobs);
  }

  /**
   * @param at the post's own time, by which followers' feeds sort it
   * @param mentions DIDs by lower-case handle; a mention that is not among them stays plain text
   * @param blobs what uploading each picture gave, in order
   */
  static ObjectNode of(
      Publication publication, Instant at, Map<String, String> mentions, List<JsonNode> blobs) {
    ObjectNode record = AnswerJson.object();
    record.put("$type", Xrpc.POSTS);
    List<Segment> segments = BlueskyRules.SCANNER.segments(publication.text());
    record.put("text", BlueskyRules.shown(segments));
    record.put("createdAt", createdAt(at));
    if (!publication.language().isBlank()) {
      record.putArray("langs").add(publication.language());
    }
    ArrayNode facets = facets(segments, mentions);
    if (!facets.isEmpty()) {
      record.set("facets", facets);
    }
    if (!blobs.isEmpty()) {
      record.set("embed", images(publication.pictures(), blobs));
    }
    return record;
  }

  /** Whether two records say the same, whenever they were made. */
  static boolean same(JsonNode one, JsonNode other) {
    return withoutTime(one).equals(withoutTime(other));
  }

  private static JsonNode withoutTime(JsonNode record) {
    JsonNode copy = record.deepCopy();
    return copy instanceof ObjectNode object ? object.without("createdAt") : copy;
  }

  static String createdAt(Instant at) {
    return CREATED_AT.format(at);
  }

  /** The handle a mention names, in lower case. */
  static String handle(Segment mention) {
    return mention.text().substring(1).toLowerCase(Locale.ROOT);
  }

  private static ArrayNode facets(List<Segment> segments, Map<String, String> mentions) {
    ArrayNode facets = AnswerJson.object().putArray("facets");
    int start = 0;
    for (Segment segment : segments) {
      int end = start + Graphemes.utf8Bytes(BlueskyRules.shown(segment));
      Optional<ObjectNode> feature = feature(segment, mentions);
      if (feature.isPresent()) {
        ObjectNode facet = facets.addObject();
        facet.putObject("index").put("byteStart", start).put("byteEnd", end);
        facet.putArray("features").add(feature.get());
      }
      start = end;
    }
    return facets;
  }

  private static Optional<ObjectNode> feature(Segment segment, Map<String, String> mentions) {
    if (segment.kind() == Kind.LINK) {
      return Optional.of(feature("link").put("uri", TextScanner.target(segment)));
    }
    if (segment.kind() == Kind.HASHTAG) {
      String tag = segment.text().substring(1);
      boolean fits =
          Graphemes.count(tag) <= MAX_TAG_GRAPHEMES && Graphemes.utf8Bytes(tag) <= MAX_TAG_BYTES;
      return fits ? Optional.of(feature("tag").put("tag", tag)) : Optional.empty();
    }
    if (segment.kind() == Kind.MENTION) {
      return Optional.ofNullable(mentions.get(handle(segment)))
          .map(did -> feature("mention").put("did", did));
    }
    return Optional.empty();
  }

  private static ObjectNode feature(String kind) {
    return AnswerJson.object().put("$type", "app.bsky.richtext.facet#" + kind);
  }

  private static ObjectNode images(List<Picture> pictures, List<JsonNode> blobs) {
    ObjectNode embed = AnswerJson.object();
    embed.put("$type", "app.bsky.embed.images");
    ArrayNode images = embed.putArray("images");
    for (int i = 0; i < blobs.size(); i++) {
      Picture picture = pictures.get(i);
      ObjectNode image = images.addObject();
      image.set("image", blobs.get(i));
      image.put("alt", picture.altText());
      if (picture.width() > 0 && picture.height() > 0) {
        image
            .putObject("aspectRatio")
            .put("width", picture.width())
            .put("height", picture.height());
      }
    }
    return embed;
  }
}
