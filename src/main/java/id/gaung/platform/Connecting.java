package id.gaung.platform;

import java.net.URI;
import java.util.Map;
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

  /** Not connected, and why. */
  record Refused(Failure failure) implements Connecting {}

  /** The switch over all cases (a pattern switch needs Java 21). */
  default <T> T match(
      Function<Connected, T> connected,
      Function<Redirect, T> redirect,
      Function<Refused, T> refused) {
    if (this instanceof Connected c) {
      return connected.apply(c);
    }
    if (this instanceof Redirect r) {
      return redirect.apply(r);
    }
    return refused.apply((Refused) this);
  }
}
