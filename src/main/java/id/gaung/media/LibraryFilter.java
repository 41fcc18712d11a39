package id.gaung.media;

import id.gaung.kernel.Network;
import id.gaung.kernel.Typed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What of the library is to be seen.
 *
 * @param folder one folder; empty for all
 * @param kind {@code PHOTO} or {@code VIDEO}; empty for both
 * @param licence {@code valid}, {@code soon} or {@code over}; empty for all
 * @param bare only what has no description
 * @param tag one tag; empty for all
 * @param search a part of a name, a description, a maker, or a tag; empty for all
 * @param sort the order
 */
public record LibraryFilter(
    Optional<UUID> folder,
    String kind,
    String licence,
    boolean bare,
    String tag,
    String search,
    Sort sort) {

  private static final Set<String> KINDS = Set.of("PHOTO", "VIDEO");

  /** What can be asked of licences. */
  public static final List<String> LICENCES = List.of("valid", "soon", "over");

  /** In which order the list stands. */
  public enum Sort {
    NEWEST,
    NAME
  }

  private static final int MOST_TAGS = 20;

  public LibraryFilter {
    kind = KINDS.contains(kind) ? kind : "";
    licence = LICENCES.contains(licence) ? licence : "";
    search = folded(search);
  }

  static Sort sort(String name) {
    return name.equals(Sort.NAME.name()) ? Sort.NAME : Sort.NEWEST;
  }

  /** For {@code like}; what has a meaning there is meant as it is. */
  String like() {
    return search.isEmpty() ? "" : "%" + search.replaceAll("([\\\\%_])", "\\\\$1") + "%";
  }

  public boolean isEmpty() {
    return folder.isEmpty()
        && kind.isEmpty()
        && licence.isEmpty()
        && !bare
        && tag.isEmpty()
        && search.isEmpty();
  }

  /** The same in another folder; in all, if it is that one already. */
  public LibraryFilter in(UUID other) {
    Optional<UUID> now =
        folder.filter(other::equals).isPresent() ? Optional.empty() : Optional.of(other);
    return new LibraryFilter(now, kind, licence, bare, tag, search, sort);
  }

  public LibraryFilter ofKind(String other) {
    return new LibraryFilter(
        folder, kind.equals(other) ? "" : other, licence, bare, tag, search, sort);
  }

  public LibraryFilter bare(boolean only) {
    return new LibraryFilter(folder, kind, licence, only, tag, search, sort);
  }

  public LibraryFilter tagged(String other) {
    return new LibraryFilter(
        folder, kind, licence, bare, tag.equals(other) ? "" : other, search, sort);
  }

  /** The address of the list with this filter, to which a page may be added. */
  public String href() {
    return "/library?q="
        + encoded(search)
        + folder.map(f -> "&folder=" + f).orElse("")
        + (kind.isEmpty() ? "" : "&kind=" + kind)
        + (licence.isEmpty() ? "" : "&licence=" + licence)
        + (bare ? "&bare=true" : "")
        + (tag.isEmpty() ? "" : "&tag=" + encoded(tag))
        + "&sort="
        + sort
        + "&";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String folded(String text) {
    return Normalizer.normalize(Typed.name(text), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  /** Tags as they are kept: small letters, each once. */
  static List<String> tags(String typed) {
    return Arrays.stream(typed.split("[,;#\n]", -1))
        .map(LibraryFilter::folded)
        .filter(tag -> !tag.isEmpty() && tag.length() <= 40)
        .distinct()
        .limit(MOST_TAGS)
        .toList();
  }

  /** Those of the paths that are networks. */
  static List<String> networks(List<String> paths) {
    return paths.stream()
        .filter(path -> Network.ofPath(path).isPresent())
        .distinct()
        .sorted()
        .toList();
  }
}
