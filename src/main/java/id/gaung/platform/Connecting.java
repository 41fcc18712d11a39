package id.gaung.platform;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What came of a step of connecting an account. */
public sealed interface Connecting {

  /** Connected: store this. */
  record Connected(Access access) implements Connecting {}

  /**
   * The person goes to the network to agree, and comes back to the callback with a code.
   *
   * @param pending what {@link SocialPlatform#complete} needs; secret, kept sealed until then
   */
  record Redirect(URI authorize, Map<String, String> pending) implements Connecting {
    public Redirect {
      pending = Map.copyOf(pending);
    }

    @Override
    public String toString() {
      return "Redirect[" + authorize.getHost() + "]";
    }
  }

  /**
   * The person's login opens accounts, and the person says which one is meant.
   *
   * @param options all that there are, also those that cannot be taken; none if there is no account
   * @param pending what {@link SocialPlatform#choose} needs; secret, kept sealed until then
   */
  record Choice(List<Option> options, Map<String, String> pending) implements Connecting {
    public Choice {
      options = List.copyOf(options);
      pending = Map.copyOf(pending);
    }

    @Override
    public String toString() {
      return "Choice" + options;
    }
  }

  /**
   * An account to choose. Nothing in it is secret.
   *
   * @param id by which it is chosen
   * @param name as its readers see it
   * @param handle as people write it; the same as the id where it has none
   * @param against why it cannot be taken, and what to do: a key of the bundles, whose sentence is
   *     given the name; empty if it can
   */
  record Option(String id, String name, String handle, Optional<String> against) {

    public boolean isOpen() {
      return against.isEmpty();
    }
  }

  /** Not connected, and why. */
  record Refused(Failure failure) implements Connecting {}

  /** The switch over all cases (a pattern switch needs Java 21). */
  default <T> T match(
      Function<Connected, T> connected,
      Function<Redirect, T> redirect,
      Function<Choice, T> choice,
      Function<Refused, T> refused) {
    if (this instanceof Connected c) {
      return connected.apply(c);
    }
    if (this instanceof Redirect r) {
      return redirect.apply(r);
    }
    return this instanceof Choice c ? choice.apply(c) : refused.apply((Refused) this);
  }
}
