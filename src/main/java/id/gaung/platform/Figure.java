package id.gaung.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalLong;

/** One count as a network gave it. A missing figure is never zero. */
public sealed interface Figure {

  record Known(long value) implements Figure {}

  record Missing(Gap gap) implements Figure {}

  /** Why a figure is missing. */
  enum Gap {
    /** The network never gives it, or gives something that is no count. */
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

  /**
   * No post has more of anything; what is above is a server's mistake and would spoil every sum.
   */
  long LARGEST = 1_000_000_000_000L;

  /**
   * A count as a network wrote it. What cannot be one (negative, no whole number, beyond all
   * measure) is missing, and never an error.
   *
   * @param absent why it is missing where the network wrote none
   */
  static Figure counted(JsonNode value, Gap absent) {
    if (value.isMissingNode() || value.isNull()) {
      return missing(absent);
    }
    boolean possible =
        value.isIntegralNumber()
            && value.canConvertToLong()
            && value.longValue() >= 0
            && value.longValue() <= LARGEST;
    return possible ? of(value.longValue()) : missing(Gap.NOT_OFFERED);
  }

  /** Two counts together; missing if this one is. */
  default Figure plus(Figure other) {
    return known().isPresent()
        ? of(Math.min(LARGEST, known().getAsLong() + other.known().orElse(0)))
        : this;
  }

  static Figure missing(Gap gap) {
    return new Missing(gap);
  }

  default OptionalLong known() {
    return this instanceof Known k ? OptionalLong.of(k.value()) : OptionalLong.empty();
  }
}
