package id.gaung.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.gaung.kernel.Network;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers as servers that others wrote give them: every one of these was met on a real server. What
 * a network keeps stays as it is; only its answers are rewritten.
 */
final class StrangeAnswers {

  /** Where a server with two hosts shows its pages. */
  static final String OTHER_PAGES = "https://halaman.practice.test";

  private static final List<FaultKind> KINDS =
      List.of(
          FaultKind.TEXTS_REWRITTEN,
          FaultKind.COUNTS_LATE,
          FaultKind.COUNTS_NEGATIVE,
          FaultKind.OTHER_PAGES,
          FaultKind.CLOCK_BEHIND,
          FaultKind.NEW_IDS,
          FaultKind.BOOST_WRAPPERS,
          FaultKind.HIDDEN_FROM_OTHERS);

  private static final Set<String> COUNTS =
      Set.of(
          "replies_count",
          "reblogs_count",
          "favourites_count",
          "quotes_count",
          "likeCount",
          "viewCount",
          "commentCount",
          "subscriberCount",
          "replyCount",
          "repostCount",
          "quoteCount",
          "impression_count",
          "view_count",
          "like_count",
          "reply_count",
          "comment_count",
          "share_count",
          "repost_count",
          "retweet_count",
          "quote_count",
          "bookmark_count",
          "total_count",
          "impressionCount",
          "uniqueImpressionsCount",
          "shareCount",
          "firstDegreeSize");

  /** Below which counts and posts stand. */
  private static final List<String> BRANCHES =
      List.of(
          "posts",
          "videos",
          "data",
          "items",
          "statistics",
          "values",
          "account",
          "comments",
          "reactions",
          "summary",
          "shares",
          "public_metrics",
          "elements",
          "totalShareStatistics");

