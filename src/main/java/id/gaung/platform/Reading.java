package id.gaung.platform;

import java.util.Map;
import java.util.function.Function;

/** What reading one post's counts gave. */
public sealed interface Reading {

  /**
   * @param figures one for every {@link Metric}
   */
  record Measured(Map<Metric, Figure> figures) implements Reading {
    public Measured {
      figures = Map.copyOf(figures);
    }
  }

  /**
   * The network did not mention the post. It may be deleted or not indexed yet: {@link
   * SocialPlatform#presence} tells.
   */
  record Absent() implements Reading {}

  /** The network did not answer for this post. */
  record Failed(Failure failure) implements Reading {}

  default <T> T match(
      Function<Measured, T> measured, Function<Absent, T> absent, Function<Failed, T> failed) {
    if (this instanceof Measured m) {
      return measured.apply(m);
    }
    if (this instanceof Absent a) {
      return absent.apply(a);
    }
    return failed.apply((Failed) this);
  }
}
