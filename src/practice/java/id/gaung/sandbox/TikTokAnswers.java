package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The envelope of the v2 API: its code tells what came of a call. */
final class TikTokAnswers {

  private TikTokAnswers() {}

  static Answer ok(ObjectNode data) {
    ObjectNode body = PracticeJson.object();
    body.set("data", data);
    body.set("error", error("ok", ""));
    return Answer.json(body);
  }

  static Answer refused(int status, String code, String message) {
    ObjectNode body = PracticeJson.object();
    body.putObject("data");
    body.set("error", error(code, message));
    return Answer.json(status, body);
  }

  static PracticeRefusal refuse(int status, String code, String message) {
    return new PracticeRefusal(refused(status, code, message));
  }

  /** Of tokens: flat, without the envelope. */
  static PracticeRefusal login(int status, String error, String description) {
    return new PracticeRefusal(
        Answer.json(
            status,
            PracticeJson.object()
                .put("error", error)
                .put("error_description", description)
                .put("log_id", logId())));
  }

  private static ObjectNode error(String code, String message) {
    return PracticeJson.object().put("code", code).put("message", message).put("log_id", logId());
  }

  private static String logId() {
    return "2026" + Ticket.next().substring(0, 28);
  }
}
