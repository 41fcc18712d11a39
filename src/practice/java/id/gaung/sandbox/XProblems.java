package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Problems as X writes them. */
final class XProblems {

  private static final String TYPES = "https://api.twitter.com/2/problems/";

  private XProblems() {}

  /**
   * @param type the last part of it; empty for none of X's own
   */
  static Answer problem(int status, String title, String detail, String type) {
    return Answer.json(
        status,
        PracticeJson.object()
            .put("title", title)
            .put("detail", detail)
            .put("type", type.isEmpty() ? "about:blank" : TYPES + type)
            .put("status", status));
  }

  static PracticeRefusal refuse(int status, String title, String detail, String type) {
    return new PracticeRefusal(problem(status, title, detail, type));
  }

  static Answer unauthorized() {
    return problem(401, "Unauthorized", "Unauthorized", "");
  }

  static PracticeRefusal mayNot(String detail) {
    return refuse(403, "Forbidden", detail, "");
  }

  static PracticeRefusal invalid(String parameter, String message) {
    ObjectNode body =
        PracticeJson.object()
            .put("title", "Invalid Request")
            .put("detail", "One or more parameters to your request was invalid.")
            .put("type", TYPES + "invalid-request");
    ObjectNode error = body.putArray("errors").addObject().put("message", message);
    error.putObject("parameters").putArray(parameter);
    return new PracticeRefusal(Answer.json(400, body));
  }

  /** As an entry among the good ones, and of a call that is about one thing alone. */
  static ObjectNode notFound(String id) {
    return PracticeJson.object()
        .put("resource_id", id)
        .put("resource_type", "tweet")
        .put("parameter", "ids")
        .put("value", id)
        .put("title", "Not Found Error")
        .put("detail", "Could not find tweet with ids: [" + id + "].")
        .put("type", TYPES + "resource-not-found");
  }

  static PracticeRefusal missing(String id) {
    ObjectNode body = PracticeJson.object();
    body.putArray("errors").add(notFound(id));
    return new PracticeRefusal(Answer.json(404, body));
  }

  static Answer noCredits(String account) {
    return Answer.json(
        402,
        PracticeJson.object()
            .put("account_id", account)
            .put("title", "CreditsDepleted")
            .put(
                "detail",
                "Your enrolled account ["
                    + account
                    + "] does not have any credits to fulfill this request.")
            .put("type", TYPES + "credits"));
  }

  /** Of the token endpoints. */
  static PracticeRefusal oauth(int status, String error, String description) {
    return new PracticeRefusal(
        Answer.json(
            status,
            PracticeJson.object().put("error", error).put("error_description", description)));
  }
}
