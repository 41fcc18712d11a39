package id.gaung.web;

import id.gaung.kernel.FieldError;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of one language. A missing key shows as {@code !key!}, which a test forbids. */
public final class Translator {

  private static final Pattern PLACE = Pattern.compile("\\{(\\d)\\}");

  private final Map<String, String> texts;

  Translator(Map<String, String> texts) {
    this.texts = texts;
  }

  /** The text with {@code {0}}, {@code {1}}… replaced by the arguments. */
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

  public boolean has(String key) {
    return texts.containsKey(key);
  }

  private static String fill(String text, Object... args) {
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
}
