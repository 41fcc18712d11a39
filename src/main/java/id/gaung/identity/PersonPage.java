package id.gaung.identity;

import id.gaung.web.Form;
import id.gaung.web.Translator;
import java.util.Map;
import java.util.Optional;

/**
 * The form of one person.
 *
 * @param person empty for a new one
 */
public record PersonPage(Optional<Person> person, Form form) {

  public Map<String, String> roles(Translator t) {
    return RoleOptions.all(t);
  }

  public String path() {
    return person.map(p -> "/people/" + p.id()).orElse("/people");
  }
}
