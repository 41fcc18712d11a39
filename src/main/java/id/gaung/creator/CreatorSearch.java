package id.gaung.creator;

/** How the directory is searched. */
final class CreatorSearch {

  private CreatorSearch() {}

  /** A part of a name, for {@code ilike}. */
  static String name(String search) {
    return "%" + search.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
  }

  /** A part of a number as it is kept, for {@code like}; finds nothing if it is no number. */
  static String digits(String search) {
    String digits = search.replaceAll("[\\s+-]", "");
    if (!digits.matches("[0-9]{4,}")) {
      return "";
    }
    return "%" + digits.replaceFirst("^0", "") + "%";
  }

  /** A name as it is kept: no control characters, one space between words. */
  static String tidy(String name) {
    return name.replaceAll("[\\s\\p{Z}\\p{Cntrl}]+", " ").strip();
  }
}
