package id.gaung.platform;

import java.util.OptionalLong;

/** One count as a network gave it. A missing figure is never zero. */
public sealed interface Figure {

  record Known(long value) implements Figure {}

  record Missing(Gap gap) implements Figure {}

  /** Why a figure is missing. */
  enum Gap {
    /** The network never gives it. */
    NOT_OFFERED,
    /** The network gives it, but not yet or not for this post. */
    NOT_YET,
    /** The owner of the account hides it. */
    HIDDEN,
    /** The network refused to give it (a permission, too few viewers). */
    REFUSED
  }

  static Figure of(long value) {
    return new Known(value);
  }

  static Figure missing(Gap gap) {
    return new Missing(gap);
  }

  default OptionalLong known() {
    return this instanceof Known k ? OptionalLong.of(k.value()) : OptionalLong.empty();
  }
}
