package id.gaung.platform.x;

import com.twitter.twittertext.Extractor;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How the addresses in some texts are typed: X completes those like {@code toko.id} and some
 * others.
 *
 * @param typed by what is the same for all spellings; empty where one is typed in several ways
 */
record XLinkSpellings(Map<String, Optional<String>> typed) {

  static XLinkSpellings of(Collection<String> texts) {
    Map<String, Optional<String>> links = new HashMap<>();
    for (String text : texts) {
      for (String link : new Extractor().extractURLs(text)) {
        links.merge(
            key(link),
            Optional.of(link),
            (one, other) -> one.equals(other) ? one : Optional.empty());
      }
    }
    return new XLinkSpellings(Map.copyOf(links));
  }

  /** As it is typed, if it is one of these in one spelling; else as X tells it. */
  String written(String told) {
    return typed.getOrDefault(key(told), Optional.empty()).orElse(told);
  }

  private static String key(String address) {
    String bare = address.replaceFirst("(?i)^https?://", "").replaceFirst("/$", "");
    int host = bare.indexOf('/') < 0 ? bare.length() : bare.indexOf('/');
    return bare.substring(0, host).toLowerCase(Locale.ROOT) + bare.substring(host);
  }
}
