package id.gaung;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The classes of the product and of practice, and which package may use which. */
final class House {

  static final String ROOT = "id.gaung";
  static final Path CLASSES = Path.of("target/classes/id/gaung");
  static final JavaClasses ALL = new ClassFileImporter().importPath(CLASSES);

  static final Map<String, Set<String>> MAY_USE = table();

  static Map<String, Set<String>> table() {
    String base = "kernel db web audit identity";
    String features =
        "mail media catalogue creator campaign collaboration channel publishing followup task removal found ownpost engagement platform jobs ";
    Map<String, Set<String>> table = new LinkedHashMap<>();
    row(table, "kernel", "");
    row(table, "db", "kernel");
    row(table, "web", "kernel");
    row(table, "jobs", "kernel db");
    row(table, "audit", "kernel db");
    row(table, "platform", "kernel");
    // Every feature's wiring tells its schedules, though it may have none.
    row(table, "identity", "kernel db web audit jobs");
    row(table, "mail", base + " jobs");
    row(table, "media", base + " jobs");
    row(table, "catalogue", base + " jobs media");
    row(table, "creator", base + " jobs media platform");
    row(table, "campaign", base + " jobs catalogue creator platform");
    row(table, "collaboration", base + " jobs mail media catalogue creator campaign");
    row(table, "channel", base + " jobs mail platform");
    row(
        table,
        "publishing",
        base + " jobs mail platform media catalogue channel campaign collaboration");
    row(table, "followup", base + " jobs platform channel publishing");
    row(table, "removal", base + " jobs platform channel publishing followup");
    row(table, "task", base + " jobs mail platform media channel publishing");
    row(
        table,
        "engagement",
        base + " jobs platform media channel campaign collaboration publishing");
    row(table, "found", base + " jobs platform channel catalogue campaign publishing engagement");
    row(
        table,
        "ownpost",
        base
            + " jobs platform media catalogue creator campaign collaboration channel publishing"
            + " engagement");
    row(table, "report", features + base);
    row(table, "home", features + "report " + base);
    row(table, "demo", features + "report sandbox " + base);
    row(table, "sandbox", "kernel db web");
    return table;
  }

  static void row(Map<String, Set<String>> table, String name, String others) {
    table.put(name, Set.copyOf(Arrays.asList((name + " " + others).strip().split(" +"))));
  }

  static DescribedPredicate<JavaClass> in(String name) {
    assertThat(MAY_USE).containsKey(name);
    return resideInAPackage(ROOT + "." + name + "..");
  }

  static DescribedPredicate<JavaClass> root() {
    return resideInAPackage(ROOT);
  }

  static DescribedPredicate<JavaClass> outermost(String... endings) {
    return describe(
        "*" + String.join(", *", endings),
        c -> Arrays.stream(endings).anyMatch(outermostOf(c).getSimpleName()::endsWith));
  }

  static JavaClass outermostOf(JavaClass c) {
    JavaClass outer = c;
    while (outer.getEnclosingClass().isPresent()) {
      outer = outer.getEnclosingClass().get();
    }
    return outer;
  }

  static String[] features() {
    return MAY_USE.keySet().stream()
        .filter(name -> !Set.of("kernel", "db", "web", "jobs", "audit", "sandbox").contains(name))
        .map(name -> ROOT + "." + name + "..")
        .toArray(String[]::new);
  }

  static boolean exists(String name) {
    return Files.isDirectory(CLASSES.resolve(name));
  }

  private House() {}
}
