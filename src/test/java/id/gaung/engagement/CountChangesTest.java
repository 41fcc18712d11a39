package id.gaung.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.gaung.audit.Audit;
import id.gaung.audit.Foundation;
import id.gaung.db.JdbiSetup;
import id.gaung.db.TestDatabase;
import id.gaung.db.Transactions;
import id.gaung.db.UuidV7Ids;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Nets;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.TestClock;
import id.gaung.platform.Metric;
import id.gaung.web.Browser;
import id.gaung.web.SignedInAs;
import id.gaung.web.WebServer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The days on which networks changed how they count, and who keeps them. */
@Tag("database")
class CountChangesTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Jdbi JDBI = JdbiSetup.on(DATABASE.dataSource());
  private static final TestClock CLOCK = TestClock.at("2026-11-30T02:00:00Z");
  private static final Transactions TRANSACTIONS = new Transactions(JDBI);
  private static final Audit AUDIT = new Audit(JDBI, TRANSACTIONS, CLOCK);
  private static final CountChanges CHANGES =
      new CountChanges(new Foundation(JDBI, TRANSACTIONS, AUDIT, new UuidV7Ids(), CLOCK));
  private static final SignedInAs SIGNED_IN = new SignedInAs();

  @RegisterExtension
  static final WebServer SERVER =
      WebServer.with(
          List.of("platform", "engagement"),
          false,
          jersey -> {
            jersey.register(SIGNED_IN);
            jersey.register(new CountChangePages(CHANGES));
            jersey.register(new CountChangesResource(CHANGES));
          });

  private final Browser browser = SERVER.browser();
  private final Actor admin = person(Role.ADMIN);

  private static Actor person(Role role) {
    return Actor.person(new UUID(0, 7), role.name(), Set.of(role));
  }

  private static EnterCountChange entered(String text, int version) {
    return new EnterCountChange(
        Nets.BLUESKY,
        Optional.of(Metric.LIKES),
        LocalDate.of(2026, 10, 1),
        text,
        "likes of bots do not count",
        "bsky.social",
        version);
  }

  private List<String> actions(UUID id) {
    return AUDIT.about("count_change", id).stream().map(e -> e.action()).toList();
  }

  @Test
  void what_networks_have_changed_since_2025_is_known_from_the_beginning() {
    LocalDate first = LocalDate.of(2025, 1, 1);
    LocalDate last = LocalDate.of(2026, 11, 30);
    assertThat(CHANGES.between(Nets.INSTAGRAM, first, last))
        .extracting(CountChange::changedOn)
        .containsExactly(LocalDate.of(2025, 1, 8), LocalDate.of(2025, 4, 21));
    assertThat(CHANGES.between(Nets.FACEBOOK, first, last))
        .extracting(c -> c.changedOn() + " " + c.metric().orElseThrow())
        .containsExactly(
            "2025-11-15 REACH", "2025-11-15 VIEWS", "2026-06-15 REACH", "2026-06-15 VIEWS");
    assertThat(CHANGES.between(Nets.YOUTUBE, first, last))
        .extracting(CountChange::changedOn)
        .containsExactly(LocalDate.of(2025, 3, 31), LocalDate.of(2026, 8, 24));
    assertThat(CHANGES.between(Nets.YOUTUBE, LocalDate.of(2025, 4, 1), LocalDate.of(2026, 8, 23)))
        .isEmpty();
  }

  @Test
  void each_step_has_its_row_in_the_log_and_who_is_late_is_told() {
    UUID id = CHANGES.add(admin, entered("suka dari bot tidak dihitung. ", 0));
    assertThat(CHANGES.get(id).textId()).isEqualTo("suka dari bot tidak dihitung");
    CHANGES.change(admin, id, entered("suka dari robot tidak dihitung", 1));
    assertThatThrownBy(() -> CHANGES.change(admin, id, entered("lain", 1)))
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.isStale()).isTrue());
    assertThatThrownBy(() -> CHANGES.remove(admin, id, 1))
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.isStale()).isTrue());
    assertThat(CHANGES.get(id).textId()).isEqualTo("suka dari robot tidak dihitung");
    CHANGES.remove(admin, id, 2);
    assertThatThrownBy(() -> CHANGES.get(id)).isInstanceOf(Problem.class);
    assertThat(actions(id))
        .containsExactlyInAnyOrder(
            "count-change.added", "count-change.changed", "count-change.removed");
  }

  @Test
  void only_an_administrator_keeps_them() {
    UUID id = CHANGES.all().get(0).id();
    for (Role role : Role.values()) {
      if (role == Role.ADMIN) {
        continue;
      }
      Actor by = person(role);
      for (Runnable step :
          List.<Runnable>of(
              () -> CHANGES.add(by, entered("lain", 0)),
              () -> CHANGES.change(by, id, entered("lain", 1)),
              () -> CHANGES.remove(by, id, 1))) {
        assertThatThrownBy(step::run)
            .as(role.name())
            .isInstanceOfSatisfying(
                Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.FORBIDDEN));
      }
      SIGNED_IN.person(by);
      assertThat(browser.get("/settings/counting").statusCode()).isEqualTo(403);
      assertThat(browser.get("/api/v1/count-changes").statusCode())
          .isEqualTo(role == Role.STAFF ? 200 : 403);
    }
    assertThat(CHANGES.get(id).version()).isEqualTo(1);
  }

  @Test
  void the_page_adds_changes_and_removes_and_names_what_is_missing() {
    SIGNED_IN.person(admin);
    assertThat(browser.get("/settings/counting").body())
        .contains("Shorts", "24 Agu 2026", "Semua angka")
        .doesNotContain("!engagement.");
    var wrong = browser.post("/settings/counting", "network", "BLUESKY", "changedOn", "31/02/2026");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("e-changedOn", "e-textId", "e-source");
    String[] fields = {
      "network",
      "BLUESKY",
      "metric",
      "",
      "changedOn",
      "01/09/2026",
      "textId",
      "dihitung ulang",
      "textEn",
      "counted again",
      "source",
      "bsky.social",
      "version",
      "1"
    };
    assertThat(browser.post("/settings/counting", fields).statusCode()).isEqualTo(303);
    CountChange added =
        CHANGES.all().stream()
            .filter(c -> c.textId().equals("dihitung ulang"))
            .findFirst()
            .orElseThrow();
    assertThat(added.metric()).isEmpty();
    String one = "/settings/counting/" + added.id();
    assertThat(browser.get(one).body()).contains("dihitung ulang", "action=\"" + one + "\"");
    assertThat(browser.get("/api/v1/count-changes").body())
        .contains(
            "\"changedOn\":\"2026-09-01\"", "\"metric\":null", "\"textEn\":\"counted again\"");
    assertThat(browser.post(one, fields).statusCode()).isEqualTo(303);
    assertThat(browser.post(one, fields).statusCode()).as("somebody was faster").isEqualTo(409);
    assertThat(browser.post(one + "/remove", "version", "2").statusCode()).isEqualTo(303);
    assertThat(browser.get(one).statusCode()).isEqualTo(404);
  }
}
