package id.gaung.creator;

import id.gaung.kernel.Typed;

/** How the directory is searched. */
final class CreatorSearch {

  private CreatorSearch() {}

  /** A part of a name, for {@code ilike}. */
  static String name(String search) {
    return "%" + Typed.name(search).replaceAll("([\\\\%_])", "\\\\$1") + "%";
  }

  /** A part of a number as it is kept, for {@code like}; finds nothing if it is no number. */
  static String digits(String search) {
    String digits = search.replaceAll("[\\s+-]", "");
    if (!digits.matches("[0-9]{4,}")) {
      return "";
    }
    return "%" + digits.replaceFirst("^0", "") + "%";
  }
}
