package id.gaung.platform;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** What came of one step of publishing. */
public sealed interface PublishStep {

  /** The post is out. */
  record Published(RemotePost post) implements PublishStep {}

  /**
   * A step succeeded and nothing is visible yet: store the checkpoint, then call again.
   *
   * @param pause how long to wait before; zero for at once
   */
  record Continue(Checkpoint checkpoint, Duration pause) implements PublishStep {}

  /**
   * The network said no, and certainly nothing was published by this step.
   *
   * @param checkpoint where to go on from if the failure passes ({@link Checkpoint#START} to begin
   *     again)
   */
  record Failed(Failure failure, Checkpoint checkpoint) implements PublishStep {}

  /**
   * A person publishes it, and gives its address.
   *
   * @param why there is no draft, or may be none
   */
  record HandedOver(Draft draft, Optional<Failure> why) implements PublishStep {

    /** Nothing was sent. */
    public static final HandedOver BY_HAND = new HandedOver(Draft.NONE, Optional.empty());

    /** A draft waits in the network's app. */
    public static final HandedOver DRAFTED = new HandedOver(Draft.THERE, Optional.empty());
  }

  /** Whether a draft of a post that was handed over waits in its network's app. */
  enum Draft {
    /** Nobody tried to put one there. */
    NONE,
    THERE,
    /** Certainly not. */
    REFUSED,
    /** It may be there, or come. */
    UNCERTAIN
  }

  /** The request left and nobody knows what became of it: look it up, never repeat it. */
  record Unknown(Failure failure) implements PublishStep {}

  default <T> T match(
      Function<Published, T> published,
      Function<Continue, T> next,
      Function<Failed, T> failed,
      Function<Unknown, T> unknown,
      Function<HandedOver, T> handedOver) {
    if (this instanceof Published p) {
      return published.apply(p);
    }
    if (this instanceof Continue c) {
      return next.apply(c);
    }
    if (this instanceof Failed f) {
      return failed.apply(f);
    }
    if (this instanceof HandedOver h) {
      return handedOver.apply(h);
    }
    return unknown.apply((Unknown) this);
  }
}
