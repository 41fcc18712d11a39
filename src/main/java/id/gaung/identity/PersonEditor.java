package id.gaung.identity;

import id.gaung.kernel.Role;
import id.gaung.web.Form;
import id.gaung.web.Translator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The form of one person.
 *
 * @param person empty for a new one
 */
public record PersonEditor(Optional<Person> person, Form form) {

  public Map<String, String> roles(Translator t) {
    return RoleOptions.all(person.map(Person::roles).orElse(Set.of()), t);
  }

  public List<Role> explained() {
    return RoleOptions.useful();
  }

  public String path() {
    return person.map(p -> "/people/" + p.id()).orElse("/people");
  }
}
