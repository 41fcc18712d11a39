package id.gaung.platform.linkedin;

import id.gaung.platform.Access;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.NetworkQuota.Of;
import id.gaung.platform.NoAnswer;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;

/** The call that publishes. It has no key of ours, so it is never repeated. */
final class LinkedInPostCall {

  private final LinkedInApi api;
  private final LinkedInAddresses addresses;

  LinkedInPostCall(LinkedInApi api, LinkedInAddresses addresses) {
    this.api = api;
    this.addresses = addresses;
  }

  PublishStep make(Access access, Publication publication, LinkedInProgress progress) {
    if (progress.has(LinkedInMark.DUPLICATE)) {
      return new PublishStep.Unknown(
          Failure.of(
              Kind.TRANSIENT, LinkedInErrors.DUPLICATE, progress.text(LinkedInMark.DUPLICATE)));
    }
    return api.send(
            api.post(access, LinkedInApi.POSTS)
                .json(LinkedInPostBody.of(access.account(), publication, progress)))
        .match(
            answer -> answered(progress, answer),
            notSent ->
                new PublishStep.Failed(
                    NoAnswer.of(notSent, false), progress.unmarked().checkpoint()),
            unknown -> new PublishStep.Unknown(NoAnswer.of(unknown)));
  }

  private PublishStep answered(LinkedInProgress progress, Answered answer) {
    Failure failure = api.failure(answer, Of.POSTS);
    if (answer.ok()) {
      return LinkedInAnswers.made(answer)
          .<PublishStep>map(urn -> new PublishStep.Published(addresses.post(urn)))
          .orElseGet(() -> new PublishStep.Unknown(failure));
    }
    return answer.status() >= 500 || answer.status() == 408
        ? new PublishStep.Unknown(failure)
        : refused(progress, answer, failure);
  }

  private static PublishStep refused(LinkedInProgress progress, Answered answer, Failure failure) {
    if (LinkedInErrors.isDuplicate(answer)) {
      // LinkedIn names a post that may be ours, another one or none at all: to be looked up.
      return progress.with(LinkedInMark.DUPLICATE, failure.detail()).on();
    }
    if (failure.kind() == Kind.MEDIA_REJECTED && isGone(answer)) {
      // An upload that LinkedIn does not have any more: made again, until attempts are used up.
      return new PublishStep.Failed(
          Failure.of(Kind.TRANSIENT, failure.code(), failure.detail()),
          progress.unmarked().anew().checkpoint());
    }
    return new PublishStep.Failed(failure, progress.unmarked().checkpoint());
  }

  private static boolean isGone(Answered answer) {
    String words = LinkedInProblem.of(answer).words();
    return words.matches("(?s).*urn:li:(?:image|video)\\S* (?:is |was |does |could |can)?not .*");
  }
}
