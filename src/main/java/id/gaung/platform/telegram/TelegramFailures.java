package id.gaung.platform.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome.Answered;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * What Telegram's refusals mean: by their code, and where one code stands for everything, by words
 * that have stood in its answers for years, although it documents none of them.
 */
final class TelegramFailures {

  private static final Duration UNTOLD = Duration.ofMinutes(1);

  /** Whatever an answer repeats, a token is not passed on. */
  private static final Pattern TOKEN = Pattern.compile("\\d+:[A-Za-z0-9_-]{8,}");

  private static final List<String> RIGHTS =
      List.of(
          "chat not found",
          "administrator rights",
          "not enough rights",
          "have no rights",
          "chat_write_forbidden",
          "chat_admin_required",
          "message can't be deleted",
          "not a member",
          "participant");

  private static final List<String> TEXT =
      List.of("too long", "text is empty", "must be non-empty", "can't parse entities");

  private static final List<String> MEDIA =
      List.of(
          "file", "photo", "image", "video", "media", "http url", "web page content", "dimensions");

  private TelegramFailures() {}

  /** How long the network asks to wait, where it refuses for a limit. */
  static Optional<Duration> retryAfter(Answered answer) {
    if (answer.status() != 429) {
      return Optional.empty();
    }
    OptionalLong seconds = parameter(answer, "retry_after");
    return Optional.of(
        seconds.isPresent() && seconds.getAsLong() >= 0
            ? Duration.ofSeconds(Math.min(seconds.getAsLong(), 86_400))
            : UNTOLD);
  }

  /** Of an answer that is not the one hoped for; a good one here cannot be read. */
  static Failure of(Answered answer) {
    String code = "HTTP " + answer.status();
    String said = description(answer);
    if (answer.ok()) {
      return Failure.of(Kind.TRANSIENT, "UNREADABLE", code);
    }
    Optional<Duration> wait = retryAfter(answer);
    if (wait.isPresent()) {
      return Failure.rateLimited(code, said, wait.get());
    }
    return Failure.of(kind(answer, said.toLowerCase(Locale.ROOT)), code, said);
  }

  private static Kind kind(Answered answer, String said) {
    if (answer.status() >= 500) {
      return Kind.TRANSIENT;
    }
    return switch (answer.status()) {
      case 401 -> Kind.RECONNECT;
      case 403 -> Kind.PERMISSION;
      // With words of Telegram's own it is the token that has no shape; else no such server.
      case 404 -> said.isEmpty() ? Kind.SERVER_NOT_FOUND : Kind.RECONNECT;
      case 408, 409 -> Kind.TRANSIENT;
      case 413 -> Kind.MEDIA_REJECTED;
      case 301, 302, 303, 307, 308, 405 -> Kind.SERVER_NOT_FOUND;
      // A channel that moved is known by its new number once it is connected again.
      case 400 ->
          parameter(answer, "migrate_to_chat_id").isPresent() ? Kind.RECONNECT : refused(said);
      default -> Kind.REJECTED;
    };
  }

  private static Kind refused(String said) {
    if (RIGHTS.stream().anyMatch(said::contains)) {
      return Kind.PERMISSION;
    }
    if (TEXT.stream().anyMatch(said::contains)) {
      return Kind.TEXT_REJECTED;
    }
    return MEDIA.stream().anyMatch(said::contains) ? Kind.MEDIA_REJECTED : Kind.REJECTED;
  }

  static String description(Answered answer) {
    return TOKEN.matcher(json(answer).path("description").asText("")).replaceAll("…");
  }

  private static OptionalLong parameter(Answered answer, String name) {
    return AnswerJson.number(json(answer).path("parameters"), name);
  }

  private static JsonNode json(Answered answer) {
    return answer.json().orElse(MissingNode.getInstance());
  }
}
