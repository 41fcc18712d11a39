package id.gaung.web;

import id.gaung.kernel.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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
 * @param office whose product this is
 * @param flash key of a message about what was just done
 */
public record Frame(
    Language language,
    Theme theme,
    Translator t,
    Formats f,
    Optional<Viewer> viewer,
    String csrf,
    String path,
    String page,
    boolean practice,
    List<NavItem> nav,
    Optional<String> flash,
    OfficeMark office) {

  private static final Pattern WORDS = Pattern.compile("\\s+");
  private static final int TABS = 4;
  private static final Set<Role> SEARCHERS = Set.of(Role.STAFF, Role.APPROVER, Role.OBSERVER);

  /** Tells one reader from another in a browser that both use; empty if nobody is signed in. */
  public String reader() {
    return viewer.map(v -> v.id().toString()).orElse("");
  }

  /** A new key for one form, by which it is done once however often it is sent. */
  public String once() {
    return RepeatKey.fresh();
  }

  public boolean isCurrent(NavItem item) {
    return item.holds(path);
  }

  /** Whether the reader may search. */
  public boolean searches() {
    return viewer.filter(v -> SEARCHERS.stream().anyMatch(v::is)).isPresent();
  }

  /** The menu below one of its headings. */
  public List<NavItem> nav(NavItem.Group group) {
    return nav.stream().filter(item -> item.group() == group).toList();
  }

  /** How many things wait for the reader behind a word of the menu. */
  public long waiting(NavItem item) {
    return viewer.map(item.waiting()::applyAsLong).orElse(0L);
  }

  /** The word of the menu below which this page is, unless it is that page itself. */
  public Optional<NavItem> place() {
    return nav.stream()
        .filter(item -> item.group() != NavItem.Group.CREATE)
        .filter(this::isCurrent)
        .filter(item -> !item.path().equals(path))
        .findFirst();
  }

  /** What has room at the lower edge of a phone; empty if nobody is signed in. */
  public List<NavItem> tabs() {
    return nav.stream()
        .filter(item -> item.phone() > 0)
        .sorted(Comparator.comparing(NavItem::phone))
        .limit(TABS)
        .toList();
  }

  /** Whether this page is none of those, so that the word for the rest stands for it. */
  public boolean isBehindMore() {
    return tabs().stream().noneMatch(this::isCurrent);
  }

  /** Two letters that stand for the reader; empty if nobody is signed in. */
  public String initials() {
    return viewer.map(v -> initials(v.getName())).orElse("");
  }

  /**
   * The first letters of the first and the last word of a name; what stands in brackets is none.
   */
  public static String initials(String name) {
    List<String> words =
        WORDS
            .splitAsStream(name.strip())
            .filter(word -> !word.isEmpty() && Character.isLetterOrDigit(word.codePointAt(0)))
            .toList();
    return words.isEmpty()
        ? ""
        : words.size() == 1
            ? letter(words.get(0))
            : letter(words.get(0)) + letter(words.get(words.size() - 1));
  }

  private static String letter(String word) {
    return new String(Character.toChars(word.codePointAt(0))).toUpperCase(Locale.ROOT);
  }

  public Language otherLanguage() {
    return language == Language.ID ? Language.EN : Language.ID;
  }
}
