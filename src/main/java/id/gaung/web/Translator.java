package id.gaung.web;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import id.gaung.kernel.FieldError;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of one language. A missing key shows as {@code !key!}, which a test forbids. A text may
 * have plurals, {@code {0, plural, one{# post} other{# posts}}} as ICU reads them; Indonesian has
 * none.
 */
public final class Translator {

  private static final Pattern PLACE = Pattern.compile("\\{(\\d)\\}");
  private static final Pattern PLURAL = Pattern.compile("\\{\\d, plural,");
  private static final Pattern COUNT = Pattern.compile("\\d{1,3}([.,]?\\d{3})*");

  private final Map<String, String> texts;

  Translator(Map<String, String> texts) {
    this.texts = texts;
  }

  /**
   * The text with {@code {0}}, {@code {1}}… replaced by the arguments; counts are whole numbers.
   */
  public String get(String key, Object... args) {
    return fill(texts.getOrDefault(key, "!" + key + "!"), args);
  }

  public String get(String key, List<String> args) {
    return get(key, args.toArray());
  }

  /** What is wrong with a field, and of what. */
  public String get(FieldError error) {
    String sentence = get(error.key(), error.args());
    return error.subject().map(subject -> subject + ": " + sentence).orElse(sentence);
  }

  /** The name of a constant, by {@code PREFIX.NAME}. */
  public String name(String prefix, Enum<?> constant) {
    return get(prefix + "." + constant.name());
  }

  /** Names as a sentence lists them: {@code Timur, Utara, dan Kota}; empty if there are none. */
  public String together(List<String> names) {
    int last = names.size() - 1;
    return switch (names.size()) {
      case 0, 1 -> String.join("", names);
      case 2 -> get("web.two", names.get(0), names.get(1));
      default -> get("web.more-names", String.join(", ", names.subList(0, last)), names.get(last));
    };
  }

  public boolean has(String key) {
    return texts.containsKey(key);
  }

  private static String fill(String text, Object... args) {
    if (PLURAL.matcher(text).find()) {
      // Made anew each time: a format is not for several threads.
      return new MessageFormat(text, ULocale.ENGLISH)
          .format(Arrays.stream(args).map(Translator::count).toArray());
    }
    // Once through the text: what an argument holds is never read as a place for another.
    return PLACE
        .matcher(text)
        .replaceAll(
            place -> {
              int i = Integer.parseInt(place.group(1));
              return Matcher.quoteReplacement(
                  i < args.length ? String.valueOf(args[i]) : place.group());
            });
  }

  /** What was written as a whole number, as a number again, so that its plural can be chosen. */
  private static Object count(Object arg) {
    return arg instanceof String written && COUNT.matcher(written).matches()
        ? (Object) Long.valueOf(written.replaceAll("[.,]", ""))
        : arg;
  }
}
