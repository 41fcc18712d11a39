package id.gaung.platform.linkedin;

import id.gaung.platform.Access;
import id.gaung.platform.Deleting;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.NetworkQuota.Of;
import id.gaung.platform.NoAnswer;
import id.gaung.platform.PlatformRequest;
import id.gaung.platform.RemotePost;
import java.util.Optional;

/** Takes a post away. Asking again for what is gone is answered as the first time. */
final class LinkedInRemoval {

  private final LinkedInApi api;

  LinkedInRemoval(LinkedInApi api) {
    this.api = api;
  }

  Deleting delete(Access access, RemotePost post) {
    Optional<PostUrn> urn = PostUrn.of(post.remoteId());
    if (urn.isEmpty()) {
      return new Deleting.Failed(
          Failure.of(Kind.REJECTED, "UNNAMED", "the post's number is not known"));
    }
    PlatformRequest request =
        PlatformRequest.delete(
                access.account().server(), LinkedInApi.POSTS + "/" + urn.get().encoded())
            .header("X-RestLi-Method", "DELETE");
    return api.send(api.asked(request, LinkedInApi.token(access)))
        .match(
            this::answered,
            notSent -> new Deleting.Failed(NoAnswer.of(notSent, false)),
            unknown -> new Deleting.Unknown(NoAnswer.of(unknown)));
  }

  private Deleting answered(Answered answer) {
    // A good answer has no body; a page of a gateway in its place says nothing.
    boolean bare = answer.body().isBlank() || answer.json().isPresent();
    if ((answer.ok() && bare) || LinkedInAnswers.isMissing(answer)) {
      return new Deleting.Gone();
    }
    Failure failure = api.failure(answer, Of.DELETES);
    return answer.ok() || answer.status() >= 500 || answer.status() == 408
        ? new Deleting.Unknown(failure)
        : new Deleting.Failed(failure);
  }
}
