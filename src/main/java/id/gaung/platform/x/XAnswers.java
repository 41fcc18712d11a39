package id.gaung.platform.x;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import java.util.Optional;

/** What can be read in an answer that may be anything. */
final class XAnswers {

  private XAnswers() {}

  /** The body of a good answer, if it is an object; empty for everything else. */
  static Optional<JsonNode> good(HttpOutcome outcome) {
    return outcome instanceof Answered a && a.ok()
        ? a.json().filter(JsonNode::isObject)
        : Optional.empty();
  }

  /** What a good answer about one thing tells of it. */
  static Optional<JsonNode> data(HttpOutcome outcome) {
    return good(outcome).map(body -> body.path("data")).filter(JsonNode::isObject);
  }

  /** Ids are texts, since they are longer than what JavaScript counts to; numbers are taken too. */
  static Optional<String> id(JsonNode node) {
    return Optional.of(node.path("id").asText("")).filter(XAnswers::isId);
  }

  static boolean isId(String text) {
    return text.matches("\\d{1,19}");
  }

  static boolean isOk(HttpOutcome outcome) {
    return outcome instanceof Answered answer && answer.ok();
  }

  /** The status of an answer; 0 without one. */
  static int status(HttpOutcome outcome) {
    return outcome instanceof Answered answer ? answer.status() : 0;
  }
}
