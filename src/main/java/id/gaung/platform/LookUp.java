package id.gaung.platform;

import java.util.List;
import java.util.function.Function;

/** What the network says about a publication whose outcome is unknown. */
public sealed interface LookUp {

  /** It is out. */
  record Found(RemotePost post) implements LookUp {}

  /**
   * It is certainly not out, and calling {@link SocialPlatform#publish} with the checkpoint cannot
   * make a second one.
   */
  record NotPublished(Checkpoint checkpoint) implements LookUp {}

  /**
   * The network cannot tell (yet): ask again later, in the end a person decides.
   *
   * @param evidence what was found out, for that person
   */
  record Undecided(List<Evidence> evidence) implements LookUp {
    public Undecided {
      evidence = List.copyOf(evidence);
    }

    public static Undecided because(Evidence.Kind kind, String... details) {
      return new Undecided(List.of(Evidence.of(kind, details)));
    }

    /** Because a question was not answered as it should be. */
    public static Undecided because(Failure failure, Evidence.Kind kind, String... details) {
      return new Undecided(List.of(Evidence.of(kind, details), Evidence.of(failure)));
    }
  }

  default <T> T match(
      Function<Found, T> found,
      Function<NotPublished, T> notPublished,
      Function<Undecided, T> undecided) {
    if (this instanceof Found f) {
      return found.apply(f);
    }
    if (this instanceof NotPublished n) {
      return notPublished.apply(n);
    }
    return undecided.apply((Undecided) this);
  }
}
