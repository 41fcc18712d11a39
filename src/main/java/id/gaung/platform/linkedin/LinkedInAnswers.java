package id.gaung.platform.linkedin;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be read in an answer that may be anything. */
final class LinkedInAnswers {

  private LinkedInAnswers() {}

  /** The body of a good answer, if it is an object; empty for everything else. */
  static Optional<JsonNode> good(HttpOutcome outcome) {
    return outcome instanceof Answered a && a.ok()
        ? a.json().filter(JsonNode::isObject)
        : Optional.empty();
  }

  /** What a good answer lists; empty where it is no list. */
  static Optional<List<JsonNode>> elements(HttpOutcome outcome) {
    return good(outcome)
        .map(body -> body.path("elements"))
        .filter(JsonNode::isArray)
        .map(
            array -> {
              List<JsonNode> elements = new ArrayList<>();
              array.forEach(elements::add);
              return List.copyOf(elements);
            });
  }

  /** What an upload was begun with. */
  static Optional<JsonNode> value(HttpOutcome outcome) {
    return good(outcome).map(body -> body.path("value")).filter(JsonNode::isObject);
  }

  /** The post that a good answer to its making names: in a header, since its body is empty. */
  static Optional<PostUrn> made(Answered answer) {
    return Stream.of("x-restli-id", "x-linkedin-id", "location")
        .flatMap(name -> answer.header(name).stream())
        .map(value -> value.replaceFirst("^.*/", ""))
        .flatMap(value -> PostUrn.of(value).stream())
        .findFirst()
        .or(() -> answer.json().flatMap(body -> PostUrn.of(body.path("id").asText(""))));
  }

  static boolean isOk(HttpOutcome outcome) {
    return outcome instanceof Answered answer && answer.ok();
  }

  /** The status of an answer; 0 without one. */
  static int status(HttpOutcome outcome) {
    return outcome instanceof Answered answer ? answer.status() : 0;
  }

  /** Whether LinkedIn itself says that there is no such thing, and not a gateway before it. */
  static boolean isMissing(HttpOutcome outcome) {
    return outcome instanceof Answered answer
        && answer.status() == 404
        && answer.json().filter(JsonNode::isObject).isPresent();
  }
}
