package id.gaung.identity;

import id.gaung.kernel.Page;
import id.gaung.web.Translator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The list of people.
 *
 * @param search what was searched for; empty for everybody
 */
public record PeoplePage(Page<Person> people, String search) {

  public String roles(Person person, Translator t) {
    return RoleOptions.text(person.roles(), t);
  }

  /** The address of this list, to which a page number is added. */
  public String href() {
    return "/people?q=" + URLEncoder.encode(search, StandardCharsets.UTF_8) + "&";
  }
}
