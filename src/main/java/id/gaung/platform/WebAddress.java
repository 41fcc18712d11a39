package id.gaung.platform;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;

/** Addresses for a browser, and parts of addresses. */
public final class WebAddress {

  private WebAddress() {}

  /**
   * A page with a query.
   *
   * @param path with a leading slash
   * @param query in the order wanted, encoded here
   */
  public static URI of(URI server, String path, Map<String, String> query) {
    return URI.create(
        query.entrySet().stream()
            .map(part -> encoded(part.getKey()) + "=" + encoded(part.getValue()))
            .collect(Collectors.joining("&", server + path + "?", "")));
  }

  /** A text as one segment of a path or one part of a query; a space becomes {@code %20}. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Whether an address is of something on a site, reached the same way. */
  public static boolean isOn(URI site, URI address) {
    return site.getHost() != null
        && site.getHost().equalsIgnoreCase(address.getHost())
        && site.getScheme().equalsIgnoreCase(address.getScheme())
        && port(site) == port(address)
        && address.getRawUserInfo() == null
        && address.getPath().length() > 1;
  }

  /** A value in the query of an address, decoded; empty if it is not there, or there twice. */
  public static Optional<String> query(URI address, String name) {
    String query = Optional.ofNullable(address.getRawQuery()).orElse("");
    List<String> values =
        Arrays.stream(query.split("&", -1))
            .filter(part -> part.startsWith(name + "="))
            .map(part -> part.substring(name.length() + 1))
            .toList();
    try {
      return values.size() == 1
          ? Optional.of(URLDecoder.decode(values.get(0), StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  /** The site an address is on: what is the same for all its pages. */
  public static URI site(URI address) {
    return URI.create(address.getScheme() + "://" + address.getRawAuthority());
  }

  /** Whether both are on one site; the beginning, the case and {@code www.} do not matter. */
  public static boolean isSameSite(URI site, URI address) {
    return plain(site).equals(plain(address)) && address.getRawUserInfo() == null;
  }

  private static String plain(URI address) {
    String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    boolean usual = address.getPort() < 0 || address.getPort() == 80 || address.getPort() == 443;
    return host.replaceFirst("^(?:www|m)\\.", "") + (usual ? "" : ":" + address.getPort());
  }

  private static int port(URI address) {
    int usual = "http".equalsIgnoreCase(address.getScheme()) ? 80 : 443;
    return address.getPort() < 0 ? usual : address.getPort();
  }

  /** What a person typed as an address, as browsers read it; empty if they could not open it. */
  public static Optional<URI> typed(String text) {
    return Optional.ofNullable(HttpUrl.parse(text)).map(HttpUrl::uri);
  }

  /** What a network gave as an address; empty if a browser could not open it. */
  public static Optional<URI> given(String text) {
    try {
      URI uri = URI.create(text);
      String scheme = uri.getScheme();
      return "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme)
          ? Optional.of(uri)
          : Optional.empty();
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }
}
