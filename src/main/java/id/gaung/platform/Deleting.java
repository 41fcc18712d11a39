package id.gaung.platform;

import java.util.function.Function;
import java.util.function.Supplier;

/** What came of taking a post away from its network. */
public sealed interface Deleting {

  /** It is not there any more: the network took it away now, or had nothing of it. */
  record Gone() implements Deleting {}

  /** It still stands; the failure's kind tells whether to try again or to ask a person. */
  record Failed(Failure failure) implements Deleting {}

  /** The request left without an answer. Asking again does no harm: nothing is deleted twice. */
  record Unknown(Failure failure) implements Deleting {}

  default <T> T match(Supplier<T> gone, Function<Failed, T> failed, Function<Unknown, T> unknown) {
    if (this instanceof Failed f) {
      return failed.apply(f);
    }
    return this instanceof Unknown u ? unknown.apply(u) : gone.get();
  }
}
