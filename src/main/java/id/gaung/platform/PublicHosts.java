package id.gaung.platform;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;

/**
 * Lets through every server of the public internet by HTTPS, and those the operator listed by
 * whatever way. No look-up of names happens here.
 */
public final class PublicHosts implements HostPolicy {

  private static final Pattern SCHEME = Pattern.compile("(?i)^[a-z][a-z0-9+.-]*://");
  private static final Pattern NEVER_IN_ADDRESS = Pattern.compile("[\\s\\p{Cntrl}\\\\<>\"]");

  /** Four decimal parts or an IPv6 address: the two forms read without asking a name server. */
  private static final Pattern LITERAL =
      Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-f:.]*:[0-9a-f:.]*");

  private static final Pattern NUMBERS = Pattern.compile("[0-9.]+");

  private final Set<String> allowed;

  /**
   * @param allowed names let through although not public, by plain HTTP too: {@code host} for every
   *     port, {@code host:port} for one
   */
  public PublicHosts(Set<String> allowed) {
    this.allowed =
        allowed.stream().map(a -> a.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  @Override
  public Optional<URI> server(String typed) {
    String trimmed = typed.trim();
    if (trimmed.isEmpty() || NEVER_IN_ADDRESS.matcher(trimmed).find()) {
      return Optional.empty();
    }
    HttpUrl url = HttpUrl.parse(SCHEME.matcher(trimmed).find() ? trimmed : "https://" + trimmed);
    if (url == null || !acceptable(url)) {
      return Optional.empty();
    }
    String base = url.newBuilder().encodedPath("/").query(null).fragment(null).build().toString();
    return Optional.of(URI.create(base.substring(0, base.length() - 1)));
  }

  private boolean acceptable(HttpUrl url) {
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      return false;
    }
    String host = url.host();
    if (listed(host, url.port())) {
      return true;
    }
    if (!url.isHttps() || listedWithAnotherPort(host)) {
      return false;
    }
    return LITERAL.matcher(host).matches()
        ? literal(host).map(PublicAddress::test).orElse(false)
        : host.contains(".") && !NUMBERS.matcher(host).matches();
  }

  @Override
  public boolean allows(String host, InetAddress address) {
    String name = host.toLowerCase(Locale.ROOT);
    return PublicAddress.test(address) || names(name);
  }

  /** Whether the operator listed this server, by its whole address. */
  boolean lists(URI server) {
    HttpUrl url = HttpUrl.get(server);
    return url != null && listed(url.host(), url.port());
  }

  /** Whether the operator listed this host, on whatever port. */
  boolean names(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return allowed.contains(name) || listedWithAnotherPort(name);
  }

  private boolean listed(String host, int port) {
    return allowed.contains(host) || allowed.contains(host + ":" + port);
  }

  /** Once the port listed is known to fit, or if it does not: only {@link #server} sees ports. */
  private boolean listedWithAnotherPort(String host) {
    return allowed.stream().anyMatch(a -> a.startsWith(host + ":"));
  }

  /** The address a text of numbers stands for. Never asks a name server. */
  private static Optional<InetAddress> literal(String numeric) {
    try {
      return Optional.of(InetAddress.getByName(numeric));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
