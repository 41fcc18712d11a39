package id.gaung.web;

import java.util.List;
import java.util.Optional;

/**
 * What every template knows besides its own page; its parameter {@code frame}.
 *
 * @param t texts in the reader's language
 * @param f formats in the reader's language
 * @param csrf the value of every form's hidden field {@code _csrf}
 * @param path of the request, with a leading slash, without the query
 * @param page where this page can be read again, with its query; not always the request's own
 *     address, which may be that of a form
 * @param practice whether this is practice mode, which every page then says
 * @param flash key of a message about what was just done
 */
public record Frame(
    Language language,
    Translator t,
    Formats f,
    Optional<Viewer> viewer,
    String csrf,
    String path,
    String page,
    boolean practice,
    List<NavItem> nav,
    Optional<String> flash) {

  /** Tells one reader from another in a browser that both use; empty if nobody is signed in. */
  public String reader() {
    return viewer.map(v -> v.id().toString()).orElse("");
  }

  /** A new key for one form, by which it is done once however often it is sent. */
  public String once() {
    return RepeatKey.fresh();
  }

  public boolean isCurrent(NavItem item) {
    return path.equals(item.path()) || path.startsWith(item.path() + "/");
  }

  public Language otherLanguage() {
    return language == Language.ID ? Language.EN : Language.ID;
  }
}
