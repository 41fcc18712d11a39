package id.gaung.identity;

import static org.assertj.core.api.Assertions.assertThat;

import id.gaung.audit.Foundation;
import id.gaung.audit.TestFoundation;
import id.gaung.db.TestDatabase;
import id.gaung.identity.People.CreatePerson;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Role;
import id.gaung.platform.SteppedClock;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What identity vouches for to other features. */
@Tag("database")
class IdentityViewsTest {

  private final TestDatabase database = TestDatabase.create();
  private final Foundation foundation =
      TestFoundation.on(database, new SteppedClock(Instant.parse("2026-11-24T04:00:00Z")));
  private final People people =
      new IdentityFeature(foundation, true, URI.create("https://gaung.test")).people();

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void each_person_has_a_name_and_is_with_the_office_until_they_leave() {
    Actor system = Actor.system("test");
    people.create(system, new CreatePerson("ayu@contoh.example", "Ayu", List.of(Role.STAFF)));
    Person gone =
        people.create(system, new CreatePerson("budi@contoh.example", "Budi", List.of(Role.STAFF)));
    people.deactivate(system, gone.id(), gone.version());
    List<String> known =
        foundation
            .jdbi()
            .withHandle(
                h ->
                    h.createQuery("select name || ' ' || active from identity_name_line")
                        .mapTo(String.class)
                        .list());
    assertThat(known).containsExactlyInAnyOrder("Ayu true", "Budi false");
  }
}
