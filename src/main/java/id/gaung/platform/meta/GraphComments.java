package id.gaung.platform.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.gaung.platform.Access;
import id.gaung.platform.AnswerJson;
import id.gaung.platform.Evidence.Kind;
import id.gaung.platform.Failure;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.LookUp;
import id.gaung.platform.NoAnswer;
import id.gaung.platform.Owners;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.PostText;
import id.gaung.platform.Presence;
import id.gaung.platform.RemotePost;
import id.gaung.platform.Reply;
import id.gaung.platform.Replying;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The account's comments under its own posts ({@code /{post}/comments}). Meta has no key that makes
 * a comment safe to repeat: a lost answer is looked for among those that stand under the post.
 */
public final class GraphComments {

  /** Lists may be late; sent again too early it stands twice, a few minutes later once. */
  private static final Duration TOO_EARLY = Duration.ofMinutes(4);

  private static final int PAGE = 50;
  private static final int PAGES = 20;

  private final GraphApi api;
  private final CommentShape shape;
  private final Clock clock;

  public GraphComments(GraphApi api, CommentShape shape, Clock clock) {
    this.api = api;
    this.shape = shape;
    this.clock = clock;
  }

  /** As {@link id.gaung.platform.SocialPlatform#reply}. */
  public Replying reply(Access access, Reply reply) {
    HttpOutcome outcome =
        api.post(GraphApi.token(access), edge(reply), Map.of("message", reply.text()));
    return outcome.match(
        answer -> answered(access, reply, answer),
        notSent -> new Replying.Failed(NoAnswer.of(notSent, false)),
        unknown -> new Replying.Unknown(NoAnswer.of(unknown)));
  }

  private static String edge(Reply reply) {
    return GraphApi.node(reply.root().remoteId()) + "/comments";
  }

  private Replying answered(Access access, Reply reply, Answered answer) {
    Optional<String> id = GraphApi.id(answer);
    if (id.isPresent()) {
      return new Replying.Out(new RemotePost(id.get(), reply.root().url()));
    }
    Failure failure = api.failure(answer);
    Optional<GraphError> error = GraphApi.error(answer);
    if (error.isEmpty() || answer.ok() || shape.ambiguous().test(error.get())) {
      return new Replying.Unknown(failure);
    }
    return new Replying.Failed(
        error.get().isMissingObject() && !isThere(access, reply) ? reply.parentMissing() : failure);
  }

  /** "Missing" also means no permission. */
  private boolean isThere(Access access, Reply reply) {
    return shape.presence().apply(access, reply.root()) == Presence.PRESENT;
  }

  /** As {@link id.gaung.platform.SocialPlatform#lookUp}. */
  public LookUp lookUp(Access access, Reply reply, Set<String> held) {
    List<Owners.Listed> standing = new ArrayList<>();
    boolean any = false;
    String after = "";
    for (int page = 0; page < PAGES; page++) {
      HttpOutcome outcome = api.send(request(access, reply, after));
      Optional<JsonNode> body = GraphApi.good(outcome).filter(one -> one.path("data").isArray());
      if (body.isEmpty()) {
        return LookUp.Undecided.because(api.failure(outcome), Kind.STATUSES_NOT_READ);
      }
      any |= !body.get().path("data").isEmpty();
      body.get().path("data").forEach(one -> listed(access, reply, one).ifPresent(standing::add));
      String next = AnswerJson.text(body.get().path("paging").path("cursors"), "after").orElse("");
      if (!body.get().path("paging").hasNonNull("next") || next.isEmpty() || next.equals(after)) {
        LookUp answer = among(reply, standing, held);
        return any || !(answer instanceof LookUp.NotPublished)
            ? answer
            : emptyFor(access, reply).<LookUp>map(why -> why).orElse(answer);
      }
      after = next;
    }
    return LookUp.Undecided.because(Kind.LIST_TOO_SHORT);
  }

  /**
   * Why an empty list proves nothing: others report lists without a comment of posts that count
   * some, to apps that may not see who wrote them. Empty where the post counts none.
   */
  private Optional<LookUp.Undecided> emptyFor(Access access, Reply reply) {
    if (shape.count().isEmpty()) {
      return Optional.empty();
    }
    String field = shape.count().get();
    HttpOutcome outcome =
        api.fields(GraphApi.token(access), GraphApi.node(reply.root().remoteId()), field);
    JsonNode count =
        GraphApi.good(outcome).map(body -> body.path(field)).orElse(MissingNode.getInstance());
    if (!count.isIntegralNumber()) {
      return Optional.of(LookUp.Undecided.because(api.failure(outcome), Kind.STATUSES_NOT_READ));
    }
    return count.longValue() == 0
        ? Optional.empty()
        : Optional.of(LookUp.Undecided.because(Kind.STATUSES_NOT_READ));
  }

  private PlatformRequest request(Access access, Reply reply, String after) {
    PlatformRequest request =
        api.get(GraphApi.token(access), edge(reply))
            .query("fields", "id," + shape.text() + "," + shape.time() + "," + shape.author())
            .query("limit", String.valueOf(PAGE));
    return after.isEmpty() ? request : request.query("after", after);
  }

  private Optional<Owners.Listed> listed(Access access, Reply reply, JsonNode comment) {
    String text = comment.path(shape.text()).asText("");
    boolean named = comment.hasNonNull("from") || comment.hasNonNull("username");
    boolean own = named ? shape.own().test(access, comment) : PostText.isSame(text, reply.text());
    return AnswerJson.text(comment, "id")
        .filter(id -> own)
        .map(
            id ->
                new Owners.Listed(
                    new RemotePost(id, reply.root().url()),
                    text,
                    OwnMedia.timestamp(comment.path(shape.time()).asText(""))));
  }

  private LookUp among(Reply reply, List<Owners.Listed> standing, Set<String> held) {
    LookUp answer = Owners.under(reply, standing, held);
    boolean early = clock.instant().isBefore(reply.attemptAt().plus(TOO_EARLY));
    return answer instanceof LookUp.NotPublished && early
        ? LookUp.Undecided.because(Kind.TOO_EARLY, String.valueOf(TOO_EARLY.toSeconds()))
        : answer;
  }
}
