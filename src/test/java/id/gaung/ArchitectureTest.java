package id.gaung;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import id.gaung.web.PublicPage;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Who may know whom. A rule that finds nothing to judge fails, and every package that a rule names
 * must exist, so that a misspelt name cannot make a rule empty.
 */
class ArchitectureTest {

  private static final String ROOT = "id.gaung";
  private static final Path CLASSES = Path.of("target/classes/id/gaung");
  private static final JavaClasses ALL = new ClassFileImporter().importPath(CLASSES);

  private static final Map<String, Set<String>> MAY_USE = table();

  /** Where statements may stand. */
  private static final String STATEMENTS = ".*(Dao|\\.(Campaign|Channel|People)Counts)";

  private static final Set<String> METHODS =
      Stream.of(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class, HEAD.class)
          .map(Class::getName)
          .collect(toSet());

  private static Map<String, Set<String>> table() {
    String base = "kernel db web audit identity";
    String features =
        "media catalogue creator campaign collaboration channel publishing engagement platform jobs ";
    Map<String, Set<String>> table = new LinkedHashMap<>();
    row(table, "kernel", "");
    row(table, "db", "kernel");
    row(table, "web", "kernel");
    row(table, "jobs", "kernel db");
    row(table, "audit", "kernel db");
    row(table, "platform", "kernel");
    // Every feature's wiring tells its schedules, though it may have none.
    row(table, "identity", "kernel db web audit jobs");
    row(table, "media", base + " jobs");
    row(table, "catalogue", base + " jobs media");
    row(table, "creator", base + " jobs");
    row(table, "campaign", base + " jobs catalogue creator");
    row(table, "collaboration", base + " jobs media catalogue creator campaign");
    row(table, "channel", base + " jobs platform");
    row(
        table,
        "publishing",
        base + " jobs platform media catalogue channel campaign collaboration");
    row(table, "engagement", base + " jobs platform channel campaign collaboration publishing");
    row(table, "report", features + base);
    row(table, "home", features + "report " + base);
    row(table, "demo", features + "report sandbox " + base);
    row(table, "sandbox", "kernel db web");
    return table;
  }

  private static void row(Map<String, Set<String>> table, String name, String others) {
    table.put(name, Set.copyOf(Arrays.asList((name + " " + others).strip().split(" +"))));
  }

  @Test
  void the_packages_are_those_of_the_table() throws Exception {
    try (Stream<Path> folders = Files.list(CLASSES)) {
      Set<String> found =
          folders.filter(Files::isDirectory).map(f -> f.getFileName().toString()).collect(toSet());
      assertThat(found).isEqualTo(MAY_USE.keySet());
    }
    assertThat(MAY_USE.values()).allSatisfy(row -> assertThat(MAY_USE.keySet()).containsAll(row));
  }

