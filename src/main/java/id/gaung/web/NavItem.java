package id.gaung.web;

import id.gaung.kernel.Role;
import java.util.Set;

/**
 * A word of the menu.
 *
 * @param group below which heading it stands
 * @param icon of the sprite
 * @param key of its text
 * @param path where it leads; also marks it as the current one for every address below
 * @param roles who sees it
 */
public record NavItem(Group group, String icon, String key, String path, Set<Role> roles) {

  /** The headings, in the order of the menu. */
  public enum Group {
    /** Without a heading. */
    HOME,
    WORK,
    RESULTS,
    DATA,
    SETTINGS
  }

  public NavItem {
    roles = Set.copyOf(roles);
  }

  public static NavItem of(Group group, String icon, String key, String path, Role... roles) {
    return new NavItem(group, icon, key, path, Set.of(roles));
  }

  boolean isFor(Viewer viewer) {
    return viewer.roles().stream().anyMatch(roles::contains);
  }
}
