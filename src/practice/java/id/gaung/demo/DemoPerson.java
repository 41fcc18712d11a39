package id.gaung.demo;

import id.gaung.identity.People.CreatePerson;
import id.gaung.kernel.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The made-up people of practice mode, one for each role that has pages. */
public enum DemoPerson {
  ADMIN(Role.ADMIN, "admin", "Admina Contoh"),
  STAFF(Role.STAFF, "staf", "Stafina Contoh"),
  APPROVER(Role.APPROVER, "kabid", "Kabidan Contoh"),
  CREATOR(Role.CREATOR, "kreator", "Kreatori Contoh"),
  OBSERVER(Role.OBSERVER, "dewan", "Dewanti Contoh");

  private final Role role;
  private final String email;
  private final String personName;

  DemoPerson(Role role, String local, String personName) {
    this.role = role;
    this.email = local + "@contoh.balikpapan.example";
    this.personName = personName;
  }

  public Role role() {
    return role;
  }

  public String email() {
    return email;
  }

  public String personName() {
    return personName;
  }

  CreatePerson asNewPerson() {
    return new CreatePerson(email, personName, List.of(role));
  }

  /** The key of the sentence that says what this role does. */
  public String what() {
    return "practice.what." + name().toLowerCase(Locale.ROOT);
  }

  static java.util.Optional<DemoPerson> named(String name) {
    return Arrays.stream(values()).filter(person -> person.name().equals(name)).findFirst();
  }
}
