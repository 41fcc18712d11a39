package id.gaung;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One way to write each thing, in both source roots; and files that hold one whole idea each. */
class VocabularyTest {

  private static final Path MAIN = Path.of("src/main/java");
  private static final Path PRACTICE = Path.of("src/practice/java");
  private static final List<Path> TEMPLATES =
      List.of(Path.of("src/main/jte"), Path.of("src/practice/jte"));
  private static final JavaClasses ALL =
      new ClassFileImporter().importPath(Path.of("target/classes/id/gaung"));

  /** Page records that two doors use, or that would make their door too long. */
  private static final Set<String> PAGES_OF_THEIR_OWN =
      Set.of(
          "Page",
          "ConnectPage",
          "ReportPage",
          "ReportRowsPage",
          "ProblemPage",
          "NetworksPage",
          "PracticePage",
          "PracticeAccountPage",
          "PracticePostPage",
          "AuthorizePage");

  private static final Pattern SQL =
      Pattern.compile("(\"\"\".*?\"\"\"|@Sql\\w+\\(\\s*\"(?!\")[^\"]*\")", Pattern.DOTALL);
  private static final Pattern SHOUTED =
      Pattern.compile("\\b(SELECT|INSERT|UPDATE|DELETE|FROM|WHERE|SET|AND|ORDER|RETURNING)\\b");

  @Test
  void files_are_few_and_full() throws IOException {
    List<Integer> lines = new ArrayList<>();
    for (Path file : sources(MAIN)) {
      lines.add(Files.readAllLines(file).size());
    }
    lines.sort(null);
    assertThat(lines).hasSizeBetween(300, 1200);
    assertThat(lines.get(lines.size() / 2)).as("median").isLessThanOrEqualTo(70);
    assertThat(lines.get(lines.size() * 9 / 10)).as("nine in ten").isLessThan(200);
    assertThat(both().filter(f -> text(f).lines().count() > 300).map(Path::toString).toList())
        .isEmpty();
  }

  @Test
  void a_simple_name_stands_once() {
    Map<String, List<Path>> byName =
        both().collect(Collectors.groupingBy(f -> f.getFileName().toString()));
    assertThat(byName).hasSizeGreaterThan(300);
    assertThat(byName.values()).allSatisfy(files -> assertThat(files).hasSize(1));
  }

  @Test
  void addresses_begin_without_a_slash_and_one_role_needs_no_braces() {
    assertThat(found("@Path\\(\"/")).isEmpty();
    assertThat(found("@RolesAllowed\\(\\{\\s*[\\w.]+\\s*\\}\\)")).isEmpty();
  }

  @Test
  void a_door_is_named_after_what_it_opens() {
    List<JavaClass> doors =
        ALL.stream().filter(c -> c.isAnnotatedWith(jakarta.ws.rs.Path.class)).toList();
    assertThat(doors).hasSizeGreaterThan(30);
    assertThat(doors)
        .allSatisfy(door -> assertThat(door.getSimpleName()).matches(".+(Pages|Resource|Feature)"));
  }

  @Test
  void the_api_answers_with_responses_and_never_with_what_the_domain_holds() {
    List<String> others = new ArrayList<>();
    int methods = 0;
    for (JavaClass door : ALL) {
      if (!door.getSimpleName().endsWith("Resource")) {
        continue;
      }
      for (var method : door.getMethods()) {
        if (Stream.of(GET.class, POST.class, PUT.class, DELETE.class)
            .anyMatch(method::isAnnotatedWith)) {
          methods++;
          String answer = method.getRawReturnType().getSimpleName();
          if (!answer.matches(".*Response|String|void")) {
            others.add(method.getFullName() + ": " + answer);
          }
        }
      }
    }
    assertThat(methods).isGreaterThan(40);
    assertThat(others).isEmpty();
    Pattern answered =
        Pattern.compile(
            "@ApiResponse\\((?:(?!@ApiResponse).)*?implementation = (?:\\w+\\.)*?(\\w+)\\.class",
            Pattern.DOTALL);
    assertThat(both().flatMap(f -> answered.matcher(text(f)).results()).map(m -> m.group(1)))
        .hasSizeGreaterThan(8)
        .allMatch(name -> name.endsWith("Response"));
  }

  @Test
  void no_record_stands_alone_that_one_door_and_one_template_use() {
    assertThat(
            ALL.stream()
                .filter(
                    c -> c.isTopLevelClass() && c.getSimpleName().matches(".*(Page|Answer|Json)"))
                .filter(JavaClass::isRecord)
                .map(JavaClass::getSimpleName)
                .filter(name -> !PAGES_OF_THEIR_OWN.contains(name))
                .toList())
        .isEmpty();
  }

  @Test
  void a_page_of_rows_and_a_refused_role_are_made_in_one_place() {
    assertThat(found("new Page<")).allMatch(line -> line.contains("/kernel/Page"));
    assertThat(found("\"problem\\.only")).allMatch(line -> line.contains("/kernel/Permissions"));
    assertThat(found("Math\\.max\\(1, (page|number)\\)"))
        .allMatch(line -> line.contains("/kernel/Page"));
  }

  @Test
  void templates_are_named_with_underscores_and_badges_have_one_shape() throws IOException {
    List<Path> templates = new ArrayList<>();
    for (Path root : TEMPLATES) {
      try (Stream<Path> all = Files.walk(root)) {
        templates.addAll(all.filter(f -> f.toString().endsWith(".jte")).toList());
      }
    }
    assertThat(templates).hasSizeGreaterThan(60);
    assertThat(templates)
        .allSatisfy(f -> assertThat(f.getFileName().toString()).matches("[a-z][a-z_]*\\.jte"));
    assertThat(templates.stream().filter(f -> text(f).contains("state pill")).toList())
        .containsExactlyInAnyOrder(
            TEMPLATES.get(0).resolve("layout/badge.jte"),
            TEMPLATES.get(0).resolve("layout/drawn_badge.jte"));
  }

  @Test
  void sql_is_lower_case_and_lists_are_arrays() {
    Map<String, Integer> statements = new HashMap<>();
    List<String> wrong = new ArrayList<>();
    both()
        .filter(file -> file.toString().matches(".*(Dao|Counts)\\.java"))
        .forEach(
            file -> {
              Matcher sql = SQL.matcher(text(file));
              while (sql.find()) {
                statements.merge("all", 1, Integer::sum);
                // What stands in quotes is data.
                if (SHOUTED.matcher(sql.group(1).replaceAll("'[^']*'", "")).find()) {
                  wrong.add(file + ": " + sql.group(1));
                }
              }
            });
    assertThat(statements.get("all")).isGreaterThan(200);
    assertThat(wrong).isEmpty();
    assertThat(found("BindList")).isEmpty();
  }

  /** The lines that hold it, each with its file. */
  private static List<String> found(String regex) {
    Pattern pattern = Pattern.compile(regex);
    return both()
        .flatMap(
            file ->
                text(file)
                    .lines()
                    .filter(line -> pattern.matcher(line).find())
                    .map(line -> file + ": " + line.strip()))
        .toList();
  }

  private static Stream<Path> both() {
    return Stream.of(MAIN, PRACTICE).flatMap(root -> sources(root).stream());
  }

  private static List<Path> sources(Path root) {
    return walked(
        root,
        file -> {
          String name = file.getFileName().toString();
          return name.endsWith(".java") && !name.equals("package-info.java");
        });
  }

  private static List<Path> walked(Path root, Function<Path, Boolean> wanted) {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(wanted::apply).toList();
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
