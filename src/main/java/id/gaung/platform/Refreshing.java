package id.gaung.platform;

import java.util.Optional;
import java.util.function.Function;

/** What came of refreshing an account's credentials. */
public sealed interface Refreshing {

  /**
   * New credentials: the old ones may be spent, so store these before using them.
   *
   * @param handle the account's name as it is now, if the network told
   */
  record Refreshed(Credentials credentials, Optional<String> handle) implements Refreshing {
    public Refreshed(Credentials credentials) {
      this(credentials, Optional.empty());
    }
  }

  /** Not refreshed; the failure's kind tells whether to try again or to ask a person. */
  record Failed(Failure failure) implements Refreshing {}

  default <T> T match(Function<Refreshed, T> refreshed, Function<Failed, T> failed) {
    return this instanceof Refreshed r ? refreshed.apply(r) : failed.apply((Failed) this);
  }
}
