package id.gaung;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static id.gaung.House.ALL;
import static id.gaung.House.CLASSES;
import static id.gaung.House.MAY_USE;
import static id.gaung.House.ROOT;
import static id.gaung.House.exists;
import static id.gaung.House.outermost;
import static id.gaung.House.outermostOf;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import id.gaung.kernel.Network;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Who may know whom. A rule that finds nothing to judge fails, and every package that a rule names
 * must exist, so that a misspelt name cannot make a rule empty.
 */
class ArchitectureTest {

  private static final Set<String> METHODS =
      Stream.of(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class, HEAD.class)
          .map(Class::getName)
          .collect(toSet());

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
    Set<String> networks = Network.all().stream().map(Network::path).collect(toSet());
    Set<String> packages =
        ALL.stream().map(JavaClass::getPackageName).filter(p -> !p.equals(ROOT)).collect(toSet());
    Set<String> deep =
        packages.stream()
            .map(p -> p.substring(ROOT.length() + 1))
            .filter(p -> p.contains("."))
            .collect(toSet());
    Set<String> known = networks.stream().map(name -> "platform." + name).collect(toSet());
    known.add("platform.meta");
    assertThat(deep).isEqualTo(known);
    DescribedPredicate<JavaClass> shared =
        describe("shared", c -> c.getPackageName().equals(ROOT + ".platform.meta"));
    slices()
        .matching(ROOT + ".platform.(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(DescribedPredicate.alwaysTrue(), shared)
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
            resideInAnyPackage(
                "java..", "javax.crypto..", ROOT + ".kernel", "org.jspecify.annotations"))
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
