package id.gaung.platform;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What reading one post's counts gave. */
public sealed interface Reading {

  /**
   * @param figures one for every {@link Metric}
   * @param spent see {@link Reading#spent()}
   * @param newId the network's id of the post, where it is another than the one asked for
   */
  record Measured(Map<Metric, Figure> figures, Optional<Failure> spent, Optional<String> newId)
      implements Reading {
    public Measured {
      figures = Map.copyOf(figures);
    }

    public Measured(Map<Metric, Figure> figures) {
      this(figures, Optional.empty(), Optional.empty());
    }
  }

  /**
   * Not mentioned: deleted, or not indexed yet, which {@link SocialPlatform#presence} tells.
   *
   * @param spent see {@link Reading#spent()}
   */
  record Absent(Optional<Failure> spent) implements Reading {
    public Absent() {
      this(Optional.empty());
    }
  }

  /** The network did not answer for this post. */
  record Failed(Failure failure) implements Reading {
    @Override
    public Optional<Failure> spent() {
      return Optional.of(failure).filter(f -> f.kind() == Failure.Kind.RATE_LIMITED);
    }
  }

  /**
   * The limit that this account has reached at the network with this answer, good or not: a {@link
   * Failure.Kind#RATE_LIMITED} that says how long nothing more may be asked. Empty if the answer
   * says of none.
   */
  Optional<Failure> spent();

  /** The same, and that the limit is reached. */
  default Reading spending(Failure limit) {
    return match(
        measured -> new Measured(measured.figures(), Optional.of(limit), measured.newId()),
        absent -> new Absent(Optional.of(limit)),
        failed -> failed);
  }

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
