package id.gaung.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** Answers of the Bot API, which are all of one shape. */
final class TelegramAnswers {

  private TelegramAnswers() {}

  static Answer ok(JsonNode result) {
    ObjectNode body = PracticeJson.object().put("ok", true);
    body.set("result", result);
    return Answer.json(body);
  }

  static Answer ok(boolean result) {
    return Answer.json(PracticeJson.object().put("ok", true).put("result", result));
  }

  static Answer ok(long result) {
    return Answer.json(PracticeJson.object().put("ok", true).put("result", result));
  }

  static Answer error(int code, String description) {
    return Answer.json(code, body(code, description));
  }

  static PracticeRefusal refuse(int code, String description) {
    return new PracticeRefusal(error(code, description));
  }

  static PracticeRefusal bad(String what) {
    return refuse(400, "Bad Request: " + what);
  }

  /** No header tells it, only the body. */
  static Answer tooMany(Duration wait) {
    long seconds = Math.max(1, wait.toSeconds());
    ObjectNode body = body(429, "Too Many Requests: retry after " + seconds);
    body.putObject("parameters").put("retry_after", seconds);
    return Answer.json(429, body);
  }

  private static ObjectNode body(int code, String description) {
    return PracticeJson.object()
        .put("ok", false)
        .put("error_code", code)
        .put("description", description);
  }
}
