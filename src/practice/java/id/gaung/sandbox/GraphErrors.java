package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Errors in the envelope of Meta's Graph API; the codes are in its own tables. */
final class GraphErrors {

  private GraphErrors() {}

  /**
   * @param subcode 0 for none
   */
  static Answer error(int status, int code, int subcode, String message) {
    ObjectNode body = PracticeJson.object();
    ObjectNode error =
        body.putObject("error")
            .put("message", message)
            .put("type", "OAuthException")
            .put("code", code);
    if (subcode != 0) {
      error.put("error_subcode", subcode);
    }
    error
        .put("is_transient", code == -1 || code == -2 || code == 2)
        .put("error_user_title", "Practice network")
        .put("error_user_msg", message)
        .put("fbtrace_id", "A" + Ticket.next().substring(0, 21));
    return Answer.json(status, body);
  }

  static PracticeRefusal refuse(int code, int subcode, String message) {
    return new PracticeRefusal(error(400, code, subcode, message));
  }

  static PracticeRefusal parameter(String message) {
    return refuse(100, 0, "(#100) " + message);
  }

  static PracticeRefusal missingObject(String id) {
    return refuse(
        100,
        33,
        "Unsupported request. Object with ID '"
            + id
            + "' does not exist, cannot be loaded due to missing permissions, or does not support"
            + " this operation");
  }

  static PracticeRefusal permission() {
    return refuse(10, 0, "(#10) Application does not have permission for this action");
  }
}
