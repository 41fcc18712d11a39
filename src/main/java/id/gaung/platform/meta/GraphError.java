package id.gaung.platform.meta;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The error a Graph host put into its answer.
 *
 * @param status of HTTP; says little, the code decides
 * @param code 0 if the answer had none
 * @param subcode 0 if the answer had none
 * @param passing the host itself says that the same call may succeed later
 */
public record GraphError(int status, int code, int subcode, String message, boolean passing) {

  /** Such as {@code THREADS_API__LINK_LIMIT_EXCEEDED}. */
  private static final Pattern NAME = Pattern.compile("[A-Z]+_API__[A-Z0-9_]+");

  /** Reads both the Graph envelope and the flat shape of {@code api.instagram.com}. */
  public static GraphError of(int status, JsonNode body) {
    JsonNode error = body.path("error");
    if (error.isObject()) {
      String user = error.path("error_user_msg").asText("");
      String message = error.path("message").asText("");
      return new GraphError(
          status,
          error.path("code").asInt(0),
          error.path("error_subcode").asInt(0),
          named(error, user.isBlank() ? message : message + " (" + user + ")"),
          error.path("is_transient").asBoolean(false));
    }
    if (body.has("error_message") || body.has("error_type")) {
      return new GraphError(
          status, 0, 0, body.path("error_message").asText(body.path("error_type").asText()), false);
    }
    return new GraphError(status, 0, 0, "HTTP " + status, false);
  }

  /** With the name that some errors have beside their numbers, wherever it stands. */
  private static String named(JsonNode error, String message) {
    for (JsonNode field : error) {
      if (NAME.matcher(field.asText("")).matches() && !message.contains(field.asText())) {
        return field.asText() + " " + message;
      }
    }
    return message;
  }

  public boolean is(int wantedCode, int wantedSubcode) {
    return code == wantedCode && subcode == wantedSubcode;
  }

  /** The object asked for is not there, or this account may not see it, or not yet. */
  public boolean isMissingObject() {
    return is(100, 33);
  }

  /** The authorisation is dead; some of these come with other codes than 190. */
  public boolean isDeadToken() {
    String text = message.toLowerCase(Locale.ROOT);
    return code == 190
        || (code == 102 && subcode == 0)
        || (code == 0 && status == 401)
        || text.contains("session has been invalidated")
        || text.contains("revoked_access_token");
  }

  /** Calls are counted per app (4), user (17), page (32), use case (80000 and up), custom (613). */
  public boolean isThrottle() {
    return code == 4
        || code == 17
        || code == 32
        || code == 341
        || code == 613
        || (code >= 80000 && code <= 80014)
        || (code == 0 && status == 429);
  }

  /** {@code 190/463}, {@code 100}, or the HTTP status where there is no code. */
  public String text() {
    if (code == 0 && subcode == 0) {
      return "HTTP " + status;
    }
    return subcode == 0 ? String.valueOf(code) : code + "/" + subcode;
  }
}
