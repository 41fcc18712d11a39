package id.gaung.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Errors in Google's shape: the reason stands in the first of a list. */
final class YouTubeRefusals {

  private YouTubeRefusals() {}

  static Answer error(int status, String domain, String reason, String message) {
    ObjectNode answer = PracticeJson.object();
    ObjectNode error = answer.putObject("error").put("code", status).put("message", message);
    error
        .putArray("errors")
        .addObject()
        .put("message", message)
        .put("domain", domain)
        .put("reason", reason);
    return Answer.json(status, answer);
  }

  static PracticeRefusal refuse(int status, String domain, String reason, String message) {
    return new PracticeRefusal(error(status, domain, reason, message));
  }

  static PracticeRefusal oauth(int status, String error, String description) {
    return new PracticeRefusal(
        Answer.json(
            status,
            PracticeJson.object().put("error", error).put("error_description", description)));
  }

  static PracticeRefusal quota() {
    return refuse(
        403,
        "youtube.quota",
        "quotaExceeded",
        "The request cannot be completed because you have exceeded your"
            + " <a href=\"/youtube/v3/getting-started#quota\">quota</a>.");
  }

  static PracticeRefusal noVideo() {
    return refuse(
        404, "youtube.video", "videoNotFound", "The video that you are trying to delete is gone.");
  }

  static Answer unauthorized() {
    return error(
        401,
        "global",
        "authError",
        "Request had invalid authentication credentials. Expected OAuth 2 access token.");
  }
}
