package id.gaung.platform.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.PlatformRequest;
import java.net.URI;
import java.util.Optional;

/** How calls and answers of the AT Protocol look: {@code /xrpc/NSID}, errors by name. */
final class Xrpc {

  static final String POSTS = "app.bsky.feed.post";
  static final String ACCESS = "accessJwt";
  static final String REFRESH = "refreshJwt";

  /** Trait of an account: where it signed in, which is where its session is refreshed. */
  static final String ENTRYWAY = "entryway";

  private Xrpc() {}

  static PlatformRequest query(URI server, String nsid) {
    return PlatformRequest.get(server, "/xrpc/" + nsid);
  }

  static PlatformRequest procedure(URI server, String nsid) {
    return PlatformRequest.post(server, "/xrpc/" + nsid);
  }

  /** In the account's name where it has a login, else in nobody's. */
  static PlatformRequest query(Access access, String nsid) {
    PlatformRequest request = query(access.account().server(), nsid);
    return token(access).isEmpty() ? request : request.bearer(token(access));
  }

  /** The access token; an account without one gets a call that the server refuses as such. */
  static String token(Access access) {
    return access.credentials().secrets().getOrDefault(ACCESS, "");
  }

  /** The error's name; empty if the answer has none, as a gateway's HTML page. */
  static Optional<String> error(Answered answer) {
    return answer.json().flatMap(json -> AnswerJson.text(json, "error"));
  }

  static Optional<JsonNode> success(Answered answer) {
    return answer.ok() ? answer.json().filter(JsonNode::isObject) : Optional.empty();
  }

  /** The body of a good answer; empty for everything else. */
  static Optional<JsonNode> good(HttpOutcome outcome) {
    return outcome instanceof Answered answer ? success(answer) : Optional.empty();
  }
}
