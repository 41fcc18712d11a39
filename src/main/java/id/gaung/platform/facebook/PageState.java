package id.gaung.platform.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.AccountProfile;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.Figure;
import id.gaung.platform.Figure.Gap;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.Presence;
import id.gaung.platform.RemotePost;
import id.gaung.platform.meta.GraphApi;
import id.gaung.platform.meta.GraphError;
import java.util.Optional;

/** The Page itself, and whether a post stands on it. */
final class PageState {

  private final GraphApi api;

  PageState(GraphApi api) {
    this.api = api;
  }

  AccountProfile profile(Access access) {
    HttpOutcome outcome = page(access, "followers_count,fan_count,username");
    Optional<JsonNode> page = GraphApi.good(outcome);
    return new AccountProfile(
        followers(outcome, page),
        page.map(body -> AnswerJson.text(body, "username").orElse(access.account().remoteId())));
  }

  private HttpOutcome page(Access access, String fields) {
    return api.fields(GraphApi.token(access), FeedPublishing.page(access), fields);
  }

  private Figure followers(HttpOutcome outcome, Optional<JsonNode> page) {
    if (page.isEmpty()) {
      Kind kind = api.failure(outcome).kind();
      boolean refused = kind == Kind.PERMISSION || kind == Kind.RECONNECT || kind == Kind.REJECTED;
      return Figure.missing(refused ? Gap.REFUSED : Gap.NOT_YET);
    }
    Figure followers = Figure.counted(page.get().path("followers_count"), Gap.NOT_YET);
    return followers.known().isPresent()
        ? followers
        : Figure.counted(page.get().path("fan_count"), Gap.NOT_YET);
  }

  /** "Missing" also means no permission, so it counts as gone only while the Page answers. */
  Presence presence(Access access, RemotePost post) {
    HttpOutcome outcome = api.fields(GraphApi.token(access), GraphApi.node(post.remoteId()), "id");
    if (GraphApi.id(outcome).isPresent()) {
      return Presence.PRESENT;
    }
    boolean missing = GraphApi.error(outcome).filter(GraphError::isMissingObject).isPresent();
    return missing && GraphApi.id(page(access, "id")).isPresent()
        ? Presence.GONE
        : Presence.UNKNOWN;
  }
}
