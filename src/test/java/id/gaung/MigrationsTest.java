package id.gaung;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.db.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class MigrationsTest {

  private static final Path FOLDER = Path.of("migrations");
  private static final Path PRACTICE = FOLDER.resolve("practice");
  private static final Pattern NAME = Pattern.compile("(\\d{4})_[a-z0-9_]+\\.sql");

  @Test
  void names_are_numbered_without_gaps() throws IOException {
    List<String> names =
        Stream.concat(files().stream(), files(PRACTICE).stream()).sorted().toList();
    assertThat(names).isNotEmpty().allMatch(name -> NAME.matcher(name).matches());
    assertThat(names.stream().map(name -> Integer.parseInt(name.substring(0, 4))).toList())
        .isEqualTo(IntStream.rangeClosed(1, names.size()).boxed().toList());
  }

  @Test
  void each_file_is_one_change_set_named_as_the_file_with_its_rollback() throws IOException {
    isOneChangeSet(FOLDER, "--liquibase formatted sql\n");
    // The first of them stands in the logs of older databases as one of the product.
    isOneChangeSet(PRACTICE, "--liquibase formatted sql");
    assertThat(Files.readString(PRACTICE.resolve("0013_sandbox.sql")))
        .startsWith("--liquibase formatted sql logicalFilePath:migrations/0013_sandbox.sql\n");
  }

  private static void isOneChangeSet(Path folder, String header) throws IOException {
    assertThat(files(folder)).isNotEmpty();
    for (String name : files(folder)) {
      String sql = Files.readString(folder.resolve(name));
      String stem = name.replace(".sql", "");
      assertThat(sql).as(name).startsWith(header);
      assertThat(Pattern.compile("(?m)^--changeset (\\S+)").matcher(sql).results())
          .as(name)
          .extracting(found -> found.group(1))
          .containsExactly("gaung:" + stem);
      assertThat(sql).as(name).contains("\n--rollback ");
    }
  }

  @Test
  void each_view_is_made_anew_when_it_changes_and_says_what_it_promises() throws IOException {
    assertThat(views()).isNotEmpty();
    for (String name : views()) {
      String sql = Files.readString(FOLDER.resolve("views").resolve(name));
      String view = name.replace(".sql", "");
      assertThat(sql)
          .as(name)
          .startsWith("--liquibase formatted sql\n")
          .contains("\n--changeset gaung:" + view + " runOnChange:true splitStatements:false\n-- ")
          .contains("\ndrop view if exists " + view + ";\ncreate view " + view + " as\n")
          .endsWith("\n--rollback drop view " + view + ";\n");
    }
  }

  @Test
  void the_changelog_includes_every_file_in_order() throws IOException {
    List<String> all = new ArrayList<>(files());
    views().forEach(view -> all.add("views/" + view));
    assertThat(included(FOLDER)).isEqualTo(all);
    assertThat(included(PRACTICE))
        .isEqualTo(files(PRACTICE).stream().map(name -> "practice/" + name).toList());
  }

  private static List<String> included(Path folder) throws IOException {
    return Pattern.compile("<include file=\"migrations/([^\"]+)\"/>")
        .matcher(Files.readString(folder.resolve("changelog.xml")))
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  @Test
  void everything_can_be_rolled_back_and_applied_again() throws Exception {
    try (TestDatabase database = TestDatabase.empty()) {
      Set<String> before = tables(database);
      // Each in a scope of its own: Liquibase remembers in a scope what it saw of the database.
      Scope.child("up", null, () -> liquibase(database, l -> l.update(new Contexts())));
      Set<String> up = tables(database);
      assertThat(up)
          .contains("campaign", "rendition", "weekly_report")
          .noneMatch(table -> table.startsWith("sandbox_"));
      Scope.child("practice up", null, () -> practice(database, l -> l.update(new Contexts())));
      assertThat(tables(database)).contains("sandbox_account");
      Scope.child(
          "practice down",
          null,
          () -> practice(database, l -> l.rollback(files(PRACTICE).size(), "")));
      assertThat(tables(database)).isEqualTo(up);
      Scope.child(
          "down",
          null,
          () -> liquibase(database, l -> l.rollback(files().size() + views().size(), "")));
      assertThat(tables(database)).isEqualTo(before);
    }
    try (TestDatabase database = TestDatabase.empty()) {
      Scope.child("again", null, () -> liquibase(database, l -> l.update(new Contexts())));
      assertThat(tables(database)).contains("campaign", "rendition", "weekly_report");
    }
  }

  private interface Work {
    void on(Liquibase liquibase) throws Exception;
  }

  private static void liquibase(TestDatabase database, Work work) throws Exception {
    liquibase(database, "migrations/changelog.xml", work);
  }

  private static void practice(TestDatabase database, Work work) throws Exception {
    liquibase(database, Practice.CHANGELOG, work);
  }

  private static void liquibase(TestDatabase database, String changelog, Work work)
      throws Exception {
    try (Liquibase liquibase =
        new Liquibase(
            changelog,
            new ClassLoaderResourceAccessor(),
            new JdbcConnection(database.dataSource().getConnection()))) {
      work.on(liquibase);
    }
  }

  /** Tables and functions of ours, without Liquibase's own. */
  private static Set<String> tables(TestDatabase database) throws SQLException {
    Set<String> names = new TreeSet<>();
    try (Connection connection = database.dataSource().getConnection();
        var statement =
            connection.prepareStatement(
                """
                select tablename from pg_tables where schemaname = 'public'
                union all
                select viewname from pg_views where schemaname = 'public'
                union all
                select proname from pg_proc where pronamespace = 'public'::regnamespace
                """);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        if (!rows.getString(1).startsWith("databasechangelog")) {
          names.add(rows.getString(1));
        }
      }
    }
    return names;
  }

  private static List<String> files() throws IOException {
    return files(FOLDER);
  }

  /** What owners vouch for: the one exception to "only added". */
  private static List<String> views() throws IOException {
    return files(FOLDER.resolve("views"));
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names = new ArrayList<>();
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".sql"))
          .forEach(names::add);
      return names.stream().sorted().toList();
    }
  }
}
