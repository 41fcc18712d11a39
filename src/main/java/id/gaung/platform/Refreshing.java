package id.gaung.platform;

import java.util.function.Function;

/** What came of refreshing an account's credentials. */
public sealed interface Refreshing {

  /** New credentials: the old ones may be spent, so store these before using them. */
  record Refreshed(Credentials credentials) implements Refreshing {}

  /** Not refreshed; the failure's kind tells whether to try again or to ask a person. */
  record Failed(Failure failure) implements Refreshing {}

  default <T> T match(Function<Refreshed, T> refreshed, Function<Failed, T> failed) {
    return this instanceof Refreshed r ? refreshed.apply(r) : failed.apply((Failed) this);
  }
}
