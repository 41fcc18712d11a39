package id.gaung.sandbox;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** Lists of OAuth scopes, written with spaces (Mastodon) or commas (Instagram). */
final class Scopes {

  private Scopes() {}

  static Set<String> of(String text) {
    Set<String> scopes = new TreeSet<>(Arrays.asList(text.trim().split("[ ,]+", -1)));
    scopes.remove("");
    return scopes;
  }

  /** Whether one of the scopes, or the broad one before its colon, was granted. */
  static boolean grant(String granted, String... oneOf) {
    Set<String> have = of(granted);
    return Arrays.stream(oneOf)
        .anyMatch(scope -> have.contains(scope) || have.contains(scope.replaceFirst(":.*", "")));
  }
}
