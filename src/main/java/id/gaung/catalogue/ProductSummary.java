package id.gaung.catalogue;

import id.gaung.kernel.Rupiah;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** A product as other features and lists show it; nothing personal in it. */
public record ProductSummary(
    UUID id,
    String name,
    UUID umkmId,
    String umkmName,
    String kecamatanCode,
    String kecamatanName,
    Rupiah price,
    Optional<UUID> photoId) {

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Whether a title, such as of asked content, has its name in it; however written. */
  private boolean isNamedIn(String title) {
    return title.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
  }

  /**
   * Those that one of the titles names, else those that one calls by the first word of their name
   * ("Foto bingka"); all of them where none names any.
   */
  public static List<ProductSummary> namedIn(List<ProductSummary> all, Collection<String> titles) {
    List<ProductSummary> named =
        all.stream().filter(one -> titles.stream().anyMatch(one::isNamedIn)).toList();
    List<ProductSummary> called =
        all.stream().filter(one -> titles.stream().anyMatch(one::isCalledIn)).toList();
    return !named.isEmpty() ? named : called.isEmpty() ? all : called;
  }

  private boolean isCalledIn(String title) {
    String first = name.strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
    return first.length() > 3
        && BETWEEN_WORDS.splitAsStream(title.toLowerCase(Locale.ROOT)).anyMatch(first::equals);
  }
}
