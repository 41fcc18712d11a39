package id.gaung.identity;

import id.gaung.kernel.Role;
import id.gaung.web.Translator;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Roles in the reader's language. */
final class RoleOptions {

  private RoleOptions() {}

  /** Roles with which nothing can be done yet; nobody is given one. */
  private static final Set<Role> IDLE = EnumSet.of(Role.TREASURER, Role.JUROR);

  /**
   * What a person can be given, each with what it is for.
   *
   * @param had what the person has, which is never lost by saving
   */
  static Map<String, String> all(Collection<Role> had, Translator t) {
    Map<String, String> options = new LinkedHashMap<>();
    for (Role role : Role.values()) {
      if (!IDLE.contains(role) || had.contains(role)) {
        options.put(role.name(), t.name("role", role) + ": " + t.name("role.can", role));
      }
    }
    return options;
  }

  /** Roles in their order, for explaining them. */
  static List<Role> useful() {
    return Arrays.stream(Role.values()).filter(role -> !IDLE.contains(role)).toList();
  }

  static String text(Collection<Role> roles, Translator t) {
    return roles.stream().sorted().map(r -> t.name("role", r)).collect(Collectors.joining(", "));
  }
}
