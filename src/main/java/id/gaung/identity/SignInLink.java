package id.gaung.identity;

import java.net.URI;
import java.time.Instant;

/**
 * A link that signs one person in, once; shown once to whoever made it.
 *
 * @param expiresAt when it stops working
 */
public record SignInLink(Person person, Token token, URI address, Instant expiresAt) {

  /** Without the address, which is a key. */
  @Override
  public String toString() {
    return "SignInLink[" + person.id() + " until " + expiresAt + "]";
  }
}
