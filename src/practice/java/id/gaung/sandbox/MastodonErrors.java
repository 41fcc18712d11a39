package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Errors as Mastodon writes them. */
final class MastodonErrors {

  private MastodonErrors() {}

  static Answer error(int status, String text) {
    return Answer.json(status, Json.object().put("error", text));
  }

  static Refusal refuse(int status, String text) {
    return new Refusal(error(status, text));
  }

  static Refusal invalid(String what) {
    return refuse(422, "Validation failed: " + what);
  }

  static Refusal notFound() {
    return refuse(404, "Record not found");
  }

  /** Of the token endpoints. */
  static Refusal oauth(int status, String name, String description) {
    ObjectNode body = Json.object().put("error", name).put("error_description", description);
    return new Refusal(Answer.json(status, body));
  }
}
