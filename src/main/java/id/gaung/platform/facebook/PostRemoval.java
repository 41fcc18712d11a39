package id.gaung.platform.facebook;

import id.gaung.platform.Access;
import id.gaung.platform.Deleting;
import id.gaung.platform.Failure;
import id.gaung.platform.HttpOutcome;
import id.gaung.platform.NoAnswer;
import id.gaung.platform.Presence;
import id.gaung.platform.RemotePost;
import id.gaung.platform.meta.GraphApi;
import id.gaung.platform.meta.GraphError;
import java.util.Optional;

/** Takes a post away from its Page. */
final class PostRemoval {

  private final GraphApi api;
  private final PageState state;

  PostRemoval(GraphApi api, PageState state) {
    this.api = api;
    this.state = state;
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
    return error.get().isMissingObject() && state.presence(access, post) == Presence.GONE
        ? new Deleting.Gone()
        : new Deleting.Failed(failure);
  }
}
