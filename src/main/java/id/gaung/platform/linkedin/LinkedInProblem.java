package id.gaung.platform.linkedin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome.Answered;
import java.util.Locale;
import java.util.regex.Pattern;

/** What LinkedIn says of a refusal, in whichever of its forms. */
record LinkedInProblem(JsonNode body) {

  private static final Pattern OF_ACCOUNT =
      Pattern.compile("(?:member|account|organization) (?:is |has been )?(?:restricted|suspended)");
  private static final Pattern OF_TEXT = Pattern.compile("commentary|text length|little ?text");
  private static final Pattern OF_MEDIA =
      Pattern.compile("media|asset|video|image|thumbnail|alttext");

  static LinkedInProblem of(Answered answer) {
    return new LinkedInProblem(answer.json().orElseGet(MissingNode::getInstance));
  }

  String text(String field) {
    return body.path(field).asText("");
  }

  /** All that is said, in small letters, for telling what it is about. */
  String words() {
    return body.isMissingNode() ? "" : body.toString().toLowerCase(Locale.ROOT);
  }

  /** LinkedIn's own word or number for it behind the status. */
  String code(int status) {
    String own = text("code").isEmpty() ? text("serviceErrorCode") : text("code");
    String inner = body.path("errorDetails").path("inputErrors").path(0).path("code").asText("");
    String code = own.isEmpty() ? (inner.isEmpty() ? text("error") : inner) : own;
    return code.isEmpty() ? "HTTP " + status : status + "/" + code;
  }

  /** For a person; LinkedIn puts the names of its own classes before what it means. */
  String detail() {
    String message = text("message").isEmpty() ? text("error_description") : text("message");
    return message.replaceFirst("^(?:com\\.linkedin\\.[\\w.]+: ?)+", "");
  }

  /** What helps against a refusal that is none of limits, versions or duplicates. */
  Kind kind(int status) {
    String words = words();
    if (status == 403 && OF_ACCOUNT.matcher(words).find()) {
      return Kind.ACCOUNT_BLOCKED;
    }
    return switch (status) {
      case 401 ->
          text("serviceErrorCode").equals("65601") || words.contains("revoked_access_token")
              ? Kind.RECONNECT
              : Kind.TOKEN_EXPIRED;
      case 403 -> Kind.PERMISSION;
      case 400, 422 -> content(words);
      case 413, 415 -> Kind.MEDIA_REJECTED;
      case 408 -> Kind.TRANSIENT;
      default -> status >= 500 ? Kind.TRANSIENT : Kind.REJECTED;
    };
  }

  private static Kind content(String words) {
    Kind other = OF_MEDIA.matcher(words).find() ? Kind.MEDIA_REJECTED : Kind.REJECTED;
    return OF_TEXT.matcher(words).find() ? Kind.TEXT_REJECTED : other;
  }
}
