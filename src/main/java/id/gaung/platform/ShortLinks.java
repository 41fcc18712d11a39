package id.gaung.platform;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Short addresses that a network's app shares. Where one leads is asked of its own host alone, by
 * one HEAD that is not followed; of the answer only {@code Location} is read. Thread-safe.
 */
public final class ShortLinks {

  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final PlatformHttp http;
  private final List<String> places;

  /**
   * @param places hosts, with their ports if they are not the usual ones, and with the beginning of
   *     the path where only some addresses of a host are short: {@code www.tiktok.com/t/}
   */
  public ShortLinks(PlatformHttp http, List<String> places) {
    this.http = http;
    this.places = List.copyOf(places);
  }

  /** Whether a person pasted one of these. */
  public boolean isOne(String pasted) {
    return address(pasted).isPresent();
  }

  /** The address behind a short one; what was pasted if it is none, or does not tell. */
  public String whole(String pasted) {
    return address(pasted).flatMap(this::behind).orElse(pasted);
  }

  private Optional<String> behind(URI given) {
    PlatformRequest request =
        PlatformRequest.head(WebAddress.site(given), given.getRawPath()).timeout(PATIENCE);
    return http.send(request) instanceof HttpOutcome.Answered answer
        ? answer.header("Location").flatMap(WebAddress::given).map(URI::toString)
        : Optional.empty();
  }

  private Optional<URI> address(String pasted) {
    String text = pasted.strip();
    return WebAddress.given(PostAddress.SCHEME.matcher(text).matches() ? text : "https://" + text)
        .filter(uri -> uri.getRawAuthority() != null && uri.getRawUserInfo() == null)
        .filter(uri -> uri.getRawPath().length() > 1)
        .filter(uri -> places.stream().anyMatch(place -> isAt(place, uri)));
  }

  private static boolean isAt(String place, URI address) {
    String authority = address.getRawAuthority().toLowerCase(Locale.ROOT);
    return place.contains("/")
        ? (authority + address.getRawPath()).startsWith(place)
        : authority.equals(place);
  }
}
