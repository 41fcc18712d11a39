package id.gaung.platform.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.gaung.platform.Access;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Checkpoint;
import id.gaung.platform.Evidence.Kind;
import id.gaung.platform.Failure;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.LookUp;
import id.gaung.platform.NoAnswer;
import id.gaung.platform.Owners;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.RemotePost;
import id.gaung.platform.Reply;
import id.gaung.platform.Replying;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The channel's comments under its own videos ("CommentThreads: insert" and "list"). There is no
 * key of ours: a lost answer is looked for among those that stand under the video.
 */
final class VideoComments {

  static final String PATH = "/commentThreads";

  /** Lists may be late; sent again too early it stands twice, a few minutes later once. */
  private static final Duration TOO_EARLY = Duration.ofMinutes(4);

  private static final int PAGES = 20;

  private static final List<String> STATES = List.of("published", "heldForReview", "likelySpam");

  private static final Set<String> TEXT = Set.of("commentTextRequired", "commentTextTooLong");

  private final YouTubeApi api;

  VideoComments(YouTubeApi api) {
    this.api = api;
  }

  Replying reply(Access access, Reply reply) {
    ObjectNode body = AnswerJson.object();
    ObjectNode snippet = body.putObject("snippet");
    snippet.put("channelId", access.account().remoteId());
    snippet.put("videoId", reply.root().remoteId());
    snippet.putObject("topLevelComment").putObject("snippet").put("textOriginal", reply.text());
    PlatformRequest request =
        PlatformRequest.post(api.config().api(), YouTubeApi.ROOT + PATH)
            .query("part", "snippet")
            .bearer(YouTubeApi.token(access))
            .json(body);
    return api.send(request)
        .match(
            answer -> answered(reply, answer),
            notSent -> new Replying.Failed(NoAnswer.of(notSent, false)),
            unknown -> new Replying.Unknown(NoAnswer.of(unknown)));
  }

  private Replying answered(Reply reply, Answered answer) {
    Optional<String> id = YouTubeApi.good(answer).flatMap(thread -> AnswerJson.text(thread, "id"));
    if (id.isPresent()) {
      return new Replying.Out(new RemotePost(id.get(), reply.root().url()));
    }
    Failure failure = api.failure(answer);
    // "Failed to successfully process the request": said of what Google does not know, either.
    if (failure.kind() == Failure.Kind.TRANSIENT || failure.code().equals("processingFailure")) {
      return new Replying.Unknown(failure);
    }
    return new Replying.Failed(meant(reply, failure));
  }

  private static Failure meant(Reply reply, Failure failure) {
    String reason = failure.code();
    if (reason.equals("videoNotFound")) {
      return reply.parentMissing();
    }
    if (reason.equals("commentsDisabled")) {
      return Failure.of(Failure.Kind.REJECTED, "content.comments-off", "");
    }
    return TEXT.contains(reason)
        ? Failure.of(Failure.Kind.TEXT_REJECTED, reason, failure.detail())
        : failure;
  }

  /** What YouTube holds back from others may be ours, too: only its channel is shown that. */
  LookUp lookUp(Access access, Reply reply, Set<String> held) {
    List<Owners.Listed> standing = new ArrayList<>();
    for (String state : STATES) {
      Optional<LookUp.Undecided> unread = read(access, reply, state, standing);
      if (unread.isPresent()) {
        return unread.get();
      }
      LookUp answer = among(reply, standing, held);
      if (!(answer instanceof LookUp.NotPublished)) {
        return answer;
      }
    }
    return new LookUp.NotPublished(Checkpoint.START);
  }

  /** Why they could not be read; empty if they were. */
  private Optional<LookUp.Undecided> read(
      Access access, Reply reply, String state, List<Owners.Listed> standing) {
    Optional<String> token = Optional.empty();
    for (int page = 0; page < PAGES; page++) {
      HttpOutcome outcome = api.send(request(access, reply, state, token));
      Optional<List<JsonNode>> items = YouTubeApi.items(outcome);
      if (items.isEmpty()) {
        return Optional.of(LookUp.Undecided.because(api.failure(outcome), Kind.STATUSES_NOT_READ));
      }
      items.get().stream()
          .map(ListedComment::of)
          .filter(comment -> comment.isBy(access.account()))
          .flatMap(comment -> comment.under(reply.root()).stream())
          .forEach(standing::add);
      Optional<String> next =
          YouTubeApi.good(outcome).flatMap(body -> AnswerJson.text(body, "nextPageToken"));
      if (next.isEmpty() || next.equals(token)) {
        return Optional.empty();
      }
      token = next;
    }
    return Optional.of(LookUp.Undecided.because(Kind.LIST_TOO_SHORT));
  }

  private PlatformRequest request(
      Access access, Reply reply, String state, Optional<String> token) {
    PlatformRequest request =
        api.get(access, PATH, "snippet")
            .query("videoId", reply.root().remoteId())
            .query("moderationStatus", state)
            .query("order", "time")
            .query("textFormat", "plainText")
            .query("maxResults", "100");
    return token.map(next -> request.query("pageToken", next)).orElse(request);
  }

  private LookUp among(Reply reply, List<Owners.Listed> standing, Set<String> held) {
    LookUp answer = Owners.under(reply, standing, held);
    boolean early = api.now().isBefore(reply.attemptAt().plus(TOO_EARLY));
    return answer instanceof LookUp.NotPublished && early
        ? LookUp.Undecided.because(Kind.TOO_EARLY, String.valueOf(TOO_EARLY.toSeconds()))
        : answer;
  }
}
