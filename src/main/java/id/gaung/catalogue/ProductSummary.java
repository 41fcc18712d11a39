package id.gaung.catalogue;

import id.gaung.kernel.Rupiah;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

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

  /** Whether a title, such as of asked content, has its name in it; however written. */
  public boolean isNamedIn(String title) {
    return title.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
  }

  /** Those that one of the titles names; all of them where none names any. */
  public static List<ProductSummary> namedIn(List<ProductSummary> all, Collection<String> titles) {
    List<ProductSummary> named =
        all.stream().filter(one -> titles.stream().anyMatch(one::isNamedIn)).toList();
    return named.isEmpty() ? all : named;
  }
}
