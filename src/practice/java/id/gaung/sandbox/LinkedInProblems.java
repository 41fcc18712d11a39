package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Refusals as LinkedIn writes them, in their three forms. */
final class LinkedInProblems {

  private LinkedInProblems() {}

  /**
   * @param code empty for none
   * @param number LinkedIn's own; 0 for none
   */
  static Answer problem(int status, String code, int number, String message) {
    ObjectNode body = PracticeJson.object().put("status", status).put("message", message);
    if (!code.isEmpty()) {
      body.put("code", code);
    }
    if (number > 0) {
      body.put("serviceErrorCode", number);
    }
    return Answer.json(status, body);
  }

  static PracticeRefusal refuse(int status, String code, int number, String message) {
    return new PracticeRefusal(problem(status, code, number, message));
  }

  static Answer expired() {
    return problem(401, "EXPIRED_ACCESS_TOKEN", 65602, "The token used in the request has expired");
  }

  static PracticeRefusal mayNot(String message) {
    return refuse(403, "ACCESS_DENIED", 100, message);
  }

  static PracticeRefusal missing(String what) {
    return refuse(404, "NOT_FOUND", 0, "Could not find entity " + what);
  }

  /** Of what is sent to be published. */
  static PracticeRefusal invalid(int status, String code, String description, String message) {
    ObjectNode body =
        PracticeJson.object()
            .put("errorDetailType", "com.linkedin.common.error.BadRequest")
            .put(
                "message",
                "com.linkedin.content.common.exception.BadRequestResponseException: " + message);
    ObjectNode error = body.putObject("errorDetails").putArray("inputErrors").addObject();
    error.put("description", description).putObject("input");
    error.put("code", code);
    return new PracticeRefusal(Answer.json(status, body.put("status", status)));
  }

  /** Of the token endpoint. */
  static PracticeRefusal oauth(int status, String error, String description) {
    return new PracticeRefusal(
        Answer.json(
            status,
            PracticeJson.object().put("error", error).put("error_description", description)));
  }
}
