package id.gaung.creator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.gaung.audit.Foundation;
import id.gaung.audit.TestFoundation;
import id.gaung.creator.Creators.CreateCreator;
import id.gaung.db.TestDatabase;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.media.MediaFeature;
import id.gaung.media.Photos;
import id.gaung.platform.SteppedClock;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class CreatorsTest {

  private static final Actor STAFF = Actor.person(UUID.randomUUID(), "Sari", Set.of(Role.STAFF));

  private TestDatabase database;
  private Foundation on;
  private Creators creators;
  private Photos photos;

  @BeforeEach
  void wire() throws IOException {
    database = TestDatabase.create();
    on = TestFoundation.on(database, new SteppedClock(Instant.parse("2026-11-24T04:00:00Z")));
    photos =
        new MediaFeature(
                on,
                Files.createTempDirectory(
                    Files.createDirectories(Path.of("target", "test-media")), "creators"),
                URI.create("http://localhost:8080"),
                new byte[32])
            .photos();
    creators = new Creators(on, () -> Map.of("64.71.01", "Balikpapan Timur"), photos);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  private Creator rara(String name, String number) {
    return creators.create(
        STAFF,
        new CreateCreator(
            name, CreatorKind.CREATOR, number, "", Optional.of("64.71.01"), "Kuliner"));
  }

  private static ChangeCreator edit(Creator creator, boolean active, int version) {
    return new ChangeCreator(
        creator.name(),
        creator.kind(),
        creator.whatsapp().digits(),
        "rara@example.org",
        Optional.empty(),
        "",
        active,
        version,
        creator.photoId(),
        Optional.empty());
  }

  @Test
  void a_creator_is_kept_and_found() {
    Creator creator = rara("Rara Kuliner", "0812-0000-0201");
    assertThat(creator.active()).isTrue();
    assertThat(creator.whatsapp().digits()).isEqualTo("6281200000201");
    assertThat(creator.email()).isEmpty();
    assertThat(creators.find(creator.id())).contains(creator);
    assertThat(creators.find(List.of())).isEmpty();
    assertThat(creators.page("kuliner", 1).rows()).containsExactly(creator);
    assertThat(creators.page("0812 0000 02", 1).rows()).containsExactly(creator);
    assertThat(creators.page("62999", 1).rows()).isEmpty();
  }

  @Test
  void a_number_belongs_to_one_active_creator() {
    Creator first = rara("Rara", "081200000201");
    Problem taken = catchThrowableOfType(Problem.class, () -> rara("Riri", "+62 812 0000 0201"));
    assertThat(taken.errors().get(0).key()).isEqualTo("creator.whatsapp.taken");

    creators.change(STAFF, first.id(), edit(first, false, 0));
    Creator second = rara("Riri", "081200000201");
    assertThat(creators.page("", true, 1).rows()).containsExactly(second);
    assertThat(creators.page("", 1).total()).isEqualTo(2);
    Problem back =
        catchThrowableOfType(
            Problem.class, () -> creators.change(STAFF, first.id(), edit(first, true, 1)));
    assertThat(back.errors().get(0).field()).isEqualTo("whatsapp");
  }

  @Test
  void whoever_saves_second_is_told_that_somebody_was_faster() {
    Creator creator = rara("Rara", "081200000201");
    creators.change(STAFF, creator.id(), edit(creator, true, 0));
    assertThat(
            catchThrowableOfType(
                    Problem.class,
                    () -> creators.change(STAFF, creator.id(), edit(creator, true, 0)))
                .isStale())
        .isTrue();
  }

  @Test
  void wrong_fields_are_named() {
    Problem refused =
        catchThrowableOfType(
            Problem.class,
            () ->
                creators.create(
                    STAFF,
                    new CreateCreator(
                        "Rara", CreatorKind.MEDIA, "12", "", Optional.of("64.71.99"), "")));
    assertThat(refused.errors())
        .extracting(e -> e.field())
        .containsExactly("whatsapp", "kecamatanCode");
  }

  @Test
  void the_log_holds_no_number_and_no_address() {
    Creator creator = rara("Rara", "081200000201");
    creators.change(STAFF, creator.id(), edit(creator, true, 0));
    assertThat(on.audit().about("creator", creator.id()))
        .hasSize(2)
        .allSatisfy(
            e -> assertThat(e.details()).doesNotContain("0000").doesNotContain("example.org"));
  }

  @Test
  void only_staff_may_change_the_directory() {
    Actor council = Actor.person(UUID.randomUUID(), "Dewan", Set.of(Role.OBSERVER));
    Creator creator = rara("Rara", "081200000201");
    assertThat(
            catchThrowableOfType(
                    Problem.class,
                    () -> creators.change(council, creator.id(), edit(creator, false, 0)))
                .kind())
        .isEqualTo(Problem.Kind.FORBIDDEN);
  }

  @Test
  void an_account_is_one_creators() {
    UUID person = new UUID(7, 7);
    on.jdbi().useHandle(h -> h.execute(PERSON, person));
    Creator first = rara("Rara", "081200000201");
    Creator second = rara("Riri", "081200000202");
    creators.link(STAFF, first.id(), person);
    assertThat(creators.ofPerson(person)).map(Creator::id).contains(first.id());
    assertThat(
            catchThrowableOfType(Problem.class, () -> creators.link(STAFF, second.id(), person))
                .key())
        .isEqualTo("creator.person.taken");
  }

  private static final String PERSON =
      "insert into person (id, email, name, created_at) values (?, 'r@example.org', 'R', now())";
}
