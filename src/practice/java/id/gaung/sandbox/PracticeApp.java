package id.gaung.sandbox;

import id.gaung.kernel.Network;
import java.util.List;
import java.util.Set;

/**
 * An application registered with a practice network.
 *
 * @param redirectUris one a line; empty if any is taken
 * @param scopes separated by spaces
 */
public record PracticeApp(
    long id,
    Network network,
    String name,
    String clientId,
    String clientSecret,
    String redirectUris,
    String scopes) {

  boolean redirectsTo(String uri) {
    return redirectUris.isEmpty() || List.of(redirectUris.split("\n", -1)).contains(uri);
  }

  boolean mayAsk(String requested) {
    return Set.of(scopes.split(" ", -1)).containsAll(Scopes.of(requested));
  }

  @Override
  public String toString() {
    return "PracticeApp[" + network + " " + name + "]";
  }
}
