package id.gaung.web;

import id.gaung.kernel.Role;
import java.util.Set;

/**
 * A word of the menu.
 *
 * @param key of its text
 * @param path where it leads; also marks it as the current one for every address below
 * @param roles who sees it
 */
public record NavItem(String key, String path, Set<Role> roles) {

  public NavItem {
    roles = Set.copyOf(roles);
  }

  public static NavItem of(String key, String path, Role... roles) {
    return new NavItem(key, path, Set.of(roles));
  }

  boolean isFor(Viewer viewer) {
    return viewer.roles().stream().anyMatch(roles::contains);
  }
}