  private static final Pattern PICTURE_LINK =
      Pattern.compile("https?://\\S+\\.(?:png|jpe?g|gif|webp)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern MARKDOWN = Pattern.compile("!?\\[([^\\]]*)\\]\\([^)]*\\)");

  private final SandboxFaults faults;
  private final Network network;

  StrangeAnswers(SandboxFaults faults, Network network) {
    this.faults = faults;
    this.network = network;
  }

  /** The answer as the faults that are switched on make it. */
  Answer of(Call call, Optional<Long> account, Purpose purpose, Answer answer) {
    if (!answer.ok() || !isJson(answer)) {
      return answer;
    }
    JsonNode body = PracticeJson.read(answer.body());
    Answer strange = answer;
    for (FaultKind kind : KINDS) {
      if (!kind.fits(network) || !concerns(kind, call, purpose)) {
        continue;
      }
      Optional<Fault> fault = faults.strike(kind, network, account, purpose);
      if (fault.isPresent()) {
        body = rewritten(kind, fault.get(), body);
        strange = strange.withBody(PracticeJson.write(body));
        if (kind == FaultKind.CLOCK_BEHIND) {
          strange = strange.withoutDate();
        }
      }
    }
    return strange;
  }

  private static boolean isJson(Answer answer) {
    return answer.headers().getOrDefault("Content-Type", "").startsWith("application/json");
  }

  private static boolean concerns(FaultKind kind, Call call, Purpose purpose) {
    return switch (kind) {
      case BOOST_WRAPPERS, COUNTS_LATE, COUNTS_NEGATIVE, HIDDEN_FROM_OTHERS ->
          purpose == Purpose.READ;
      // Lists go on showing the id that the status had.
      case NEW_IDS -> purpose == Purpose.READ && call.path().matches("/api/v1/statuses/[^/]+");
      default -> true;
    };
  }

  private static JsonNode rewritten(FaultKind kind, Fault fault, JsonNode body) {
    if (kind == FaultKind.HIDDEN_FROM_OTHERS) {
      if (body instanceof ObjectNode object && object.path("posts").isArray()) {
        object.putArray("posts");
      }
      return body;
    }
    if (body instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        list.set(i, rewritten(kind, fault, list.get(i)));
      }
      return list;
    }
    if (!(body instanceof ObjectNode object)) {
      return body;
    }
    batched(kind, fault, object);
    for (String field : BRANCHES) {
      if (object.has(field)) {
        object.set(field, rewritten(kind, fault, object.get(field)));
      }
    }
    return entity(kind, fault, object);
  }

  /** An answer within an answer: its body is a text. */
  private static void batched(FaultKind kind, Fault fault, ObjectNode entry) {
    if (entry.path("code").isInt() && entry.path("body").isTextual()) {
      JsonNode body =
          PracticeJson.read(entry.path("body").asText().getBytes(StandardCharsets.UTF_8));
      if (body.isContainerNode()) {
        entry.put("body", PracticeJson.write(rewritten(kind, fault, body)));
      }
    }
  }

  private static JsonNode entity(FaultKind kind, Fault fault, ObjectNode entity) {
    boolean status = entity.has("favourites_count") && entity.has("content");
    switch (kind) {
      case COUNTS_LATE -> counts(entity, 0);
      case COUNTS_NEGATIVE -> counts(entity, -1);
      case OTHER_PAGES -> otherPages(entity);
      case CLOCK_BEHIND -> behind(entity, fault.millis());
      case TEXTS_REWRITTEN -> {
        if (status) {
          rewriteText(entity);
        }
      }
      case NEW_IDS -> {
        if (status) {
          entity
              .put("id", entity.path("id").asText() + "0")
              .put("edited_at", entity.path("created_at").asText());
        }
      }
      case BOOST_WRAPPERS -> {
        return status ? wrapper(entity) : entity;
      }
      default -> {}
    }
    return entity;
  }

  private static void counts(ObjectNode entity, int count) {
    COUNTS.stream().filter(entity::has).forEach(field -> entity.put(field, count));
    for (String field : List.of("value", "count")) {
      if (entity.path(field).isIntegralNumber()) {
        entity.put(field, count);
      }
    }
  }

  private static void otherPages(ObjectNode entity) {
    for (String field : List.of("url", "uri")) {
      String address = entity.path(field).asText("");
      if (address.startsWith("http")) {
        entity.put(field, address.replaceFirst("^https?://[^/]+", OTHER_PAGES));
      }
    }
  }

  private static void behind(ObjectNode entity, Duration amount) {
    String at = entity.path("created_at").asText("");
    if (at.matches("\\d{4}-.*Z")) {
      entity.put("created_at", MastodonEntities.time(Instant.parse(at).minus(amount)));
    }
  }

  /** Markup shown, links to pictures made attachments, entities undone; the source is kept. */
  private static void rewriteText(ObjectNode status) {
    ArrayNode attachments = (ArrayNode) status.path("media_attachments");
    String content = status.path("content").asText("");
    Matcher picture = PICTURE_LINK.matcher(content.replaceAll("<[^>]*>", ""));
    while (picture.find()) {
      attachments
          .addObject()
          .put("id", "link" + attachments.size())
          .put("type", "image")
          .put("url", picture.group())
          .putNull("description");
    }
    for (int i = 0; i < attachments.size(); i++) {
      ((ObjectNode) attachments.get(i)).put("id", "renamed" + i);
    }
    String shown =
        MARKDOWN
            .matcher(
                PICTURE_LINK
                    .matcher(content.replaceAll("<a [^>]*>|</a>|</?span[^>]*>", ""))
                    .replaceAll(""))
            .replaceAll("$1")
            .replace("&amp;amp;", "&amp;")
            .replaceAll("&lt;[^&]*&gt;[^&]*&lt;/[^&]*&gt;", "")
            .replaceAll("[*_~`]", "");
    status.put("content", shown);
  }

  /** Somebody boosted it, and the server hands out the boost in its place. */
  private static ObjectNode wrapper(ObjectNode status) {
    String id =
        "A"
            + Long.toHexString(status.path("id").asText("").hashCode() & 0xffffffffL)
                .toUpperCase(Locale.ROOT);
    ObjectNode wrapper = PracticeJson.object().put("id", id);
    wrapper.put("created_at", status.path("created_at").asText());
    wrapper.putObject("account").put("id", "90000001").put("acct", "tetangga@lain.test");
    wrapper.put("uri", status.path("uri").asText() + "/announce/" + id);
    wrapper.put("url", status.path("url").asText() + "/announce/" + id);
    wrapper.put("content", status.path("content").asText());
    wrapper.putArray("media_attachments");
    wrapper.put("replies_count", 0).put("reblogs_count", 0).put("favourites_count", 0);
    wrapper.set("reblog", status);
    return wrapper;
  }
}
