package id.gaung.platform.threads;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Deleting;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.Listing;
import id.gaung.platform.NoAnswer;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.RemotePost;
import id.gaung.platform.WebAddress;
import id.gaung.platform.meta.GraphApi;
import id.gaung.platform.meta.OwnMedia;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The account's own posts: listing them, and taking one away. */
final class ThreadsPosts {

  static final String FIELDS = "id,text,timestamp,permalink,media_type,is_reply";

  /** What stands in the list for somebody else's post that the account shared on. */
  static final String REPOST = "REPOST_FACADE";

  private static final int PAGE = 100;

  /** A hundred may be deleted in any 24 hours; how long to wait is not told. */
  private static final Duration DELETES_USED_UP = Duration.ofHours(1);

  private final GraphApi api;

  ThreadsPosts(GraphApi api) {
    this.api = api;
  }

  static boolean isReply(JsonNode media) {
    return media.path("is_reply").asBoolean(false);
  }

  Deleting delete(Access access, RemotePost post) {
    HttpOutcome outcome =
        api.send(api.delete(GraphApi.token(access), GraphApi.node(post.remoteId())));
    return outcome.match(
        this::deleted,
        notSent -> new Deleting.Failed(NoAnswer.of(notSent, false)),
        unknown -> new Deleting.Unknown(NoAnswer.of(unknown)));
  }

  private Deleting deleted(Answered answer) {
    Optional<JsonNode> body = GraphApi.good(answer);
    boolean missing = GraphApi.error(answer).filter(ThreadsErrors::isMissing).isPresent();
    if (missing || body.filter(b -> b.path("success").asBoolean(false)).isPresent()) {
      return new Deleting.Gone();
    }
    if (body.isPresent()) {
      return new Deleting.Failed(Failure.of(Kind.REJECTED, "UNREADABLE", "not said to succeed"));
    }
    Failure failure = api.failure(answer);
    if (answer.ok() || answer.status() >= 500 || answer.status() == 408) {
      return new Deleting.Unknown(failure);
    }
    return new Deleting.Failed(failure.kind() == Kind.QUOTA ? ofDeletes(failure) : failure);
  }

  /** No quota of posts, which would stop publishing. */
  private static Failure ofDeletes(Failure failure) {
    return new Failure(
        Kind.TRANSIENT, failure.code(), failure.detail(), Optional.of(DELETES_USED_UP));
  }

  Listing list(Access access, Instant since, Optional<String> after) {
    PlatformRequest request =
        api.get(GraphApi.token(access), "/me/threads")
            .query("fields", FIELDS)
            .query("since", String.valueOf(since.getEpochSecond()))
            .query("limit", String.valueOf(PAGE));
    HttpOutcome outcome =
        api.send(after.map(cursor -> request.query("after", cursor)).orElse(request));
    return GraphApi.good(outcome)
        .filter(body -> body.path("data").isArray())
        .<Listing>map(ThreadsPosts::page)
        .orElseGet(() -> new Listing.Failed(api.failure(outcome)));
  }

  private static Listing.Page page(JsonNode body) {
    List<Listing.Post> posts = new ArrayList<>();
    body.path("data").forEach(media -> post(media).ifPresent(posts::add));
    JsonNode paging = body.path("paging");
    boolean more = paging.has("next") || body.path("data").size() >= PAGE;
    return new Listing.Page(
        posts, AnswerJson.text(paging.path("cursors"), "after").filter(cursor -> more));
  }

  private static Optional<Listing.Post> post(JsonNode media) {
    Optional<String> id = AnswerJson.text(media, "id");
    Optional<Instant> at = OwnMedia.timestamp(media.path("timestamp").asText(""));
    if (id.isEmpty()
        || at.isEmpty()
        || isReply(media)
        || media.path("media_type").asText("").equals(REPOST)) {
      return Optional.empty();
    }
    return Optional.of(
        new Listing.Post(
            new RemotePost(
                id.get(), AnswerJson.text(media, "permalink").flatMap(WebAddress::given)),
            at.get(),
            media.path("text").asText(""),
            Map.of()));
  }
}
