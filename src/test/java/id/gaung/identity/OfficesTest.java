package id.gaung.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.gaung.db.TestDatabase;
import id.gaung.kernel.Actor;
import id.gaung.kernel.Problem;
import id.gaung.kernel.Role;
import id.gaung.kernel.Whatsapp;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The settings file names the office until an administrator does. */
@Tag("database")
class OfficesTest {

  private final IdentityWorld world = new IdentityWorld(TestDatabase.create());
  private final Offices offices = new Offices(world.foundation, Office.DEFAULT);
  private final Actor admin = world.person("admin@contoh.go.id", Role.ADMIN).actor();

  private static ChangeOffice named(String name, String phone, String adLine, int version) {
    return new ChangeOffice(
        name,
        "Kota Contoh",
        "Jawa",
        phone,
        30,
        6,
        adLine,
        "Jalan Contoh 1",
        java.util.Optional.empty(),
        version);
  }

  @Test
  void the_settings_file_counts_until_an_administrator_changes_it() {
    assertThat(offices.current()).isEqualTo(Office.DEFAULT);
    offices.change(admin, named(" Dinas Contoh ", "0811-0000-123", "Iklan – Dinas Contoh", 0));
    Office office = offices.current();
    assertThat(office.name()).isEqualTo("Dinas Contoh");
    assertThat(office.officerPhone()).contains(new Whatsapp("628110000123"));
    assertThat(office.version()).isEqualTo(1);
    assertThat(world.foundation.audit().newest(1).rows().get(0).action())
        .isEqualTo("office.changed");
    assertThat(world.foundation.audit().newest(1).rows().get(0).details())
        .as("what is other than before, with both values")
        .contains("\"officerPhone\":\"+62 811-0000-123\"", "\"officerPhoneBefore\":\"\"")
        .contains("\"paymentDays\":\"30\",\"paymentDaysBefore\":\"14\"")
        .doesNotContain("logo");
    assertThat(ChangeOffice.of(office).officerPhone()).isEqualTo("+62 811-0000-123");
  }

  @Test
  void so_does_the_logo_that_the_file_names() {
    UUID fromFile = new UUID(0, 7);
    offices.firstLogo(fromFile);
    assertThat(offices.current().logoPhotoId()).contains(fromFile);
    assertThat(offices.shown(Set.of(fromFile, new UUID(0, 8)))).containsExactly(fromFile);
    offices.change(admin, named("Dinas Contoh", "", "Iklan – Dinas Contoh", 0));
    assertThat(offices.current().logoPhotoId()).isEmpty();
  }

  @Test
  void the_second_of_two_who_change_it_at_once_is_told() {
    offices.change(admin, named("Dinas A", "", "Iklan – A", 0));
    assertThatThrownBy(() -> offices.change(admin, named("Dinas B", "", "Iklan – B", 0)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("problem.stale");
    offices.change(admin, named("Dinas B", "", "Iklan – B", 1));
    assertThat(offices.current().name()).isEqualTo("Dinas B");
    assertThatThrownBy(() -> offices.change(admin, named("C", "", "Iklan – C", 7)))
        .isInstanceOf(Problem.class);
  }

  @Test
  void only_administrators_change_it_and_a_number_must_be_one() {
    Actor staff = Actor.person(admin.id().orElseThrow(), "Rina", Set.of(Role.STAFF));
    assertThatThrownBy(() -> offices.change(staff, named("A", "", "Iklan – A", 0)))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() -> offices.change(admin, named("A", "12", "Iklan – A", 0)))
        .isInstanceOf(Problem.class);
    assertThat(offices.current()).isEqualTo(Office.DEFAULT);
  }

  @Test
  void an_ad_line_begins_with_its_word_and_a_dash() {
    assertThat(List.of("Iklan – kerja sama", "iklan - Dinas", "IKLAN—Dinas Contoh"))
        .allMatch(line -> line.matches(Office.AD_LINE));
    assertThat(List.of("Iklan", "Iklan –", "Kerja sama", "Iklan – a\nb", "Iklan di sini"))
        .noneMatch(line -> line.matches(Office.AD_LINE));
  }
}
