package id.gaung.platform.meta;

import id.gaung.platform.Access;
import id.gaung.platform.Deleting;
import id.gaung.platform.Failure;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.NoAnswer;
import id.gaung.platform.Presence;
import id.gaung.platform.RemotePost;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Takes a post away by deleting its node. */
public final class GraphRemoval {

  private final GraphApi api;
  private final Predicate<GraphError> ambiguous;
  private final BiFunction<Access, RemotePost, Presence> presence;

  /**
   * @param ambiguous which errors leave open whether it was done
   * @param presence asked where the network says that there is no such node
   */
  public GraphRemoval(
      GraphApi api,
      Predicate<GraphError> ambiguous,
      BiFunction<Access, RemotePost, Presence> presence) {
    this.api = api;
    this.ambiguous = ambiguous;
    this.presence = presence;
  }

  /** As {@link id.gaung.platform.SocialPlatform#delete}. */
  public Deleting delete(Access access, RemotePost post) {
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
    if (error.isEmpty() || answer.ok() || ambiguous.test(error.get())) {
      return new Deleting.Unknown(failure);
    }
    return error.get().isMissingObject() && presence.apply(access, post) == Presence.GONE
        ? new Deleting.Gone()
        : new Deleting.Failed(failure);
  }
}
