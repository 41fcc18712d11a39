package id.gaung.platform.x;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.gaung.platform.HttpOutcome.Answered;
import java.util.Locale;
import java.util.stream.Stream;

/** What X says of a refusal, in whichever of its forms: of itself, or of the first error in it. */
record XProblem(JsonNode body) {

  static final String NOT_FOUND = "resource-not-found";
  static final String NOT_AUTHORIZED = "not-authorized-for-resource";

  static XProblem of(Answered answer) {
    return new XProblem(answer.json().orElseGet(MissingNode::getInstance));
  }

  /**
   * The last part of its type, in small letters, which stays the same under any host; empty where X
   * gives none.
   */
  String type() {
    String last = text("type").replaceFirst("/+$", "").replaceFirst(".*/", "");
    return last.equals("about:blank") ? "" : last.toLowerCase(Locale.ROOT);
  }

  String text(String field) {
    String own = body.path(field).asText("");
    return own.isEmpty() ? first(field) : own;
  }

  private String first(String field) {
    return body.path("errors").path(0).path(field).asText("");
  }

  /** All of X's words, in small letters, for telling what they are about. */
  String words() {
    return Stream.of("title", "detail", "reason", "error", "error_description", "type")
        .map(this::text)
        .reduce("", (all, one) -> all + " " + one)
        .concat(" " + body.path("errors"))
        .toLowerCase(Locale.ROOT);
  }

  /** For a person: what it is, and what exactly. */
  String detail() {
    return Stream.of(text("detail"), first("message"), text("error_description"), text("title"))
        .filter(text -> !text.isEmpty())
        .distinct()
        .limit(2)
        .reduce((one, other) -> one + " " + other)
        .orElse("");
  }
}
