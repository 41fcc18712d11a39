package id.gaung.platform;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** What came of putting a {@link Reply} under a post. */
public sealed interface Replying {

  /** It is out. */
  record Out(RemotePost post) implements Replying {}

  /**
   * A step succeeded and nothing is visible yet: store the checkpoint, then call again.
   *
   * @param pause how long to wait before; zero for at once
   */
  record Continue(Checkpoint checkpoint, Duration pause) implements Replying {}

  /**
   * The network said no, and certainly nothing came out by this call.
   *
   * @param checkpoint where to go on from if the failure passes ({@link Checkpoint#START} to begin
   *     again)
   */
  record Failed(Failure failure, Checkpoint checkpoint) implements Replying {

    /** Of a reply that is one call. */
    public Failed(Failure failure) {
      this(failure, Checkpoint.START);
    }
  }

  /** The request left and nobody knows what became of it: look it up, never repeat it. */
  record Unknown(Failure failure) implements Replying {}

  /** Why it is certainly not out; empty for everything else. */
  default Optional<Failure> refusal() {
    return this instanceof Failed failed ? Optional.of(failed.failure()) : Optional.empty();
  }

  default <T> T match(
      Function<Out, T> out,
      Function<Continue, T> next,
      Function<Failed, T> failed,
      Function<Unknown, T> unknown) {
    if (this instanceof Out o) {
      return out.apply(o);
    }
    if (this instanceof Continue c) {
      return next.apply(c);
    }
    return this instanceof Failed f ? failed.apply(f) : unknown.apply((Unknown) this);
  }
}
