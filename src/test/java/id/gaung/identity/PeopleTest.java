package id.gaung.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.gaung.db.TestDatabase;
import id.gaung.demo.DemoPeople;
import id.gaung.demo.DemoPerson;
import id.gaung.identity.People.CreatePerson;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Page;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class PeopleTest {

  private TestDatabase database;
  private IdentityWorld world;
  private Person admin;
  private Actor by;

  @BeforeEach
  void oneAdministrator() {
    database = TestDatabase.create();
    world = new IdentityWorld(database);
    assertThat(world.people.isEmpty()).isTrue();
    admin = world.person("admin@example.org", Role.ADMIN);
    by = admin.actor();
    assertThat(world.people.isEmpty()).isFalse();
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void a_person_is_found_again_as_added() {
    Person added =
        world.people.create(
            by,
            new CreatePerson(
                " Siti@Example.org ", " Siti\u200b ", List.of(Role.STAFF, Role.JUROR)));
    Person found = world.people.find(added.id()).orElseThrow();
    assertThat(found).isEqualTo(added);
    assertThat(found.email()).isEqualTo("siti@example.org");
    assertThat(found.name()).isEqualTo("Siti");
    assertThat(found.roles()).containsExactlyInAnyOrder(Role.STAFF, Role.JUROR);
    assertThat(found.active()).isTrue();
    assertThat(found.hasPassword()).isFalse();
    assertThat(world.people.names(List.of(added.id(), UUID.randomUUID())))
        .containsExactlyEntriesOf(java.util.Map.of(added.id(), "Siti"));
    assertThat(world.people.names(List.of())).isEmpty();
  }

  @Test
  void an_address_is_used_once_whatever_its_case() {
    assertThatThrownBy(() -> world.person("ADMIN@example.org", Role.STAFF))
        .isInstanceOfSatisfying(
            Problem.class,
            p -> assertThat(p.errors().get(0).key()).isEqualTo("person.email-taken"));
    assertThat(world.auditLog().lines().filter(l -> l.startsWith("person.created"))).hasSize(1);
  }

  @Test
  void the_list_is_by_name_in_pages_and_can_be_searched() {
    for (int i = 0; i < 30; i++) {
      world.people.create(
          by, new CreatePerson("p%02d@example.org".formatted(i), "P%02d".formatted(i), staff()));
    }
    Page<Person> first = world.people.page("", 1);
    Page<Person> second = world.people.page("", 2);
    assertThat(first.rows()).hasSize(25).first().isEqualTo(admin);
    assertThat(first.total()).isEqualTo(31);
    assertThat(second.rows()).hasSize(6).last().extracting(Person::name).isEqualTo("P29");
    assertThat(world.people.page("p07", 1).rows()).extracting(Person::name).containsExactly("P07");
    assertThat(world.people.page("%", 1).rows()).isEmpty();
    assertThat(world.people.page("_", 1).rows()).isEmpty();
  }

  @Test
  void nobody_but_administrators_changes_people() {
    Person staff = world.person("staff@example.org", Role.STAFF);
    Actor other = staff.actor();
    for (Runnable command :
        List.<Runnable>of(
            () -> world.people.create(other, new CreatePerson("x@example.org", "x", staff())),
            () -> world.people.edit(other, staff.id(), edit(staff, Role.ADMIN)),
            () -> world.people.deactivate(other, admin.id(), 0),
            () -> world.people.activate(other, admin.id(), 0))) {
      assertThatThrownBy(command::run).hasMessageContaining("FORBIDDEN");
    }
  }

  @Test
  void the_last_active_administrator_keeps_the_role() {
    Person second = world.person("second@example.org", Role.ADMIN, Role.STAFF);
    world.people.deactivate(by, second.id(), second.version());
    assertLast(() -> world.people.edit(by, admin.id(), edit(admin, Role.STAFF)));
    assertLast(() -> world.people.deactivate(by, admin.id(), admin.version()));
    assertThat(world.people.find(admin.id()).orElseThrow()).isEqualTo(admin);
    world.people.activate(by, second.id(), second.version() + 1);
    world.people.edit(by, admin.id(), edit(admin, Role.STAFF));
    assertThat(world.people.find(admin.id()).orElseThrow().roles()).containsExactly(Role.STAFF);
  }

  @Test
  void two_administrators_cannot_take_the_role_from_each_other_at_once() throws Exception {
    Person second = world.person("second@example.org", Role.ADMIN);
    CyclicBarrier together = new CyclicBarrier(2);
    var threads = Executors.newFixedThreadPool(2);
    try {
      List<Callable<Boolean>> both =
          List.of(() -> demote(together, admin, second), () -> demote(together, second, admin));
      int done = 0;
      for (Future<Boolean> one : threads.invokeAll(both)) {
        done += one.get() ? 1 : 0;
      }
      assertThat(done).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void a_change_for_an_older_version_is_refused() {
    Person staff = world.person("staff@example.org", Role.STAFF);
    world.people.edit(by, staff.id(), edit(staff, Role.JUROR));
    assertThatThrownBy(() -> world.people.edit(by, staff.id(), edit(staff, Role.ADMIN)))
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.isStale()).isTrue());
    assertThat(world.people.find(staff.id()).orElseThrow().roles()).containsExactly(Role.JUROR);
  }

  @Test
  void deactivating_ends_sessions_links_and_tokens_at_once() {
    Person staff = world.person("staff@example.org", Role.STAFF);
    Token session = world.sessions.start(staff, Sessions.Way.PASSWORD);
    Token key = world.tokens.create(staff.actor(), new NewApiToken("import"));
    SignInLink link = world.links.create(by, staff.id());
    world.people.deactivate(by, staff.id(), staff.version());
    world.people.activate(by, staff.id(), staff.version() + 1);
    assertThat(world.sessions.viewer(session)).isEmpty();
    assertThat(world.tokens.viewer(key)).isEmpty();
    assertThat(world.links.state(link.token())).isEqualTo(SignInLinks.State.UNKNOWN);
  }

  @Test
  void each_change_leaves_one_row_and_the_chain_holds() {
    Person staff = world.person("staff@example.org", Role.STAFF);
    world.people.edit(by, staff.id(), edit(staff, Role.JUROR, Role.STAFF));
    world.people.deactivate(by, staff.id(), 1);
    world.people.activate(by, staff.id(), 2);
    assertThat(world.foundation.audit().about("person", staff.id()))
        .extracting(e -> e.action())
        .containsExactly(
            "person.activated", "person.deactivated", "person.changed", "person.created");
    assertThat(world.auditLog()).contains("\"from\":\"STAFF\"").contains("\"to\":\"STAFF JUROR\"");
    assertThat(world.foundation.audit().verify().holds()).isTrue();
  }

  @Test
  void the_demo_people_are_added_once() {
    DemoPeople demo = new DemoPeople(world.people, world.foundation.transactions());
    var first = demo.ensure();
    assertThat(demo.ensure()).isEqualTo(first);
    assertThat(first).hasSize(5);
    assertThat(java.util.Objects.requireNonNull(first.get(DemoPerson.OBSERVER)).roles())
        .containsExactly(Role.OBSERVER);
    assertThat(first.values()).allMatch(p -> p.email().endsWith("@contoh.balikpapan.example"));
    assertThat(first.values()).noneMatch(Person::hasPassword);
  }

  private boolean demote(CyclicBarrier together, Person who, Person whom) throws Exception {
    together.await(30, TimeUnit.SECONDS);
    try {
      world.people.edit(who.actor(), whom.id(), edit(whom, Role.STAFF));
      return true;
    } catch (Problem last) {
      assertThat(last.key()).isEqualTo("person.last-administrator");
      return false;
    }
  }

  private static void assertLast(org.assertj.core.api.ThrowableAssert.ThrowingCallable command) {
    assertThatThrownBy(command).hasMessageContaining("person.last-administrator");
  }

  private static List<Role> staff() {
    return List.of(Role.STAFF);
  }

  private static ChangePerson edit(Person person, Role... roles) {
    return new ChangePerson(person.name(), List.of(roles), Optional.empty(), person.version());
  }
}
