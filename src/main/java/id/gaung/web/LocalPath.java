package id.gaung.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** A path of ours to go back to, never another site's address. */
public final class LocalPath {

  private static final Pattern OURS = Pattern.compile("/(?!/)[\\w\\-./~%?&=+:,]*");

  private LocalPath() {}

  /** The path if it is one of ours, else the first page. */
  public static String orHome(String path) {
    return ours(path).orElse("/");
  }

  /** The path if it is one of ours. */
  static Optional<String> ours(String path) {
    if (!OURS.matcher(path).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new URI(path).toString());
    } catch (URISyntaxException broken) {
      return Optional.empty();
    }
  }
}
