package id.gaung.identity;

import id.gaung.kernel.Role;
import id.gaung.web.Translator;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Roles in the reader's language. */
final class RoleOptions {

  private RoleOptions() {}

  static Map<String, String> all(Translator t) {
    Map<String, String> options = new LinkedHashMap<>();
    for (Role role : Role.values()) {
      options.put(role.name(), t.name("role", role));
    }
    return options;
  }

  static String text(Collection<Role> roles, Translator t) {
    return roles.stream().sorted().map(r -> t.name("role", r)).collect(Collectors.joining(", "));
  }
}
