package id.gaung.platform.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Attachment;
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
   * @param blobs what uploading each picture gave, in order; the video's; that of the card's
   *     picture
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
    embed(publication, blobs).ifPresent(embed -> record.set("embed", embed));
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

  private static Optional<ObjectNode> embed(Publication publication, List<JsonNode> blobs) {
    Optional<ObjectNode> card = publication.card().map(c -> external(c, blobs));
    return card.or(
            () -> publication.video().filter(v -> !blobs.isEmpty()).map(v -> video(v, blobs)))
        .or(
            () ->
                blobs.isEmpty()
                    ? Optional.empty()
                    : Optional.of(images(publication.pictures(), blobs)));
  }

  private static ObjectNode images(List<Picture> pictures, List<JsonNode> blobs) {
    ObjectNode embed = AnswerJson.object().put("$type", "app.bsky.embed.images");
    ArrayNode images = embed.putArray("images");
    for (int i = 0; i < blobs.size(); i++) {
      Picture picture = pictures.get(i);
      ObjectNode image = images.addObject();
      image.set("image", blobs.get(i));
      image.put("alt", picture.altText());
      ratio(image, picture.width(), picture.height());
    }
    return embed;
  }

  /** Its cover is made by the network; the lexicon has none. */
  private static ObjectNode video(Attachment.Video video, List<JsonNode> blobs) {
    ObjectNode embed = AnswerJson.object().put("$type", "app.bsky.embed.video");
    embed.set("video", blobs.get(0));
    if (!video.altText().isBlank()) {
      embed.put("alt", video.altText());
    }
    ratio(embed, video.width(), video.height());
    return embed;
  }

  private static ObjectNode external(Attachment.LinkCard card, List<JsonNode> blobs) {
    ObjectNode embed = AnswerJson.object().put("$type", "app.bsky.embed.external");
    ObjectNode external =
        embed
            .putObject("external")
            .put("uri", card.address().toString())
            .put("title", card.title())
            .put("description", card.description());
    if (!blobs.isEmpty()) {
      external.set("thumb", blobs.get(0));
    }
    return embed;
  }

  /** Apps show what has none as a square, and servers refuse a side of zero. */
  private static void ratio(ObjectNode shown, int width, int height) {
    if (width > 0 && height > 0) {
      shown.putObject("aspectRatio").put("width", width).put("height", height);
    }
  }
}
