package id.gaung.platform.x;

import id.gaung.platform.Access;
import id.gaung.platform.Failure;
import id.gaung.platform.Failure.Kind;
import id.gaung.platform.HttpOutcome.Answered;
import id.gaung.platform.NoAnswer;
import id.gaung.platform.Publication;
import id.gaung.platform.PublishStep;
import java.time.Clock;

/** The call that publishes. It has no key of ours, so it is never repeated. */
final class XPostCall {

  private final XApi api;
  private final XAddresses addresses;
  private final Clock clock;

  XPostCall(XApi api, XAddresses addresses, Clock clock) {
    this.api = api;
    this.addresses = addresses;
    this.clock = clock;
  }

  PublishStep make(Access access, Publication publication, XProgress progress) {
    if (progress.has(XMark.DUPLICATE)) {
      return new PublishStep.Unknown(Failure.of(Kind.TRANSIENT, XErrors.DUPLICATE, ""));
    }
    return api.send(XApi.post(access, XApi.POSTS).json(XPostBody.of(publication, progress)))
        .match(
            answer -> answered(access, progress, answer),
            notSent ->
                new PublishStep.Failed(
                    NoAnswer.of(notSent, false), progress.unmarked().checkpoint()),
            unknown -> new PublishStep.Unknown(NoAnswer.of(unknown)));
  }

  private PublishStep answered(Access access, XProgress progress, Answered answer) {
    if (answer.ok()) {
      return XMedia.id(answer)
          .<PublishStep>map(id -> new PublishStep.Published(addresses.post(access.account(), id)))
          .orElseGet(() -> new PublishStep.Unknown(api.failure(answer)));
    }
    return answer.status() >= 500 || answer.status() == 408
        ? new PublishStep.Unknown(api.failure(answer))
        : refused(progress, answer, api.failure(answer));
  }

  private PublishStep refused(XProgress progress, Answered answer, Failure failure) {
    if (failure.code().equals(XErrors.DUPLICATE) && progress.has(XMark.LOOKED_UP)) {
      // The attempt that was thought lost may be what X means: to be looked up, not to be failed.
      return XMedia.on(progress.at(XMark.DUPLICATE, clock.instant()));
    }
    if (failure.kind() == Kind.MEDIA_REJECTED && answer.body().matches("(?is).*media[._ ]ids.*")) {
      // An upload that X does not have any more: made again, until the attempts are used up.
      return new PublishStep.Failed(
          Failure.of(Kind.TRANSIENT, failure.code(), failure.detail()),
          progress.unmarked().anew().checkpoint());
    }
    return new PublishStep.Failed(failure, progress.unmarked().checkpoint());
  }
}
