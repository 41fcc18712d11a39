package id.gaung.web;

import gg.jte.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The drawings of the sprite, one by one: a page that must be small draws its few icons itself and
 * does not fetch them all.
 */
public final class Icons {

  private static final Pattern SYMBOL =
      Pattern.compile("<symbol id=\"([a-z0-9-]+)\" viewBox=\"0 0 24 24\">(.*?)</symbol>");
  private static final Map<String, String> DRAWINGS = read();

  private Icons() {}

  /**
   * What stands inside of the symbol, on a canvas of 24 by 24.
   *
   * @param id such as {@code i-clock}, or of a network {@code n-NETWORK}
   */
  public static Content drawing(String id) {
    String drawn =
        Optional.ofNullable(DRAWINGS.get(id))
            .orElseThrow(() -> new IllegalArgumentException("no icon " + id));
    // Of our own file, so it is written as it is.
    return out -> out.writeContent(drawn);
  }

  /** Whether there is a drawing of that name. */
  public static boolean has(String id) {
    return DRAWINGS.containsKey(id);
  }

  private static Map<String, String> read() {
    try (InputStream in =
        Objects.requireNonNull(Icons.class.getResourceAsStream("/assets/icons.svg"))) {
      String sprite = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return SYMBOL
          .matcher(sprite)
          .results()
          .collect(Collectors.toUnmodifiableMap(found -> found.group(1), found -> found.group(2)));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
