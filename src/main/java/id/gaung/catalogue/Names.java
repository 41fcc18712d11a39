package id.gaung.catalogue;

import java.text.Normalizer;
import java.util.Locale;

/** Names as keys. */
final class Names {

  private Names() {}

  /** The same for every way of writing a name: NFKC, lower case, one space between words. */
  static String key(String name) {
    return tidy(name).toLowerCase(Locale.ROOT);
  }

  /** The name as it is kept: NFKC, one space between words. */
  static String tidy(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\p{Z}\\p{Cntrl}]+", " ")
        .strip();
  }

  /** A longer text as it is kept: its lines stay, other control characters go. */
  static String text(String typed) {
    return typed.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n\t]]", "").strip();
  }

  /** A search text for {@code ilike}, to be found anywhere. */
  static String anywhere(String search) {
    return "%" + search.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
  }
}
