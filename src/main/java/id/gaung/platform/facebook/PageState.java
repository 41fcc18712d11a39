package id.gaung.platform.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.AccountProfile;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Deleting;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.Figure;
import id.gaung.platform.Figure.Gap;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.Listing;
import id.gaung.platform.NoAnswer;
import id.gaung.platform.Presence;
import id.gaung.platform.RemotePost;
import id.gaung.platform.meta.GraphApi;
import id.gaung.platform.meta.GraphError;
import id.gaung.platform.meta.GraphTime;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Page itself, and what stands on it. */
final class PageState {

  private final GraphApi api;
  private final URI web;

  PageState(GraphApi api, URI web) {
    this.api = api;
    this.web = web;
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

  Deleting delete(Access access, RemotePost post) {
    HttpOutcome outcome =
        api.send(api.delete(GraphApi.token(access), GraphApi.node(post.remoteId())));
    return outcome.match(
        answer -> deleted(access, post, answer),
        notSent -> new Deleting.Failed(NoAnswer.of(notSent, false)),
        unknown -> new Deleting.Unknown(NoAnswer.of(unknown)));
  }

  private Deleting deleted(Access access, RemotePost post, HttpOutcome.Answered answer) {
    if (GraphApi.good(answer).filter(body -> body.path("success").asBoolean(false)).isPresent()) {
      return new Deleting.Gone();
    }
    Failure failure = api.failure(answer);
    Optional<GraphError> error = GraphApi.error(answer);
    if (error.isEmpty() || answer.ok() || FacebookErrors.isAmbiguous(error.get())) {
      return new Deleting.Unknown(failure);
    }
    return error.get().isMissingObject() && presence(access, post) == Presence.GONE
        ? new Deleting.Gone()
        : new Deleting.Failed(failure);
  }

  Listing list(Access access, Instant since, Optional<String> after) {
    HttpOutcome outcome =
        api.send(
            new PagePosts(api, web)
                .request(
                    access,
                    "id,message,created_time,permalink_url",
                    PagePosts.PAGE,
                    after.orElse(""))
                .query("since", String.valueOf(since.getEpochSecond())));
    return GraphApi.good(outcome)
        .filter(body -> body.path("data").isArray())
        .<Listing>map(this::page)
        .orElseGet(() -> new Listing.Failed(api.failure(outcome)));
  }

  /**
   * Without counts: it could carry some of them, but neither views nor viewers, which are asked for
   * as of any other post. What tells no time cannot be put in its place.
   */
  private Listing page(JsonNode body) {
    List<Listing.Post> posts = new ArrayList<>();
    for (PagePosts.Post post : PagePosts.Post.of(body.path("data"), web)) {
      GraphTime.read(post.body().path("created_time").asText(""))
          .ifPresent(
              at ->
                  posts.add(
                      new Listing.Post(
                          post.post(), at, post.body().path("message").asText(""), Map.of())));
    }
    return new Listing.Page(posts, PagePosts.next(body));
  }
}
