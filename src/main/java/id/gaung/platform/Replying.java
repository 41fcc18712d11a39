package id.gaung.platform;

import java.util.Optional;
import java.util.function.Function;

/** What came of putting a {@link Reply} under a post. */
public sealed interface Replying {

  /** It is out. */
  record Out(RemotePost post) implements Replying {}

  /** The network said no, and certainly nothing came out by this call. */
  record Failed(Failure failure) implements Replying {}

  /** The request left and nobody knows what became of it: look it up, never repeat it. */
  record Unknown(Failure failure) implements Replying {}

  /** Why it is certainly not out; empty for everything else. */
  default Optional<Failure> refusal() {
    return this instanceof Failed failed ? Optional.of(failed.failure()) : Optional.empty();
  }

  default <T> T match(
      Function<Out, T> out, Function<Failed, T> failed, Function<Unknown, T> unknown) {
    if (this instanceof Out o) {
      return out.apply(o);
    }
    return this instanceof Failed f ? failed.apply(f) : unknown.apply((Unknown) this);
  }
}
