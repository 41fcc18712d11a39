package id.gaung.platform;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

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

  /** Nothing was sent: a person publishes it, and gives its address. */
  record HandedOver() implements PublishStep {}

  /** The request left and nobody knows what became of it: look it up, never repeat it. */
  record Unknown(Failure failure) implements PublishStep {}

  default <T> T match(
      Function<Published, T> published,
      Function<Continue, T> next,
      Function<Failed, T> failed,
      Function<Unknown, T> unknown,
      Supplier<T> handedOver) {
    if (this instanceof Published p) {
      return published.apply(p);
    }
    if (this instanceof Continue c) {
      return next.apply(c);
    }
    if (this instanceof Failed f) {
      return failed.apply(f);
    }
    if (this instanceof HandedOver) {
      return handedOver.get();
    }
    return unknown.apply((Unknown) this);
  }
}