  @Test
  void a_package_uses_what_its_row_allows_and_nobody_uses_the_root() {
    List<String> found = new ArrayList<>();
    for (Map.Entry<String, Set<String>> row : MAY_USE.entrySet()) {
      String[] allowed =
          row.getValue().stream().map(name -> ROOT + "." + name + "..").toArray(String[]::new);
      if (exists(row.getKey())) {
        ArchRule rule =
            classes()
                .that()
                .resideInAPackage(ROOT + "." + row.getKey() + "..")
                .should()
                .onlyDependOnClassesThat(
                    not(resideInAPackage(ROOT + "..")).or(resideInAnyPackage(allowed)))
                .allowEmptyShould(false);
        found.addAll(rule.evaluate(ALL).getFailureReport().getDetails());
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void nothing_of_the_product_sees_practice() {
    Set<String> practice = typesOf(Sources.PRACTICE_CODE);
    assertThat(practice).contains(ROOT + ".Practice", ROOT + ".sandbox.SandboxServers");
    DescribedPredicate<JavaClass> beside =
        describe("of practice", c -> practice.contains(outermostOf(c).getName()));
    noClasses()
        .that(not(beside))
        .should()
        .dependOnClassesThat(beside)
        .allowEmptyShould(false)
        .check(ALL);
    Set<String> product = typesOf(Sources.CODE);
    assertThat(ALL.stream().filter(not(beside)).map(c -> outermostOf(c).getName()))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(product).contains(name));
    Set<String> foreign =
        Sources.in(Sources.PRACTICE_TEMPLATES, ".jte").keySet().stream()
            .map(name -> "@template." + name.replace(".jte", "").replace('/', '.') + "(")
            .collect(toSet());
    assertThat(foreign).isNotEmpty();
    Sources.in(Sources.TEMPLATES, ".jte")
        .forEach(
            (name, source) -> {
              assertThat(foreign).as(name).noneMatch(source::contains);
              assertThat(practice).as(name).noneMatch(source::contains);
            });
  }

  /** The top-level types below a root, by their file names. */
  private static Set<String> typesOf(Path root) {
    return Sources.in(root, ".java").keySet().stream()
        .map(file -> file.replace(".java", "").replace('/', '.'))
        .collect(toSet());
  }

  @Test
  void there_are_no_rings() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().allowEmptyShould(false).check(ALL);
  }

  @Test
  void a_feature_is_flat_and_each_network_is_a_package_of_its_own() {
    Set<String> networks = Set.of("bluesky", "mastodon", "instagram");
    Set<String> packages =
        ALL.stream().map(JavaClass::getPackageName).filter(p -> !p.equals(ROOT)).collect(toSet());
    Set<String> deep =
        packages.stream()
            .map(p -> p.substring(ROOT.length() + 1))
            .filter(p -> p.contains("."))
            .collect(toSet());
    assertThat(deep).isEqualTo(networks.stream().map(name -> "platform." + name).collect(toSet()));
    slices()
        .matching(ROOT + ".platform.(*)..")
        .should()
        .notDependOnEachOther()
        .allowEmptyShould(false)
        .check(ALL);
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".platform")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + ".platform.*..")
        .allowEmptyShould(false)
        .check(ALL);
  }

  @Test
  void the_kernel_needs_the_jdk_alone() {
    classes()
        .that()
        .resideInAPackage(ROOT + ".kernel")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("java..", ROOT + ".kernel", "org.jspecify.annotations"))
        .allowEmptyShould(false)
        .check(ALL);
  }

  @Test
  void statements_stand_in_package_private_interfaces() {
    classes().that().haveNameMatching(STATEMENTS).should().beInterfaces().check(ALL);
    // Counts are what a feature lets the first page read of it.
    classes()
        .that()
        .haveSimpleNameEndingWith("Dao")
        .should()
        .bePackagePrivate()
        .allowEmptyShould(false)
        .check(ALL);
    noClasses()
        .that()
        .haveNameNotMatching(STATEMENTS)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.jdbi.v3.sqlobject.statement..")
        .allowEmptyShould(false)
        .check(ALL);
  }

  @Test
  void doors_jobs_records_pages_and_networks_do_not_see_the_database() {
    noClasses()
        .that(
            outermost("Resource", "Pages", "Job")
                .or(resideInAnyPackage(ROOT + ".web", ROOT + ".platform.."))
                .or(describe("records", JavaClass::isRecord)))
        .and(
            describe(
                "are not the record that hands out the database",
                c -> !c.getName().equals(ROOT + ".audit.Foundation")))
        // The practice networks keep their own rows, beside the product.
        .and()
        .resideOutsideOfPackage(ROOT + ".sandbox")
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.jdbi..")
                .and(not(describe("a mapping mark", ArchitectureTest::isMark))))
        .allowEmptyShould(false)
        .check(ALL);
  }

  /** A record may say that another record is within it. */
  private static boolean isMark(JavaClass type) {
    return type.getName().equals("org.jdbi.v3.core.mapper.Nested");
  }

  @Test
  void each_library_has_its_place() {
    only("okhttp3..", in("platform"));
    only("com.ibm.icu..", in("platform").or(in("sandbox")));
    only("org.quartz..", in("jobs"));
    only("gg.jte..", in("web").or(in("sandbox")));
    only("org.eclipse.jetty..", in("sandbox").or(in("web")).or(root()));
    only("liquibase..", in("db"));
    only("org.postgresql..", in("db"));
    // Its programs are taken from the jar; its library is made for tests.
    noClasses().should().dependOnClassesThat().resideInAPackage("io.zonky..").check(ALL);
    only("com.google.crypto.tink..", in("channel").or(root()));
    only("com.password4j..", in("identity"));
    only("org.apache.tika..", in("media"));
    only("java.util.logging..", root());
    // The story has a person who presses "allow" at a practice network.
    only("java.net.http..", in("sandbox").or(in("demo")));
    only(
        "jakarta.ws.rs..",
        in("web")
            .or(outermost("Resource", "Pages", "Feature"))
            .or(entry())
            .or(filesOfTwoDoors())
            .or(root()));
    only("org.glassfish.jersey..", in("web").or(outermost("Feature")).or(root()));
    only("jakarta.servlet..", in("web"));
    only("io.dropwizard.db..", in("db"));
    only(
        "io.dropwizard..",
        in("web")
            .or(in("db"))
            .or(outermost("Resource", "Pages", "Feature"))
            .or(entry())
            .or(root()));
  }

  @Test
  void the_clock_is_handed_in_and_nobody_sleeps() {
    Map<String, Set<String>> forbidden =
        Map.of(
            "java.time.Instant", Set.of("now"),
            "java.time.LocalDate", Set.of("now"),
            "java.time.LocalTime", Set.of("now"),
            "java.time.LocalDateTime", Set.of("now"),
            "java.time.OffsetDateTime", Set.of("now"),
            "java.time.ZonedDateTime", Set.of("now"),
            "java.time.Clock", Set.of("systemUTC", "systemDefaultZone", "system", "tick"),
            "java.lang.System", Set.of("currentTimeMillis"),
            "java.lang.Thread", Set.of("sleep"),
            "java.util.UUID", Set.of("randomUUID"));
    // LocalDate.now(clock) reads the clock that was handed in.
    DescribedPredicate<JavaCall<?>> readsTheWall =
        describe(
            "read the wall clock, sleep or roll dice",
            call ->
                forbidden
                        .getOrDefault(call.getTargetOwner().getName(), Set.of())
                        .contains(call.getName())
                    && call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(type -> type.getName().equals("java.time.Clock")));
    DescribedPredicate<JavaCall<?>> inTheRoot =
        describe("in the root", call -> call.getOriginOwner().getPackageName().equals(ROOT));
    DescribedPredicate<JavaCall<?>> theSystemsClock =
        describe("the system's clock", call -> call.getName().equals("systemUTC"));
    noClasses()
        .should()
        .callCodeUnitWhere(readsTheWall.and(not(inTheRoot.and(theSystemsClock))))
        .allowEmptyShould(false)
        .check(ALL);
    // How long something takes is measured where a process or a sender is waited for, nowhere else.
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ROOT + ".db.Postmaster")
        .and()
        .doNotHaveFullyQualifiedName(ROOT + ".web.PlainRequests")
        .should()
        .callMethod(System.class, "nanoTime")
        .allowEmptyShould(false)
        .check(ALL);
  }

  @Test
  void records_of_the_domain_need_no_library() {
    classes()
        .that(
            describe("are records that other packages see", c -> c.isRecord() && isSeenOutside(c)))
        .and()
        .resideInAnyPackage(features())
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "java..",
                ROOT + "..",
                "org.jspecify.annotations",
                "jakarta.validation..",
                "org.jdbi.v3.core.mapper",
                "com.fasterxml.jackson.annotation..",
                "io.swagger.v3.oas.annotations.."))
        .allowEmptyShould(false)
        .check(ALL);
    noClasses()
        .that(describe("are records of the domain", ArchitectureTest::isOfTheDomain))
        .and()
        .resideInAnyPackage(features())
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(ROOT + ".web", ROOT + ".db", ROOT + ".jobs")
                // What a person is, beside the id: identity implements the one and keeps the other.
                .and(
                    not(
                        describe(
                            "viewer or language",
                            c -> Set.of("Viewer", "Language").contains(c.getSimpleName())))))
        .allowEmptyShould(false)
        .check(ALL);
  }

  @Test
  void every_door_says_who_comes_in() {
    methods()
        .that(describe("answer requests", ArchitectureTest::answersRequests))
        .should(takeAViewerOrBePublic())
        .andShould()
        .bePublic()
        .allowEmptyShould(false)
        .check(ALL);
    methods()
        .that(describe("answer requests", ArchitectureTest::answersRequests))
        .should()
        .beDeclaredInClassesThat(outermost("Resource", "Pages"))
        .allowEmptyShould(false)
        .check(ALL);
  }

  @Test
  void names_say_what_a_class_is() {
    noClasses()
        .should()
        .haveNameMatching(".*[.$](\\w*(Utils?|Helper|Manager|Impl)|I[A-Z][a-z]\\w*)")
        .allowEmptyShould(false)
        .check(ALL);
  }

  @Test
  void nothing_is_injected_into_fields_and_nothing_printed_but_by_commands() {
    fields()
        .should()
        .notBeAnnotatedWith("jakarta.inject.Inject")
        .allowEmptyShould(false)
        .check(ALL);
    // Jersey has no other way to tell its providers, of which there is one, about the request.
    fields()
        .that()
        .areDeclaredInClassesThat(not(in("web")))
        .should()
        .notBeAnnotatedWith("jakarta.ws.rs.core.Context")
        .allowEmptyShould(false)
        .check(ALL);
    noClasses()
        .that(not(root()))
        .should(ACCESS_STANDARD_STREAMS)
        .allowEmptyShould(false)
        .check(ALL);
  }

  @Test
  void every_package_says_what_it_owns() throws Exception {
    for (String name : MAY_USE.keySet()) {
      if (exists(name)) {
        assertThat(Sources.code(".java").get("id/gaung/" + name + "/package-info.java"))
            .as(name)
            .contains("@NullMarked")
            .contains("/**");
      }
    }
  }

  @Test
  void only_whole_tests_start_the_application() {
    Sources.in(Sources.TESTS, ".java")
        .forEach(
            (name, source) -> {
              if (!name.matches(".*(IT|ArchitectureTest)\\.java")) {
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
              if (source.contains("org.mockito") && !name.endsWith("ArchitectureTest.java")) {
                assertThat(ports).as(name).containsAll(Sources.all(mocked, source));
              }
            });
  }

  @Test
  void tests_do_not_sleep() {
    Sources.in(Sources.TESTS, ".java")
        .forEach(
            (name, source) -> {
              if (!name.endsWith("ArchitectureTest.java")) {
                assertThat(source)
                    .as(name)
                    .doesNotContain("Thread.sleep")
                    .doesNotContain("TimeUnit.SECONDS.sleep");
              }
            });
  }

  private static void only(String library, DescribedPredicate<JavaClass> place) {
    assertThat(ALL.stream().anyMatch(c -> uses(c, library)))
        .as("nobody uses %s: misspelt?", library)
        .isEqualTo(!library.equals("java.util.logging.."));
    noClasses()
        .that(not(place))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .allowEmptyShould(false)
        .check(ALL);
  }

  private static boolean uses(JavaClass c, String library) {
    return c.getDirectDependenciesFromSelf().stream()
        .anyMatch(d -> resideInAPackage(library).test(d.getTargetClass()));
  }

  private static DescribedPredicate<JavaClass> in(String name) {
    assertThat(MAY_USE).containsKey(name);
    return resideInAPackage(ROOT + "." + name + "..");
  }

  private static DescribedPredicate<JavaClass> root() {
    return resideInAPackage(ROOT);
  }

  /** How a person comes in: the filter and the cookie of identity. */
  private static DescribedPredicate<JavaClass> entry() {
    Set<String> names =
        Set.of("ViewerFilter", "ViewerSecurity", "SessionCookie", "EntryWithoutSecret");
    assertThat(ALL.stream().map(JavaClass::getSimpleName).toList()).containsAll(names);
    return describe(
        "identity's entry",
        c ->
            c.getPackageName().equals(ROOT + ".identity")
                && names.contains(outermostOf(c).getSimpleName()));
  }

  /** A file that a page and the API, or two addresses, answer in the same way. */
  private static DescribedPredicate<JavaClass> filesOfTwoDoors() {
    Set<String> names = Set.of(ROOT + ".media.PhotoAnswer", ROOT + ".report.ReportFiles");
    return describe("the file of two doors", c -> names.contains(outermostOf(c).getName()));
  }

  private static DescribedPredicate<JavaClass> outermost(String... endings) {
    return describe(
        "*" + String.join(", *", endings),
        c -> Arrays.stream(endings).anyMatch(outermostOf(c).getSimpleName()::endsWith));
  }

  private static JavaClass outermostOf(JavaClass c) {
    JavaClass outer = c;
    while (outer.getEnclosingClass().isPresent()) {
      outer = outer.getEnclosingClass().get();
    }
    return outer;
  }

  /** What a network answered is read as JSON, by its client alone. */
  private static boolean isSeenOutside(JavaClass c) {
    return c.getModifiers().contains(JavaModifier.PUBLIC)
        && outermostOf(c).getModifiers().contains(JavaModifier.PUBLIC)
        && !outermostOf(c).getName().equals(ROOT + ".platform.HttpOutcome");
  }

  private static boolean isOfTheDomain(JavaClass c) {
    return c.isRecord()
        && !outermostOf(c).getSimpleName().matches(".*(Page|Pages|Views|Resource|Feature|Form)");
  }

  private static String[] features() {
    return MAY_USE.keySet().stream()
        .filter(name -> !Set.of("kernel", "db", "web", "jobs", "audit", "sandbox").contains(name))
        .map(name -> ROOT + "." + name + "..")
        .toArray(String[]::new);
  }

  private static boolean exists(String name) {
    return Files.isDirectory(CLASSES.resolve(name));
  }

  private static boolean answersRequests(JavaMethod method) {
    return method.getAnnotations().stream()
        .anyMatch(a -> METHODS.contains(a.getRawType().getName()));
  }

  private static ArchCondition<JavaMethod> takeAViewerOrBePublic() {
    return new ArchCondition<>("take an @Auth Viewer or be a @PublicPage") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean viewer =
            method.getParameters().stream().anyMatch(p -> p.isAnnotatedWith(Auth.class));
        boolean open =
            method.isAnnotatedWith(PublicPage.class)
                || method.getOwner().isAnnotatedWith(PublicPage.class);
        events.add(new SimpleConditionEvent(method, viewer || open, method.getFullName()));
      }
    };
  }
}
