package id.gaung.web;

/**
 * A page to be rendered.
 *
 * @param template below {@code src/main/jte}, such as {@code campaign/show.jte}
 * @param page the template's model, its parameter {@code page}
 * @param refused whether it shows a form that was refused
 */
public record View(String template, Object page, boolean refused) {

  public View(String template, Object page) {
    this(template, page, false);
  }

  View ofRefused() {
    return new View(template, page, true);
  }
}
