package id.gaung.web;

import id.gaung.kernel.Role;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * A word of the menu.
 *
 * @param group below which heading it stands
 * @param icon of the sprite
 * @param key of its text
 * @param path where it leads; also marks it as the current one for every address below
 * @param roles who sees it
 * @param also other addresses, with what is below them, that belong to it
 * @param phone its place at the lower edge of a phone; 0 for none there
 * @param waiting how many things wait there for a reader; asked once a page
 */
public record NavItem(
    Group group,
    String icon,
    String key,
    String path,
    Set<Role> roles,
    List<String> also,
    int phone,
    ToLongFunction<Viewer> waiting) {

  /** The headings, in the order of the menu. */
  public enum Group {
    /** Without a heading. */
    HOME,
    WORK,
    RESULTS,
    DATA,
    SETTINGS,
    /** What can be made from any page; not in the menu. */
    CREATE
  }

  public NavItem {
    roles = Set.copyOf(roles);
    also = List.copyOf(also);
  }

  public static NavItem of(Group group, String icon, String key, String path, Role... roles) {
    return new NavItem(group, icon, key, path, Set.of(roles), List.of(), 0, viewer -> 0);
  }

  /** With those addresses as well. */
  public NavItem with(String... others) {
    return new NavItem(group, icon, key, path, roles, List.of(others), phone, waiting);
  }

  /** At that place, counted from 1, among those that stand at the lower edge of a phone. */
  public NavItem onPhone(int place) {
    return new NavItem(group, icon, key, path, roles, also, place, waiting);
  }

  /** With that number. */
  public NavItem counting(ToLongFunction<Viewer> count) {
    return new NavItem(group, icon, key, path, roles, also, phone, count);
  }

  /** Which asks once for its number, for a page that shows it in several places. */
  NavItem remembering() {
    OptionalLong[] kept = {OptionalLong.empty()};
    return counting(
        viewer -> {
          if (kept[0].isEmpty()) {
            kept[0] = OptionalLong.of(waiting.applyAsLong(viewer));
          }
          return kept[0].getAsLong();
        });
  }

  boolean isFor(Viewer viewer) {
    return viewer.roles().stream().anyMatch(roles::contains);
  }

  boolean holds(String address) {
    return address.equals(path)
        || address.startsWith(path + "/")
        || also.stream().anyMatch(o -> address.equals(o) || address.startsWith(o + "/"));
  }
}
