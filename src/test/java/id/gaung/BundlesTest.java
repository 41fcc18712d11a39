package id.gaung;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.kernel.Network;
import id.gaung.platform.NetworkModule;
import id.gaung.web.Language;
import id.gaung.web.Translator;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of the interface: complete in both languages, and all of them used. */
class BundlesTest {

  private static final Path FOLDER = Path.of("src/main/resources/messages");
  private static final Path PRACTICE = Path.of("src/practice/resources/messages");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[},]");
  private static final Pattern CONSTANT = Pattern.compile("(.+)\\.([A-Z][A-Z0-9_]*)");
  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]*(\\.[A-Za-z0-9_-]+)+");
  // Quotes of templates nest, so that pairs of them say little: what counts is what looks like it.
  private static final Pattern LITERAL =
      Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[A-Za-z0-9_-]+)*\\.?)\"");
  private static final Pattern NAMED = Pattern.compile("\\.name\\(\\s*\"([^\"]+)\"");

  /** Where code names the key of a text; what follows it ends the argument. */
  private static final List<Pattern> KEY_IN_CODE =
      List.of(
          Pattern.compile("\\b(?:conflict|forbidden)\\(\\s*\"([^\"]+)\"\\s*[,)]"),
          Pattern.compile("Problem\\s*\\.\\s*of\\(\\s*[\\w.]+,\\s*\"([^\"]+)\"\\s*[,)]"),
          Pattern.compile(
              "(?:Problem\\s*\\.\\s*invalid|FieldError\\s*\\.\\s*of)\\(\\s*"
                  + "(?:\"[^\"]*\"|[\\w.]+\\([^()]*\\)|[\\w.]+),\\s*\"([^\"]+)\"\\s*[,)]"),
          Pattern.compile("NavItem\\s*\\.\\s*of\\(\\s*\"([^\"]+)\""),
          Pattern.compile("Flash\\s*\\.\\s*to\\([^;]*?,\\s*\"([a-z][^\"/ ]*)\"\\s*\\)"),
          Pattern.compile("\\bmessage\\s*=\\s*\"([^\"]+)\""),
          Pattern.compile("\\bt(?:\\(\\))?\\s*\\.\\s*get\\(\\s*\"([^\"]+)\"\\s*[,)]"));

  /** Prefixes of keys that are put together while the program runs, where no literal shows it. */
  private static final List<String> MADE_AT_RUN_TIME =
      List.of("field.", "formula.", "campaign.history.", "collaboration.history.");

  /** Constants that are never shown under a prefix, because the case cannot come up. */
  private static final Map<String, Set<String>> NEVER_SHOWN =
      Map.of(
          "problem.only", Set.of("CREATOR", "JUROR", "OBSERVER", "TREASURER"),
          "channel.permit.means", Set.of("NOT_NEEDED"),
          "campaign.refused.change", Set.of("DRAFT"),
          "task.draft", Set.of("NONE"),
          "collaboration.campaign", Set.of("APPROVED", "ACTIVE"),
          "collaboration.link", Set.of("OPEN", "PAUSED", "WORKING", "DECLINED", "UNSENT"),
          "collaboration.link.answered", Set.of("DRAFT", "SENT", "VIEWED", "EXPIRED", "WITHDRAWN"),
          "collaboration.submit.refused", Set.of("ASSIGNED", "CHANGES_REQUESTED"));

  /** Names that the database keeps as texts, from several enums or none. */
  private static final Set<String> NOT_OF_ONE_ENUM =
      Set.of("home.audit.value", "publishing.attempt", "publishing.outcome", "publishing.reason");

  /** The same word in both languages: names, and words that Indonesian took over. */
  private static final Set<String> SAME_IN_BOTH =
      Set.of(
          "Administrator",
          "Bluesky",
          "Brief",
          "Ctrl K",
          "Brief: {0}",
          "Caption",
          "Data",
          "Final",
          "Instagram",
          "Kecamatan",
          "Mastodon",
          "Median",
          "Menu",
          "NIB",
          "No.",
          "Server",
          "Status",
          "Token",
          "UMKM",
          "Video",
          "WhatsApp",
          "median {0}",
          "n = {0}",
          "v{0} {1}",
          "Δ {0}",
          "TikTok");

  private static final SortedMap<String, Properties> BUNDLES = bundles();

  @Test
  void every_bundle_of_the_product_is_loaded() throws IOException {
    Translator words = Doors.texts(Optional.empty()).in(Language.ID);
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<String> unread =
          files
              .map(path -> path.getFileName().toString())
              .filter(name -> name.endsWith("_id.properties"))
              .filter(
                  name ->
                      Optional.ofNullable(BUNDLES.get(name)).stream()
                          .flatMap(bundle -> bundle.stringPropertyNames().stream())
                          .noneMatch(words::has))
              .toList();
      assertThat(unread).isEmpty();
    }
  }

  @Test
  void each_indonesian_bundle_has_an_english_twin() {
    assertThat(names("_id")).isNotEmpty().isEqualTo(names("_en"));
    assertThat(BUNDLES.keySet()).allMatch(name -> name.matches("[a-z-]+_(id|en)\\.properties"));
  }

  @Test
  void both_languages_say_the_same_things_with_the_same_values() {
    for (String name : names("_id")) {
      Map<String, Set<String>> indonesian = placeholders(name + "_id.properties");
      assertThat(placeholders(name + "_en.properties")).as(name).isEqualTo(indonesian);
    }
  }

  @Test
  void no_text_is_empty_and_none_is_made_of_keys() {
    BUNDLES.forEach(
        (name, texts) ->
            texts.forEach(
                (key, text) -> {
                  assertThat((String) text).as(name + " " + key).isNotBlank();
                  assertThat((String) key).as(name).matches(KEY);
                }));
  }

  @Test
  void no_key_is_defined_twice() {
    Set<String> seen = new HashSet<>();
    List<String> twice = new ArrayList<>();
    Sources.both(FOLDER, PRACTICE, "_id.properties")
        .values()
        .forEach(
            text ->
                text.lines()
                    .filter(line -> line.contains("=") && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('=')).strip())
                    .filter(key -> !seen.add(key))
                    .forEach(twice::add));
    assertThat(twice).isEmpty();
  }

  @Test
  void every_constant_that_is_shown_has_its_name() {
    Map<String, Set<String>> byPrefix = new TreeMap<>();
    for (String key : keys()) {
      Matcher constant = CONSTANT.matcher(key);
      if (constant.matches()) {
        byPrefix.computeIfAbsent(constant.group(1), p -> new TreeSet<>()).add(constant.group(2));
      }
    }
    assertThat(byPrefix).isNotEmpty();
    Set<Set<String>> enums = enums();
    // Which networks there are is no enum: their modules and practice servers say it.
    enums.add(NetworkModule.published().stream().map(Network::name).collect(toSet()));
    enums.add(NetworkModule.connected().stream().map(Network::name).collect(toSet()));
    enums.add(Network.all().stream().map(Network::name).collect(toSet()));
    List<String> incomplete = new ArrayList<>();
    byPrefix.forEach(
        (prefix, names) -> {
          Set<String> all = new TreeSet<>(names);
          all.addAll(NEVER_SHOWN.getOrDefault(prefix, Set.of()));
          if (!enums.contains(all) && !NOT_OF_ONE_ENUM.contains(prefix)) {
            incomplete.add(prefix + " " + names);
          }
        });
    assertThat(incomplete).as("no enum has exactly these constants").isEmpty();
  }

  @Test
  void every_prefix_of_names_leads_to_names() {
    Set<String> keys = keys();
    Set<String> prefixes = new TreeSet<>();
    sources().values().forEach(source -> prefixes.addAll(Sources.all(NAMED, source)));
    assertThat(prefixes)
        .isNotEmpty()
        .allSatisfy(
            prefix -> assertThat(keys).anyMatch(key -> key.matches(prefix + "\\.[A-Z0-9_]+")));
  }

  @Test
  void every_key_in_a_template_exists() {
    Set<String> keys = keys();
    Set<String> features = keys.stream().map(BundlesTest::first).collect(toSet());
    List<String> missing = new ArrayList<>();
    Sources.templates()
        .forEach(
            (name, source) -> {
              Set<String> prefixes = new HashSet<>(Sources.all(NAMED, source));
              for (String literal : Sources.all(LITERAL, source)) {
                boolean key = KEY.matcher(literal).matches() && features.contains(first(literal));
                if (key && !keys.contains(literal) && !prefixes.contains(literal)) {
                  missing.add(name + ": " + literal);
                }
              }
            });
    assertThat(missing).isEmpty();
  }

  @Test
  void every_key_in_the_code_exists() {
    Set<String> keys = keys();
    List<String> missing = new ArrayList<>();
    Set<String> found = new HashSet<>();
    Sources.code(".java")
        .forEach(
            (name, source) -> {
              for (Pattern position : KEY_IN_CODE) {
                for (String key : Sources.all(position, source)) {
                  found.add(key);
                  if (!keys.contains(key)) {
                    missing.add(name + ": " + key);
                  }
                }
              }
            });
    assertThat(found).hasSizeGreaterThan(50);
    assertThat(missing).isEmpty();
  }

  @Test
  void no_text_is_left_over() {
    Set<String> literals = new HashSet<>();
    Set<String> prefixes = new HashSet<>(MADE_AT_RUN_TIME);
    sources()
        .values()
        .forEach(
            source -> {
              literals.addAll(Sources.all(LITERAL, source));
              Sources.all(NAMED, source).forEach(prefix -> prefixes.add(prefix + "."));
            });
    literals.stream().filter(l -> l.matches("[a-z][A-Za-z.-]+\\.")).forEach(prefixes::add);
    Set<String> unused = keys();
    unused.removeIf(key -> literals.contains(key) || isMade(key, prefixes));
    assertThat(unused).isEmpty();
  }

  @Test
  void indonesian_texts_are_indonesian() {
    List<String> same = new ArrayList<>();
    for (String name : names("_id")) {
      Properties english = texts(name + "_en.properties");
      texts(name + "_id.properties")
          .forEach(
              (key, text) -> {
                boolean words =
                    PLACEHOLDER.matcher((String) text).replaceAll("").matches(".*\\p{L}.*");
                if (words && text.equals(english.get(key)) && !SAME_IN_BOTH.contains(text)) {
                  same.add(key + "=" + text);
                }
              });
    }
    assertThat(same).isEmpty();
  }

  /** A prefix of one word is too wide for anything but the names of constants. */
  private static boolean isMade(String key, Set<String> prefixes) {
    Matcher constant = CONSTANT.matcher(key);
    boolean name = constant.matches() && prefixes.contains(constant.group(1) + ".");
    return name
        || prefixes.stream()
            .filter(p -> p.indexOf('.') < p.length() - 1 || MADE_AT_RUN_TIME.contains(p))
            .anyMatch(key::startsWith);
  }

  private static String first(String key) {
    return key.substring(0, key.indexOf('.'));
  }

  /** The names of the constants of each enum. */
  private static Set<Set<String>> enums() {
    Path classes = Path.of("target/classes");
    try (Stream<Path> files = Files.walk(classes.resolve("id/gaung"))) {
      return files
          .map(file -> classes.relativize(file).toString())
          .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
          .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
          .map(BundlesTest::load)
          .filter(Class::isEnum)
          .map(
              type ->
                  Arrays.stream(type.getEnumConstants())
                      .map(constant -> ((Enum<?>) constant).name())
                      .collect(toCollection(TreeSet::new)))
          .collect(toSet());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, BundlesTest.class.getClassLoader());
    } catch (ClassNotFoundException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static SortedMap<String, String> sources() {
    SortedMap<String, String> all = Sources.code(".java");
    all.putAll(Sources.templates());
    return all;
  }

  private static Set<String> keys() {
    return names("_id").stream()
        .flatMap(name -> texts(name + "_id.properties").stringPropertyNames().stream())
        .collect(toCollection(TreeSet::new));
  }

  private static Set<String> names(String language) {
    String ending = language + ".properties";
    return BUNDLES.keySet().stream()
        .filter(name -> name.endsWith(ending))
        .map(name -> name.substring(0, name.length() - ending.length()))
        .collect(toCollection(TreeSet::new));
  }

  private static Properties texts(String bundle) {
    Properties texts = BUNDLES.get(bundle);
    assertThat(texts).as(bundle).isNotNull();
    return texts;
  }

  private static Map<String, Set<String>> placeholders(String bundle) {
    Map<String, Set<String>> found = new HashMap<>();
    texts(bundle)
        .forEach(
            (key, text) ->
                found.put((String) key, Set.copyOf(Sources.all(PLACEHOLDER, (String) text))));
    return found;
  }

  private static SortedMap<String, Properties> bundles() {
    SortedMap<String, Properties> all = new TreeMap<>();
    Sources.both(FOLDER, PRACTICE, ".properties")
        .forEach(
            (name, text) -> {
              Properties texts = new Properties();
              try {
                texts.load(new StringReader(text));
              } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
              }
              all.put(name, texts);
            });
    return all;
  }
}
