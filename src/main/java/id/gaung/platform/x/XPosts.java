package id.gaung.platform.x;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.PlatformRequest;
import java.util.List;
import java.util.Optional;

/** A page of what the account has published, newest first. */
final class XPosts {

  /** As many as one answer takes. */
  static final int PAGE = 100;

  /** The fewest that X gives; so many may be deleted meanwhile without harm. */
  private static final int REMEMBERED = 5;

  private final XApi api;
  private final XNames names;

  XPosts(XApi api, XNames names) {
    this.api = api;
    this.names = names;
  }

  /**
   * @param after what the page before gave as {@link #next}; empty for the newest
   */
  PlatformRequest request(Access access, int most, Optional<String> after) {
    PlatformRequest request =
        XApi.get(access, "/2/users/" + access.account().remoteId() + "/tweets")
            .query("max_results", String.valueOf(most))
            .query(names.fields(), names.wanted());
    return after.map(token -> request.query("pagination_token", token)).orElse(request);
  }

  /** The answer, if it lists anything or says that there is nothing: X leaves the list out then. */
  static Optional<JsonNode> listed(HttpOutcome outcome) {
    return XAnswers.good(outcome)
        .filter(
            body ->
                body.path("data").isArray()
                    || (body.path("data").isMissingNode()
                        && body.path("meta").path("result_count").asInt(-1) == 0));
  }

  static Optional<String> next(JsonNode body) {
    return AnswerJson.text(body.path("meta"), "next_token");
  }

  /** The ids of the newest ones; none if there are none; empty if X did not say. */
  Optional<List<String>> newest(Access access) {
    return listed(api.send(request(access, REMEMBERED, Optional.empty())))
        .map(body -> XPost.of(body.path("data")).stream().map(XPost::id).toList());
  }
}
