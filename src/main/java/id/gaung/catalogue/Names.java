package id.gaung.catalogue;

import id.gaung.kernel.Typed;
import java.text.Normalizer;
import java.util.Locale;

/** Names as keys. */
final class Names {

  private Names() {}

  /**
   * The same for every way of writing a name: compatibility forms folded (NFKC), lower case, one
   * space between words.
   */
  static String key(String name) {
    return folded(Typed.name(name)).toLowerCase(Locale.ROOT);
  }

  /** For comparing alone: {@code ½} becomes {@code 1/2}. */
  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replace('\u2044', '/');
  }

  /** A longer text as it is kept: its lines stay, other control characters go. */
  static String text(String typed) {
    return Typed.clean(typed).replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n\t]]", "").strip();
  }

  /** A search text for {@code ilike} among folded names, to be found anywhere. */
  static String anywhere(String search) {
    return "%" + folded(Typed.name(search)).replaceAll("([\\\\%_])", "\\\\$1") + "%";
  }
}
