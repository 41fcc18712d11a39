package id.gaung.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The message bundles: {@code messages/FEATURE_id.properties} and {@code _en}, UTF-8, one pair per
 * feature. Immutable.
 */
public final class Texts {

  private final Map<Language, Map<String, String>> byLanguage;

  private Texts(Map<Language, Map<String, String>> byLanguage) {
    this.byLanguage = byLanguage;
  }

  /** Loads the bundles of the named features; a key that two of them define is a defect. */
  public static Texts load(List<String> features) {
    Map<Language, Map<String, String>> all = new HashMap<>();
    for (Language language : Language.values()) {
      Map<String, String> texts = new HashMap<>();
      for (String feature : features) {
        read(feature, language)
            .forEach(
                (key, text) -> {
                  if (texts.put((String) key, (String) text) != null) {
                    throw new IllegalStateException("defined twice: " + key);
                  }
                });
      }
      all.put(language, Map.copyOf(texts));
    }
    return new Texts(all);
  }

  private static Properties read(String feature, Language language) {
    String name = "messages/" + feature + "_" + language.code() + ".properties";
    Properties properties = new Properties();
    try (InputStream in = Texts.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no bundle " + name);
      }
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return properties;
  }

  public Translator in(Language language) {
    return new Translator(byLanguage.getOrDefault(language, Map.of()));
  }

  /** All keys of a language, for tests. */
  public Map<String, String> all(Language language) {
    return byLanguage.getOrDefault(language, Map.of());
  }
}
