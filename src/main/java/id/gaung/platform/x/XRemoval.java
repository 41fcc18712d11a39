package id.gaung.platform.x;

import id.gaung.platform.Access;
import id.gaung.platform.Deleting;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.NoAnswer;
import id.gaung.platform.RemotePost;
import java.util.Optional;

/** Takes a post away. */
final class XRemoval {

  private final XApi api;

  XRemoval(XApi api) {
    this.api = api;
  }

  Deleting delete(Access access, RemotePost post) {
    if (!XAnswers.isId(post.remoteId())) {
      return new Deleting.Failed(
          Failure.of(Kind.REJECTED, "UNNAMED", "the post's number is not known"));
    }
    return api.send(XApi.delete(access, XApi.POSTS + "/" + post.remoteId()))
        .match(
            this::answered,
            notSent -> new Deleting.Failed(NoAnswer.of(notSent, false)),
            unknown -> new Deleting.Unknown(NoAnswer.of(unknown)));
  }

  /** One that is gone already is answered with 404, or as if it had just been taken away. */
  private Deleting answered(Answered answer) {
    Optional<Boolean> deleted =
        XAnswers.data(answer).map(data -> data.path("deleted").asBoolean(false));
    boolean missing =
        (answer.status() == 404 && answer.json().isPresent())
            || XProblem.of(answer).type().equals(XProblem.NOT_FOUND);
    if (missing || deleted.equals(Optional.of(true))) {
      return new Deleting.Gone();
    }
    if (deleted.isPresent()) {
      return new Deleting.Failed(Failure.of(Kind.REJECTED, "UNREADABLE", "not said to be deleted"));
    }
    Failure failure = api.failure(answer);
    return answer.ok() || answer.status() >= 500 || answer.status() == 408
        ? new Deleting.Unknown(failure)
        : new Deleting.Failed(failure);
  }
}
