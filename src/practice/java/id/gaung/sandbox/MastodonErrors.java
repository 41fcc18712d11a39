package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Errors as Mastodon writes them. */
final class MastodonErrors {

  private MastodonErrors() {}

  static Answer error(int status, String text) {
    return Answer.json(status, PracticeJson.object().put("error", text));
  }

  static PracticeRefusal refuse(int status, String text) {
    return new PracticeRefusal(error(status, text));
  }

  static PracticeRefusal invalid(String what) {
    return refuse(422, "Validation failed: " + what);
  }

  static PracticeRefusal notFound() {
    return refuse(404, "Record not found");
  }

  /** Of the token endpoints. */
  static PracticeRefusal oauth(int status, String name, String description) {
    ObjectNode body =
        PracticeJson.object().put("error", name).put("error_description", description);
    return new PracticeRefusal(Answer.json(status, body));
  }
}
