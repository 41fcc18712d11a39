package id.gaung.web;

/**
 * A page to be rendered.
 *
 * @param template below {@code src/main/jte}, such as {@code campaign/show.jte}
 * @param page the template's model, its parameter {@code page}
 */
public record View(String template, Object page) {}
