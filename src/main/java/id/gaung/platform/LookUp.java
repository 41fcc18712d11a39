package id.gaung.platform;

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
   * @param evidence what was asked and answered, in English, for that person
   */
  record Undecided(String evidence) implements LookUp {}

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
