package id.gaung.identity;

import id.gaung.web.Form;
import id.gaung.web.Language;
import id.gaung.web.Translator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A person's own page.
 *
 * @param edit the form with name and language
 * @param password the form for another password
 * @param token the form for a new API token
 */
public record ProfilePage(
    Person person,
    boolean asksCurrent,
    List<ApiToken> tokens,
    Form edit,
    Form password,
    Form token) {

  public String roles(Translator t) {
    return RoleOptions.text(person.roles(), t);
  }

  public Map<String, String> languages() {
    Map<String, String> options = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      options.put(language.name(), language.ownName());
    }
    return options;
  }
}
