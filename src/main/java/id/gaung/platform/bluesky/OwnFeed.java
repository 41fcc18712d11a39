package id.gaung.platform.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import id.gaung.platform.Access;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Deleting;
import id.gaung.platform.Failure;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.Listing;
import id.gaung.platform.PlatformHttp;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.RemotePost;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The account's own posts, as the network's index lists them, and taking one away. */
final class OwnFeed {

  /** Lexicon app/bsky/feed/getAuthorFeed. */
  private static final int PAGE = 100;

  private final PlatformHttp http;
  private final BlueskyFailures failures;
  private final BlueskyAddresses addresses;

  OwnFeed(PlatformHttp http, BlueskyFailures failures, BlueskyAddresses addresses) {
    this.http = http;
    this.failures = failures;
    this.addresses = addresses;
  }

  /** Each with its counts. What was shared on stands between, and is left out. */
  Listing list(Access access, Optional<String> after) {
    PlatformRequest request =
        Xrpc.query(access, "app.bsky.feed.getAuthorFeed")
            .query("actor", access.account().remoteId())
            .query("filter", "posts_no_replies")
            .query("limit", String.valueOf(PAGE));
    HttpOutcome outcome = http.send(after.map(a -> request.query("cursor", a)).orElse(request));
    Optional<JsonNode> body = Xrpc.good(outcome).filter(json -> json.path("feed").isArray());
    if (body.isEmpty()) {
      return new Listing.Failed(failures.of(outcome));
    }
    List<Listing.Post> posts = new ArrayList<>();
    for (JsonNode item : body.get().path("feed")) {
      JsonNode post = item.path("post");
      boolean own =
          post.path("author").path("did").asText("").equals(access.account().remoteId())
              && !item.hasNonNull("reason")
              && !post.path("record").hasNonNull("reply");
      if (own) {
        post(post).ifPresent(posts::add);
      }
    }
    return new Listing.Page(
        posts,
        AnswerJson.text(body.get(), "cursor").filter(next -> !after.equals(Optional.of(next))));
  }

  private Optional<Listing.Post> post(JsonNode post) {
    Optional<Instant> at = at(post);
    return AnswerJson.text(post, "uri")
        .filter(uri -> AtUri.parse(uri).isPresent() && at.isPresent())
        .map(
            uri ->
                new Listing.Post(
                    addresses.post(uri),
                    at.orElseThrow(),
                    post.path("record").path("text").asText(""),
                    BlueskyReading.figures(post)));
  }

  /** The author's clock, unless it goes ahead: the index sorts by the earlier of the two. */
  private static Optional<Instant> at(JsonNode post) {
    Optional<Instant> made = instant(post.path("record").path("createdAt").asText(""));
    Optional<Instant> seen = instant(post.path("indexedAt").asText(""));
    return made.isPresent() && seen.isPresent() && made.get().isAfter(seen.get())
        ? seen
        : made.or(() -> seen);
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  /** The server answers well for what is gone already, too. */
  Deleting delete(Access access, RemotePost post) {
    Optional<AtUri> uri = AtUri.typed(post.remoteId());
    if (uri.isEmpty()) {
      return new Deleting.Failed(
          Failure.of(Failure.Kind.REJECTED, "NOT_AN_AT_URI", "not the address of a record"));
    }
    HttpOutcome outcome =
        http.send(
            Xrpc.procedure(access.account().server(), "com.atproto.repo.deleteRecord")
                .bearer(Xrpc.token(access))
                .json(
                    AnswerJson.object()
                        .put("repo", access.account().remoteId())
                        .put("collection", uri.get().collection())
                        .put("rkey", uri.get().rkey())));
    if (outcome instanceof HttpOutcome.Unknown) {
      return new Deleting.Unknown(failures.of(outcome));
    }
    return outcome instanceof HttpOutcome.Answered answer && answer.ok()
        ? new Deleting.Gone()
        : new Deleting.Failed(failures.of(outcome));
  }
}
