package id.gaung;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A screen's code is found from its address: the table in docs/architecture.md says where. */
class AddressTableTest {

  private static final Pattern ROW = Pattern.compile("(?m)^\\| `/([^`]*)` \\| `([a-z]+)` \\|");

  @Test
  void every_door_is_in_the_package_that_the_table_names_and_every_row_has_a_door()
      throws IOException {
    Map<String, String> table = table();
    Set<String> used = new HashSet<>();
    List<String> astray = new ArrayList<>();
    for (JavaClass door : doors()) {
      String address = door.getAnnotationOfType(Path.class).value().replaceFirst("^/", "");
      // The API's doors stand beside the pages, unless a row of their own says otherwise.
      String row =
          row(table, address)
              .or(() -> row(table, address.replaceFirst("^api/v1/", "")))
              .orElse("");
      used.add(row);
      String owner = table.getOrDefault(row, "nobody");
      if (!door.getPackageName().equals("id.gaung." + owner)) {
        astray.add("/%s: %s, but the table says %s".formatted(address, door.getName(), owner));
      }
    }
    assertThat(astray).isEmpty();
    assertThat(used).isEqualTo(table.keySet());
  }

  private static List<JavaClass> doors() {
    List<JavaClass> doors =
        new ClassFileImporter()
            .importPath(java.nio.file.Path.of("target/classes/id/gaung")).stream()
                .filter(c -> c.isAnnotatedWith(Path.class))
                .filter(c -> !c.getPackageName().equals("id.gaung"))
                .toList();
    assertThat(doors).hasSizeGreaterThan(40);
    return doors;
  }

  private static Optional<String> row(Map<String, String> table, String address) {
    return table.keySet().stream()
        .filter(prefix -> isBelow(prefix, address))
        .max(Comparator.comparingInt(String::length));
  }

  private static boolean isBelow(String prefix, String address) {
    return prefix.isEmpty()
        ? address.isEmpty()
        : (address + "/").startsWith(prefix + "/");
  }

  private static Map<String, String> table() throws IOException {
    Map<String, String> table = new LinkedHashMap<>();
    Matcher rows = ROW.matcher(Files.readString(java.nio.file.Path.of("docs/architecture.md")));
    while (rows.find()) {
      table.put(rows.group(1), rows.group(2));
    }
    assertThat(table).isNotEmpty();
    return table;
  }
}
