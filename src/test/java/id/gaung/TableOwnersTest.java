package id.gaung;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A statement touches the tables of its own package alone. What others may read of them, their
 * owner vouches for in a view, which is named after it.
 */
class TableOwnersTest {

  private static final Path MIGRATIONS = Path.of("migrations");
  private static final Pattern TABLE =
      Pattern.compile("(?im)^create (?:unlogged )?table (?:if not exists )?([a-z_]+)");
  private static final Pattern VIEW = Pattern.compile("(?m)^create view ([a-z_]+)");
  private static final Pattern READ =
      Pattern.compile("(?i)\\b(?:from|join|into|update|using|truncate|table)\\s+([a-z_]+)");
  private static final Pattern LISTED =
      Pattern.compile(
          "(?i)\\bfrom\\s+([a-z_]+(?:\\s+[a-z]+)?(?:\\s*,\\s*[a-z_]+(?:\\s+[a-z]+)?)+)");

  private static final Map<String, String> OWNERS = owners();

  private static Map<String, String> owners() {
    Map<String, String> owners = new HashMap<>();
    own(owners, "audit", "audit_check audit_event audit_head contribution");
    own(
        owners,
        "identity",
        "person person_role session sign_in_link sign_in_failure api_token known_browser kept_answer"
            + " office");
    own(owners, "media", "photo photo_variant media_folder media_crop media_upload media_gone");
    own(owners, "catalogue", "kecamatan kelurahan umkm umkm_account product catalogue_import");
    own(owners, "creator", "creator creator_account");
    own(owners, "campaign", "campaign campaign_product brief_version");
    own(owners, "collaboration", "offer offer_terms deliverable submission submission_photo");
    own(owners, "channel", "channel channel_connecting channel_budget channel_use network_permit");
    own(
        owners,
        "publishing",
        "post post_product rendition rendition_picture rendition_plan publish_attempt"
            + " publishing_switch untold_end found_post found_product");
    own(owners, "found", "channel_search");
    own(owners, "removal", "removal");
    own(owners, "followup", "follow_up");
    own(owners, "task", "task task_account task_wish");
    own(
        owners,
        "engagement",
        "reading_deletion watch snapshot follower_snapshot hidden_span count_change");
    own(owners, "report", "weekly_report");
    own(owners, "mail", "mail mail_attempt mail_unwanted");
    return owners;
  }

  private static void own(Map<String, String> owners, String owner, String tables) {
    for (String table : tables.split(" ")) {
      assertThat(owners.put(table, owner)).as(table).isNull();
    }
  }

  /** Quartz and the practice networks keep their tables under names of their own. */
  private static String owner(String table) {
    if (table.startsWith("qrtz_")) {
      return "jobs";
    }
    return table.startsWith("sandbox_") ? "sandbox" : OWNERS.getOrDefault(table, "");
  }

  @Test
  void what_a_view_says_is_shown_by_a_test_of_its_owner() {
    List<String> unshown = new ArrayList<>();
    for (String view : made(VIEW)) {
      Path tests = Path.of("src/test/java/id/gaung", view.substring(0, view.indexOf('_')));
      if (Sources.in(tests, ".java").values().stream().noneMatch(t -> t.contains(view))) {
        unshown.add(view);
      }
    }
    assertThat(unshown).isEmpty();
  }

  private static Set<String> made(Pattern what) {
    Set<String> names = new TreeSet<>();
    Sources.in(MIGRATIONS, ".sql")
        .values()
        .forEach(sql -> names.addAll(Sources.all(what, sql.toLowerCase(java.util.Locale.ROOT))));
    return names;
  }

  private static Set<String> touched(String sql) {
    Set<String> names = new TreeSet<>(Sources.all(READ, sql));
    for (String list : Sources.all(LISTED, sql)) {
      for (String one : list.split(",")) {
        names.add(one.strip().split("\\s+")[0]);
      }
    }
    return names;
  }

  private static List<String> foreign(String name, String sql, String itsOwner) {
    List<String> found = new ArrayList<>();
    Set<String> tables = made(TABLE);
    for (String touched : touched(sql)) {
      if (tables.contains(touched) && !owner(touched).equals(itsOwner)) {
        found.add(name + " touches " + touched + " of " + owner(touched));
      }
    }
    return found;
  }

  @Test
  void every_table_has_an_owner_and_every_owner_its_tables() {
    assertThat(made(TABLE)).hasSizeGreaterThan(30).allMatch(table -> !owner(table).isEmpty());
    assertThat(made(TABLE)).containsAll(OWNERS.keySet());
  }

  @Test
  void each_package_says_which_tables_it_alone_writes() {
    Pattern named = Pattern.compile("\\{@code ([a-z_]+)}");
    Map<String, Set<String>> said = new HashMap<>();
    Sources.code("package-info.java")
        .forEach(
            (file, source) -> {
              String text = source.replaceAll("\\s*\\n \\* ?", " ");
              int writes = text.indexOf("Alone writes");
              if (writes >= 0) {
                int end =
                    Pattern.compile("[.;]")
                        .matcher(text)
                        .results()
                        .mapToInt(r -> r.start())
                        .filter(at -> at > writes)
                        .findFirst()
                        .orElseThrow();
                said.put(
                    packageOf(file),
                    new TreeSet<>(Sources.all(named, text.substring(writes, end))));
              }
            });
    Map<String, Set<String>> owned = new HashMap<>();
    OWNERS.forEach((table, owner) -> owned.computeIfAbsent(owner, o -> new TreeSet<>()).add(table));
    assertThat(said).isEqualTo(owned);
  }

  @Test
  void statements_touch_the_tables_of_their_own_package() {
    List<String> found = new ArrayList<>();
    Map<String, String> daos = Sources.code("Dao.java");
    assertThat(daos).hasSizeGreaterThan(20);
    daos.forEach((file, source) -> found.addAll(foreign(file, source, packageOf(file))));
    assertThat(found).isEmpty();
  }

  @Test
  void a_view_is_made_of_its_owners_tables_and_named_after_it() {
    List<String> found = new ArrayList<>();
    Map<String, String> views = Sources.in(MIGRATIONS.resolve("views"), ".sql");
    assertThat(views).isNotEmpty();
    views.forEach(
        (file, sql) -> {
          String its = file.substring(0, file.indexOf('_'));
          assertThat(OWNERS.values()).as(file).contains(its);
          found.addAll(foreign(file, sql, its));
        });
    assertThat(found).isEmpty();
    assertThat(made(VIEW)).hasSameSizeAs(views.keySet());
  }

  @Test
  void a_foreign_table_is_found_however_it_is_named() {
    assertThat(foreign("x", "select 1 from offer o, person", "collaboration"))
        .containsExactly("x touches person of identity");
    assertThat(foreign("x", "select 1 from offer join watch w on true", "collaboration"))
        .containsExactly("x touches watch of engagement");
    assertThat(foreign("x", "select 1 from audit_contribution", "campaign")).isEmpty();
  }

  /** Such as {@code report} of {@code id/gaung/report/FiguresDao.java}. */
  private static String packageOf(String file) {
    return Path.of(file).getName(2).toString();
  }
}
