package id.gaung;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static id.gaung.House.ALL;
import static id.gaung.House.ROOT;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import id.gaung.db.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every file of the tests keeps to. */
class TestFilesTest {

  private static final Path TESTS = Path.of("src/test/java");
  private static final int LINES = 500;
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importUrl(TestFilesTest.class.getProtectionDomain().getCodeSource().getLocation());

  /** What waits without a limit; a future is first given its {@code orTimeout}. */
  private static final Map<Class<?>, Set<String>> ENDLESS =
      Map.of(
          CountDownLatch.class, Set.of("await()"),
          CyclicBarrier.class, Set.of("await()"),
          Thread.class, Set.of("join()"),
          Semaphore.class, Set.of("acquire()", "acquire(int)"));

  @Test
  void a_file_of_tests_is_about_one_subject_and_not_longer_than_can_be_read() throws IOException {
    for (Path file : files()) {
      assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(LINES);
    }
  }

  /**
   * So that {@code -DexcludedGroups=database} leaves the tests that need no database, all of them
   * and no other: who reaches a PostgreSQL through any class of the tests says so.
   */
  @Test
  void exactly_the_tests_that_need_a_database_have_its_tag() {
    Set<String> reaching = new TreeSet<>(Set.of(TestDatabase.class.getName()));
    boolean grown = true;
    while (grown) {
      grown = reaching.addAll(names(c -> startsPostgres(c) || dependsOn(c, reaching)));
    }
    Set<String> tests = names(TestFilesTest::holdsTests);
    assertThat(tests).hasSizeGreaterThan(100);
    reaching.retainAll(tests);
    assertThat(reaching).hasSizeGreaterThan(30);

    Set<String> tagged = names(TestFilesTest::isTagged);
    tagged.retainAll(tests);
    assertThat(tagged).containsExactlyInAnyOrderElementsOf(reaching);
  }

  @Test
  void only_whole_tests_start_the_application() {
    Sources.in(Sources.TESTS, ".java")
        .forEach(
            (name, source) -> {
              if (!name.matches(".*(IT|TestFilesTest)\\.java")) {
                assertThat(source).as(name).doesNotContain("DropwizardAppExtension");
              }
            });
  }

  @Test
  void only_the_ports_are_mocked() {
    Set<String> ports =
        ALL.stream()
            .filter(resideInAnyPackage(ROOT + ".platform", ROOT + ".mail"))
            .filter(JavaClass::isInterface)
            .map(JavaClass::getSimpleName)
            .collect(toSet());
    assertThat(ports).contains("SocialPlatform");
    Pattern mocked =
        Pattern.compile(
            "\\b(?:mock|spy)\\(\\s*(?:new )?(\\w+)|@(?:Mock|Spy)\\b[^;]*?\\b(\\w+)(?:<[^;]*>)? \\w+[;,)]");
    assertThat(Sources.all(mocked, "mock(Clock.class) @Mock private Jdbi jdbi;"))
        .containsExactly("Clock", "Jdbi");
    Sources.in(Sources.TESTS, ".java")
        .forEach(
            (name, source) -> {
              if (source.contains("org.mockito") && !name.endsWith("TestFilesTest.java")) {
                assertThat(ports).as(name).containsAll(Sources.all(mocked, source));
              }
            });
  }

  @Test
  void tests_do_not_sleep() {
    Sources.in(Sources.TESTS, ".java")
        .forEach(
            (name, source) -> {
              if (!name.endsWith("TestFilesTest.java")) {
                assertThat(source)
                    .as(name)
                    .doesNotContain("Thread.sleep")
                    .doesNotContain("TimeUnit.SECONDS.sleep");
              }
            });
  }

  /** What never comes is to fail the test that waited for it, and not to stop the build. */
  @Test
  void nothing_is_waited_for_without_a_limit() {
    List<String> endless =
        CLASSES.stream()
            .flatMap(c -> c.getMethodCallsFromSelf().stream())
            .filter(call -> isEndless(call.getTarget()))
            .map(JavaMethodCall::getDescription)
            .toList();
    assertThat(endless).isEmpty();
  }

  private static boolean isEndless(MethodCallTarget target) {
    String signature =
        target.getName()
            + target.getRawParameterTypes().stream()
                .map(JavaClass::getSimpleName)
                .collect(joining(",", "(", ")"));
    return ENDLESS.entrySet().stream()
        .anyMatch(
            e -> target.getOwner().isEquivalentTo(e.getKey()) && e.getValue().contains(signature));
  }

  private static Set<String> names(Predicate<JavaClass> which) {
    return CLASSES.stream()
        .filter(which)
        .map(TestFilesTest::outermost)
        .collect(toCollection(TreeSet::new));
  }

  private static boolean startsPostgres(JavaClass c) {
    return c.getDirectDependenciesFromSelf().stream()
        .anyMatch(d -> d.getTargetClass().getSimpleName().equals("EmbeddedPostgres"));
  }

  private static boolean dependsOn(JavaClass c, Set<String> reaching) {
    return !c.getName().startsWith(TestFilesTest.class.getName())
        && c.getDirectDependenciesFromSelf().stream()
            .anyMatch(d -> reaching.contains(outermost(d.getTargetClass())));
  }

  private static boolean holdsTests(JavaClass c) {
    return c.getAllMethods().stream()
        .anyMatch(
            m ->
                m.getAnnotations().stream()
                    .map(a -> a.getRawType().getSimpleName())
                    .anyMatch(
                        Set.of(
                                "Test",
                                "RepeatedTest",
                                "ParameterizedTest",
                                "TestFactory",
                                "Property",
                                "Example")
                            ::contains));
  }

  private static boolean isTagged(JavaClass c) {
    return Stream.concat(Stream.of(c), c.getAllRawSuperclasses().stream())
        .filter(each -> each.isAnnotatedWith(Tag.class))
        .anyMatch(each -> each.getAnnotationOfType(Tag.class).value().equals("database"));
  }

  private static String outermost(JavaClass c) {
    return c.getEnclosingClass().map(TestFilesTest::outermost).orElse(c.getName());
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(TESTS)) {
      List<Path> files = all.filter(path -> path.toString().endsWith(".java")).sorted().toList();
      assertThat(files).hasSizeGreaterThan(100);
      return files;
    }
  }
}
